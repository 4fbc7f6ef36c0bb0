# start: Colour.RED
# start: Colour
# start: painting
# repr
"""Enumerations, flags, and members with attributes."""

import enum


class Colour(enum.Enum):
    RED = 1
    GREEN = ["a list"]
    ROUGE = 1

    def paint(self):
        return self.name


class Level(enum.IntEnum):
    LOW = 1
    HIGH = 10


class Access(enum.Flag):
    READ = enum.auto()
    WRITE = enum.auto()


class Planet(enum.Enum):
    EARTH = (5.97, 6.37)

    def __init__(self, mass, radius):
        self.mass = mass
        self.radius = radius


painting = {Colour.RED: ["apple"], Level.HIGH: Access.READ | Access.WRITE, "planet": Planet.EARTH}
