import gc


class Node:
    def __init__(self, **attributes):
        vars(self).update(attributes)


class Slotted:
    __slots__ = ("a", "b")


def names(objects):
    return sorted(type(each).__name__ for each in objects)


referrers_of_this_program = "a name by which to know the module's dict"
leaf = Node()
items = [leaf, leaf, 5]
pair = (leaf, items)
table = {"k": leaf, "n": 1}
holder = Slotted()
holder.a = leaf
print("referents of a list:", names(gc.get_referents(items)))
print("of a tuple:", names(gc.get_referents(pair)))
print("of a dict:", names(gc.get_referents(table)))
print("of slots:", names(gc.get_referents(holder)))
print("of an int and a text:", gc.get_referents(5, "text"))
print("of two:", names(gc.get_referents(items, pair)))
referrers = gc.get_referrers(leaf)
print("referrers:", names(referrers), len(referrers))
print("named ones:", items in referrers, any(each is pair for each in referrers), table in referrers, any(each is holder for each in referrers), any("referrers_of_this_program" in each for each in referrers if type(each) is dict))
del referrers
n = Node(child=leaf)
print("referents of an instance:", names(gc.get_referents(n)))
vars(n)
print("with its dict looked at:", names(gc.get_referents(n)))
print("referrers of two at once:", len(gc.get_referrers(leaf, items)))


def function(default=leaf, *, keyword=items):
    return leaf


print("referents of a function:", names(gc.get_referents(function)))


def closure():
    captured = Node()

    def inner():
        return captured
    return inner


inner = closure()
print("of a closure:", names(gc.get_referents(inner)), names(gc.get_referents(inner.__closure__)), names(gc.get_referents(inner.__closure__[0])))
print("of a bound method:", names(gc.get_referents(n.__init__)))
print("of a class:", names(gc.get_referents(Slotted)))
print("of a property:", names(gc.get_referents(property(function))))
print("of a set:", names(gc.get_referents({1, "a", (1,)})), "of an iterator:", names(gc.get_referents(iter(items))))


def generator(x):
    y = [x]
    yield


g = generator(leaf)
next(g)
print("of a generator:", names(gc.get_referents(g)))
print("who holds the captured:", names(gc.get_referrers(inner.__closure__[0].cell_contents)))
print("of an empty list, an empty dict:", gc.get_referents([]), gc.get_referents({}))
print("referrers of nothing:", gc.get_referrers())
print("of nothing:", gc.get_referents())
