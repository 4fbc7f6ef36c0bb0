class Thing:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("del", self.name)


def locals_in_order():
    a = Thing("a")
    b = Thing("b")
    c = Thing("c")
    print("end of function")


def reassigned():
    x = Thing("old")
    print("before")
    x = Thing("new")
    print("after")


def returned():
    local = Thing("local")
    result = Thing("result")
    return result


locals_in_order()
reassigned()
print("calling")
returned()
print("called")
kept = returned()
print("kept")
Thing("dropped at once")
print("next statement")
_ = Thing("underscore")
items = [Thing("first"), Thing("second"), Thing("third")]
del items
table = {"x": Thing("x value"), "y": Thing("y value")}
table["x"] = None
table.clear()
pair = (Thing("left"), Thing("right"))
pair = None
outer = Thing("outer")
outer.inner = Thing("inner")
outer.other = Thing("other")
del outer
print("a loop")
for number in range(3):
    each = Thing(f"loop {number}")
print("after the loop")
[Thing(f"comprehension {n}") for n in range(2)]
any(Thing(f"generator {n}") and False for n in range(2))


def arguments(a, b):
    del a
    print("a deleted")


arguments(Thing("argument a"), Thing("argument b"))


def swap():
    x, y = Thing("x"), Thing("y")
    x, y = y, x
    print("swapped")
    del x
    print("x deleted")


swap()
print("end of program")
