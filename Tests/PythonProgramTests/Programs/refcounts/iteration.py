import sys

items = [["x"], ["y"]]
print("start", sys.getrefcount(items), sys.getrefcount(items[0]))
for item in items:
    print("in the loop", sys.getrefcount(items), sys.getrefcount(item))
del item
iterator = iter(items)
print("iterator", sys.getrefcount(items))
again = iter(iterator)
print("same iterator", again is iterator, sys.getrefcount(iterator))
list(iterator)
print("exhausted", sys.getrefcount(items))
pairs = list(enumerate(items))
print("enumerate", sys.getrefcount(items), sys.getrefcount(items[0]))
zipped = zip(items, items)
print("zip", sys.getrefcount(items))
next(zipped)
del zipped
print("zip deleted", sys.getrefcount(items))
mapped = map(len, items)
print("map", sys.getrefcount(items), list(mapped))
print("reversed", sys.getrefcount(items), [sys.getrefcount(items) for x in reversed(items)])
del pairs
print("end", sys.getrefcount(items), sys.getrefcount(items[0]))
