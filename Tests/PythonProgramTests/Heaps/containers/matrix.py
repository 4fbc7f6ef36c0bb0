import sys

import objgraph

row = [0] * 3
wrong = [row] * 3
right = [[0] * 3 for _ in range(3)]
wrong[0][0] = right[0][0] = 1000
print(sys.getrefcount(row), sys.getrefcount(right[0]), wrong, right)
objgraph.show_refs([wrong], filename="wrong.dot")
objgraph.show_refs([right], filename="right.dot")
