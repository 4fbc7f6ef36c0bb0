import sys

leaf = ("leaf", [1])
tree = [leaf, leaf, [leaf]]
print(sys.getrefcount(leaf))
shallow = tree[:]
print("slice", sys.getrefcount(leaf), sys.getrefcount(tree[2]))
also = list(tree)
print("list()", sys.getrefcount(leaf))
joined = tree + tree
print("concatenation", sys.getrefcount(leaf))
repeated = tree * 3
print("repetition", sys.getrefcount(leaf))
same = tuple(leaf)
print("tuple of a tuple", same is leaf, sys.getrefcount(leaf))
whole = leaf[:]
print("slice of a tuple", whole is leaf, sys.getrefcount(leaf))
table = {"a": leaf}
copy = dict(table)
merged = table | {"b": leaf}
print("dicts", sys.getrefcount(leaf))
copy.update(c=leaf)
merged.pop("a")
print("changed", sys.getrefcount(leaf))
del shallow, also, joined, repeated, same, whole, table, copy, merged
print("end", sys.getrefcount(leaf))
