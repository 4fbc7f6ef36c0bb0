# start: things
# start: broken
# start: keyed
# repr
"""The same where the heap is dumped with the program's own texts."""


class Broken:
    def __repr__(self):
        raise ValueError("no text")


class Wrong:
    def __repr__(self):
        return 42


class Quoting:
    def __repr__(self):
        return "says \"so\" \\ and\na second <line> & more"


class BrokenDict(dict):
    def __repr__(self):
        raise KeyError("no text")


broken = Broken()
things = [broken, Wrong(), Quoting(), BrokenDict(a=broken)]
keyed = {broken: "value", Quoting(): "said", (1, "two"): [3]}
