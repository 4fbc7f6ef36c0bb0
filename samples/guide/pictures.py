"""Pictures: what an object refers to, what refers to it, and the way there."""

# --- A tree
import objgraph


class Tree:
    def __init__(self, name, *children):
        self.name = name
        self.children = list(children)


def no_class(thing):
    return not isinstance(thing, type)


leaf = Tree("leaf")
tree = Tree("root", Tree("left", leaf), Tree("right", leaf))
objgraph.show_refs([tree], max_depth=7, filter=no_class, filename="tree.svg")

# --- Who holds the leaf
def data(thing):
    return isinstance(thing, (Tree, list, dict))


favourites = {"best": leaf}
objgraph.show_backrefs([leaf], max_depth=4, filter=data, filename="who-holds.svg")

# --- A forgotten listener
class Session:
    def __init__(self, user):
        self.user = user


class Server:
    def __init__(self):
        self.listeners = []


def open_session(server, user):
    session = Session(user)

    def at_shutdown():
        print("saving the session of", session.user)

    server.listeners.append(at_shutdown)
    return session


server = Server()
session = open_session(server, "Ada")
del session
print(objgraph.count("Session"))

# --- The chain
def chain_to(type_name):
    found = objgraph.by_type(type_name)[0]
    return objgraph.find_backref_chain(found, lambda thing: thing is server)


chain = chain_to("Session")
print([type(link).__name__ for link in chain])
objgraph.show_chain(chain, filename="chain.svg")

# --- Cut
del chain
server.listeners.clear()
print(objgraph.count("Session"))

# --- What has grown
class Leaf:
    pass


def grown():
    return [change for change in objgraph.growth(limit=100) if change[0] in ("Leaf", "Session")]


kept = [Leaf() for _ in range(2000)]
grown()
kept += [Leaf() for _ in range(30)]
open_session(server, "Grace")
print(grown())
print(grown())
