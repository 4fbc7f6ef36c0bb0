# start: things
# start: broken
# start: keyed
"""Texts that cannot be made, that are huge, and that hold every character that breaks a picture."""


class Broken:
    def __repr__(self):
        raise ValueError("no text")


class Wrong:
    def __repr__(self):
        return 42


class Huge:
    def __repr__(self):
        return "huge " * 10000


class BrokenList(list):
    def __repr__(self):
        raise ValueError("no text")


broken = Broken()
things = [broken, Wrong(), Huge(), BrokenList([broken])]
keyed = {broken: "value", "quote\" and \\ backslash": 1, "new\nline": 2, "a" * 100: 3, "\x00\x1b": 4,
         "\u202eright to left": 5, "\U0001f600": 6, "<b>&amp;</b>": 7, "{a|b}": 8, b"bytes\xff": 9}
