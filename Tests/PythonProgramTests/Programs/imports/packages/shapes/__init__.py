"""Shapes of all kinds."""
print("loading", __name__)
from .flat import Square

PI = 3


def area(radius):
    return PI * radius * radius
