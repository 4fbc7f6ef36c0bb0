import gc

gc.collect()


class Marker:
    pass


def living():
    return sum(1 for thing in gc.get_objects() if type(thing) is Marker)


print(living())
markers = [Marker() for _ in range(12)]
print(living())
markers[3] = markers[0]
print(living())
del markers[6:]
print(living())
loop = Marker()
loop.me = loop
del loop
print(living())
gc.collect()
print(living())
young = [thing for thing in gc.get_objects(generation=2) if thing is markers[0]]
print(len(young))
fresh = Marker()
print(sum(thing is fresh for thing in gc.get_objects(generation=0)))
print(sum(thing is fresh for thing in gc.get_objects(generation=2)))
