import weakref


class Node:
    pass


def broken(reference):
    print("called")
    raise ZeroDivisionError("in the callback")


node = Node()
reference = weakref.ref(node, broken)
del node
print("goes on", reference())
