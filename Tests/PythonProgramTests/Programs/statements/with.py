class Manager:
    def __init__(self, name, swallow=False):
        self.name = name
        self.swallow = swallow

    def __enter__(self):
        print("enter", self.name)
        return self.name.upper()

    def __exit__(self, kind, value, traceback):
        print("exit", self.name, kind and kind.__name__, value, traceback is not None)
        return self.swallow


with Manager("a") as a:
    print(a)
with Manager("a") as a, Manager("b") as b:
    print(a, b)
with (
    Manager("c") as c,
    Manager("d"),
):
    print(c)
with Manager("quiet", swallow=True):
    raise ValueError("swallowed")
print("goes on")
try:
    with Manager("loud"):
        with Manager("inner"):
            raise KeyError("through both")
except KeyError as error:
    print("caught", error)


def leave():
    for i in range(3):
        with Manager(f"loop {i}"):
            if i == 0:
                continue
            return "returned"


print(leave())
target = {}
with Manager("key") as target["k"]:
    print(target)
try:
    with object():
        pass
except TypeError as error:
    print(error)


class HalfManager:
    def __enter__(self):
        print("entered")


try:
    with HalfManager():
        pass
except TypeError as error:
    print(error)


class Replacing(Manager):
    def __exit__(self, *details):
        raise RuntimeError("from exit")


try:
    with Replacing("r"):
        raise ValueError("first")
except RuntimeError as error:
    print(repr(error), repr(error.__context__))
