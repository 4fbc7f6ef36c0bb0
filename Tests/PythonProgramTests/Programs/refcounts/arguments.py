import sys


def depth(thing, levels):
    if levels == 0:
        return sys.getrefcount(thing)
    return depth(thing, levels - 1)


def keywords(**named):
    return sys.getrefcount(named["thing"])


def starred(*things):
    return sys.getrefcount(things[0])


def rebind(thing):
    before = sys.getrefcount(thing)
    thing = None
    return before


value = ["a value"]
for levels in range(5):
    print(levels, depth(value, levels))
print("keywords", keywords(thing=value))
print("starred", starred(value))
print("starred twice", starred(value, value))
print("rebind", rebind(value))
print("after", sys.getrefcount(value))
