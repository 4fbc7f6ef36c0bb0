# start: segment
# start: Point
# start: partial
"""Classes with slots, some of them empty, and one that inherits them."""


class Point:
    __slots__ = ("x", "y", "label")

    def __init__(self, x, y):
        self.x = x
        self.y = y


class Point3D(Point):
    __slots__ = ("z",)


class Segment:
    __slots__ = ("start", "end")

    def __init__(self, start, end):
        self.start = start
        self.end = end


partial = Point3D(1.5, [2])
partial.z = partial
segment = Segment(Point([1], {"two": 2}), partial)
