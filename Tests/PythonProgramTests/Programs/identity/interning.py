import sys

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
print("abc"[1] is "b", "abc"[0:1] is "a", chr(98) is "b", "\xe9" is chr(233))
print(chr(300) is chr(300), "abc"[:] is "abc", "abc"[0:2] is "abc"[0:2])
text = str(12)
print(text is str(12), str(5) is str(5))


class Thing:
    pass


thing = Thing()
setattr(thing, "at" + "tribute", 1)
key = next(iter(vars(thing)))
print(key is "attribute", key)
table = {"".join(parts): 1}
print(next(iter(table)) is name)
try:
    sys.intern(b"bytes")
except TypeError as error:
    print(error)
