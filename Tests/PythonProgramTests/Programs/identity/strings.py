import sys

a = "name_like"
b = "name_like"
c = "".join(["name", "_like"])
print(a is b, a is c, a == c, sys.intern(c) is a)
d = "not a name!"
e = "not a name!"
print(d is e)


def one():
    return "not a name!"


def two():
    return "name_like"


print(one() is d, one() is one(), two() is a)
joined = "ab" + "cd"
whole = "abcd"
print(joined is whole)
part = "ab"
print(part + "cd" is whole)
long = "x" * 5000
same = "x" * 5000
print(long is same, len(long))
short = "x" * 20
other = "xxxxxxxxxxxxxxxxxxxx"
print(short is other)
seven, letter, accented, empty, abc, cba, mixed = "7", "a", "é", "", "abc", "cba", "é€"
print(str(7) is str(7), chr(55) is seven, abc[0] is letter, cba[-1] is letter, accented is chr(233), chr(300) is chr(300), mixed[0] is accented)
print("".join([]) is str(), abc[:0] is empty, a[:] is a, a[0:9] is a, a[0:8] is a[0:8], str(a) is a, "%s" % a is a, f"{a}" is a, f"{a}!" is f"{a}!")
print(a.strip() is a, a.replace("q", "z") is a, a.lower() is a, a.upper() is a.upper(), a.split("_")[1] is "".join(["like"]), a.encode() is a.encode())
print(repr(a) is repr(a), a.join([a]) is a, "".join([a]) is a, a + "" is a, "" + a is a, a * 1 is a, a.zfill(3) is a, a.ljust(3) is a, a.split()[0] is a)


class Holder:
    some_attribute = 1

    def __init__(self):
        self.other_attribute = 2


h = Holder()
name = "other_attribute"
print(list(vars(h))[0] is name, sys.intern("other" + "_attribute") is name)
setattr(h, "".join(["dyn", "amic"]), 3)
print(list(vars(h))[1] is sys.intern("dynamic"))
key = "".join(["k", "e", "y", "1"])
literal = "key1"
table = {key: 1}
print(list(table)[0] is key, list(table)[0] is literal, list(dict(key1=1))[0] is literal)
holder, initialize = "Holder", "__init__"
print(type(h).__name__ is holder, Holder.__init__.__name__ is initialize, Holder.__init__.__qualname__ is Holder.__init__.__qualname__)
x, ab, nothing = b"x", b"ab", b""
print(bytes([120]) is x, bytes([97, 98]) is ab, bytes(1) is bytes(1), bytes() is nothing, bytes(ab) is ab, ab[:] is ab, ab[0:1] is b"".join([ab[0:1]]))
