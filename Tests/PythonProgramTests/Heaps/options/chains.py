import objgraph


class Node:
    def __init__(self, name, *held):
        self.name, self.held = name, list(held)

    def __repr__(self):
        return f"<{self.name}>"


goal = Node("goal")
start = Node("start", Node("a", Node("b", goal)), Node("c", goal))
down = objgraph.find_ref_chain(start, lambda each: each is goal)
up = objgraph.find_backref_chain(goal, lambda each: each is start)
print(down)
print(up)
objgraph.show_chain(down, filename="down.dot", backrefs=False)
objgraph.show_chain(up, filename="up.dot", backrefs=True)
objgraph.show_chain(down, [goal, "not connected"], filename="two.dot", backrefs=False, highlight=lambda each: each is goal)
