class Thing:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("del", self.name)


def closure():
    captured = Thing("captured")
    plain = Thing("plain")

    def inner():
        return captured

    return inner


function = closure()
print("closure lives")
del function
print("closure gone")


def rebinds():
    value = Thing("first value")

    def change():
        nonlocal value
        value = Thing("second value")

    change()
    print("changed")


rebinds()


class Body:
    temporary = Thing("in a class body")
    del temporary
    kept = Thing("kept by the class")


print("class made")
Body.kept = None
instance = Body()
instance.thing = Thing("attribute")
instance.thing = Thing("replaces it")
del instance
print("lambda")
(lambda x: None)(Thing("lambda's argument"))
print("conditional")
Thing("condition") and None
print("comparison")
Thing("left") is Thing("right")
print("walrus")
(walrus := Thing("walrus 1"))
(walrus := Thing("walrus 2"))
print("tuple")
Thing("t1"), Thing("t2")
print("call")
print(Thing("printed").name, Thing("printed too").name)
print("subscript")
[Thing("item 0"), Thing("item 1")][0].name
print("augmented")
text = ""
text += Thing("augmented").name
print("unpacking")
a, b = Thing("u1"), Thing("u2")
a = b = None
print("star")
first, *rest = [Thing("s1"), Thing("s2"), Thing("s3")]
rest = None
first = None
print("with")


class Manager(Thing):
    def __enter__(self):
        return Thing("entered")

    def __exit__(self, *details):
        print("exit")


with Manager("manager") as entered:
    print("body")
del entered
print("end")
