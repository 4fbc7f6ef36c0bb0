# start: box
# start: keeper; box
# start: Box
"""Slots beside an attribute dictionary, and weak references as a slot."""


class Base:
    __slots__ = ("first", "__weakref__")


class Box(Base):
    def __init__(self):
        self.first = ["in a slot"]
        self.second = ["in the dictionary"]


class Keeper:
    __slots__ = ("kept", "__dict__")


box = Box()
keeper = Keeper()
keeper.kept = box
keeper.extra = {"box": box}
