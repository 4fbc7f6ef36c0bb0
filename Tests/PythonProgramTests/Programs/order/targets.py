# Which of a statement's parts is evaluated first.
class Traced:
    def __init__(self, name):
        object.__setattr__(self, "name", name)

    def __setattr__(self, key, value):
        print("set", self.name, key, value)

    def __getattr__(self, key):
        print("get", self.name, key)
        return 0

    def __setitem__(self, key, value):
        print("set item", self.name, key, value)

    def __getitem__(self, key):
        print("get item", self.name, key)
        return 0

    def __delitem__(self, key):
        print("delete item", self.name, key)


def get(name):
    print("name", name)
    return Traced(name)


def value(number):
    print("value", number)
    return number


get("a").x = value(1)
get("a").x = get("b").y = value(2)
get("a").x, get("b")[value(0)] = value(3), value(4)
get("a").x += value(5)
get("a")[value(1)] += value(6)
get("a")[value(1):value(2)] = value(7)
del get("a")[value(8)], get("b")[value(9)]
for get("loop").x in [1, 2]:
    print("body")
annotated: print("annotations are evaluated") = value(10)
get("a").x: value(11) = value(12)
