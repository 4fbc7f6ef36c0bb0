import sys


class Node:
    pass


node = Node()
print(sys.getrefcount(node))
other = node
print(sys.getrefcount(node))
third = fourth = other
print(sys.getrefcount(node))
del other
print(sys.getrefcount(node))
third = None
fourth = 5
print(sys.getrefcount(node))
node = Node()
print(sys.getrefcount(node), sys.getrefcount(Node()))
