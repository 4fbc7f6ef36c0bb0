import sys


def same(one, other):
    return one is other


name = "identifier"
parts = ["ident", "ifier"]
built = "".join(parts)
print(built == name, built is name)
print(sys.intern(built) is name, built is name)
built = sys.intern("".join(parts))
print(built is name)
spaced = "not an identifier"
again = "".join(["not an ", "identifier"])
print(again is spaced, sys.intern(again) is sys.intern(spaced))
print(same("abc"[1], "b"), same("abc"[0:1], "a"), same(chr(98), "b"), same("\xe9", chr(233)))
print(same(chr(300), chr(300)), same("abc"[:], "abc"), same(spaced[0:2], spaced[0:2]))
text = str(12)
print(text is str(12), str(5) is str(5))


class Thing:
    pass


thing = Thing()
setattr(thing, "at" + "tribute", 1)
key = next(iter(vars(thing)))
print(same(key, "attribute"), key)
table = {"".join(parts): 1}
print(next(iter(table)) is name)
try:
    sys.intern(b"bytes")
except TypeError as error:
    print(error)
