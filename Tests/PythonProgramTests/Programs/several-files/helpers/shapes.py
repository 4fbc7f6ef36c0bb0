"""Shapes for the program beside."""

print("shapes is loaded", __name__)
count = 0
names = []


class Square:
    def __init__(self, side):
        self.side = side


def area(shape):
    return shape.side ** 2


def register(name):
    global count
    count += 1
    names.append(name)
