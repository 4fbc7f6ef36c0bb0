# start: first
# start: ring
# start: third
"""Objects that hold each other in rings, one inside another."""


class Node:
    def __init__(self, name):
        self.name = name
        self.next = None
        self.others = []


first, second, third = Node("first"), Node("second"), Node("third")
first.next, second.next, third.next = second, third, first
for node in (first, second, third):
    node.others.extend([first, second, third])
ring = {"entry": first}
ring["self"] = ring
first.ring = ring
del node
