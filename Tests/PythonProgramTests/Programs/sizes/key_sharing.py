import sys


class Point:
    def __init__(self, x, y):
        self.x = x
        self.y = y


def dict_size(thing):
    return sys.getsizeof(thing.__dict__)


points = [Point(n, n) for n in range(3)]
print([dict_size(point) for point in points])
print(sys.getsizeof({"x": 0, "y": 0}))
points[0].z = 0
print([dict_size(point) for point in points])
fresh = Point(0, 0)
print(dict_size(fresh))
copied = dict(fresh.__dict__)
print(sys.getsizeof(copied))
del fresh.x
print(dict_size(fresh), vars(fresh))
fresh.x = 5
print(dict_size(fresh), vars(fresh))
wide = Point(1, 2)
for index in range(40):
    setattr(wide, f"extra{index}", index)
print(dict_size(wide), len(vars(wide)))
print(dict_size(Point(3, 4)))
replaced = Point(5, 6)
replaced.__dict__ = {"x": 1}
print(dict_size(replaced), replaced.x)
