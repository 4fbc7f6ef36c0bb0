import sys

count = sys.getrefcount
IMMORTAL = 4294967295
for name, value in [("None", None), ("True", True), ("Ellipsis", ...), ("NotImplemented", NotImplemented), ("5", 5), ("256", 256), ("-5", -5),
                    ("int", int), ("object", object), ("type", type), ("ValueError", ValueError), ("''", ""), ("'a'", "a"), ("b''", b""), ("()", ()), ("b'a'", b"a"), ("len", len)]:
    print(name, count(value) == IMMORTAL)
small, large = 100, 10 ** 20
print("large integer:", count(large) < 10, count(int("1" * 30)), count(1.5 + float("1")), count("x" * int("30")))
before = count(None)
many = [None] * 1000
print(count(None) - before)
before = count(256)
many = [256] * 1000
print(count(256) - before)
n = int("257")
before = count(n)
many = [n] * 1000
print(count(n) - before)
many = None
print(count(n) - before)


def constants():
    return "a text with spaces", 12345678, (1, 2, 3.5)


first, second = constants(), constants()
print(first[0] is second[0], first[1] is second[1], first[2] is second[2], first is second)


class Thing:
    pass


print("class:", count(Thing) > 3, "its dict:", count(vars(Thing())), "empty list:", count([]), "empty dict:", count({}), "object:", count(object()), "function:", count(lambda: 0))
f = lambda: 0
print("named function:", count(f), "code:", count(f.__code__) > 1, "empty tuple stays:", count(tuple([])) == IMMORTAL, "frozenset:", count(frozenset([1])))
s = "interned_name_of_this_program"
t = "interned_name_of_this_program"
print(s is t, sys.intern("interned_name" + "_of_this_program") is s)
