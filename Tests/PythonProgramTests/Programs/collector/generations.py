import gc

print(gc.get_threshold(), gc.isenabled())
gc.collect()
gc.disable()


class Node:
    pass


young = Node()


def generation(thing):
    return [g for g in range(3) if any(each is thing for each in gc.get_objects(generation=g))]


print("new:", generation(young))
gc.collect(0)
print("after one:", generation(young))
gc.collect(0)
print("still:", generation(young))
gc.collect(1)
print("after the second generation's:", generation(young))
other = Node()
gc.collect(2)
print("straight to the oldest:", generation(other), generation(young))
gc.set_threshold(10, 2, 3)
print(gc.get_threshold())
gc.set_threshold(500)
print(gc.get_threshold())
gc.set_threshold(0)
print(gc.get_threshold())
gc.set_threshold(2000, 10, 10)
garbage = Node()
garbage.me = garbage
gc.collect()
del garbage
print("old garbage is not found by the young:", gc.collect(0), gc.collect(1), gc.collect(2))
fresh = Node()
fresh.me = fresh
del fresh
print("new garbage is:", gc.collect(0))
for wrong in 3, -1, "x":
    try:
        gc.collect(wrong)
    except (ValueError, TypeError) as error:
        print(type(error).__name__, error)
gc.enable()
print(gc.isenabled())
print(generation(5), generation("text"), generation(gc))
