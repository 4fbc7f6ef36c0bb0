# start: line
# start: Point
# start: employee
# repr
"""Named tuples of both kinds, and one that is inherited from."""

from collections import namedtuple
from typing import NamedTuple

Point = namedtuple("Point", "x y")


class Employee(NamedTuple):
    name: str
    skills: list = ["none"]


class Located(Point):
    def __new__(cls, x, y, place):
        self = super().__new__(cls, x, y)
        self.place = place
        return self


line = (Point([0], [1]), Point(2, 3), Located([4], 5, ["here"]))
employee = Employee("Eve", ["chess", line])
