# start: table
# start: place
# start: same
"""Dictionaries under keys of every kind, and with the same value under several keys."""


class Place:
    def __init__(self, x):
        self.x = x

    def __hash__(self):
        return hash(self.x)

    def __eq__(self, other):
        return isinstance(other, Place) and self.x == other.x


class Name(str):
    pass


place = Place(1)
value = ["value"]
table = {place: value, 1: value, 2.5: [1], (3, "x"): value, None: ["none"], True: "same as 1", "text": value,
         "not a name": [2], "": [3], b"bytes": [4], frozenset([5]): [6], Name("own"): [7], print: [8], int: [9],
         "ümlaut": [10], "line\nbreak": [11], "name\n": [12]}
same = {"a": value, "b": value, 3: value}
itself = {place: place, value[0]: value}
holder = [place, table]
