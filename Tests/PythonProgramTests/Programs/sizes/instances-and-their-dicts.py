import sys

size = sys.getsizeof


class Point:
    def __init__(self, x, y):
        self.x = x
        self.y = y


a, b = Point(1, 2), Point(3, 4)
print("instances", size(a), size(b), "their dicts", size(a.__dict__), size(b.__dict__), "the same as a dict", size({"x": 1, "y": 2}))
a.z = 1
print("one more attribute", size(a), size(a.__dict__), size(Point(1, 2).__dict__))


class Many:
    pass


sizes = []
many = Many()
for number in range(40):
    setattr(many, f"a{number}", number)
    sizes.append(size(many.__dict__))
print("growing after its dict was asked for", sizes)
many = Many()
for number in range(40):
    setattr(many, f"a{number}", number)
print("growing before", size(many), size(many.__dict__))
other = Many()
other.a0 = 1
print("another with one", size(other.__dict__))
reverse = Many()
for number in reversed(range(5)):
    setattr(reverse, f"a{number}", number)
print("in another order", size(reverse.__dict__), list(vars(reverse)))


class Shared:
    def __init__(self):
        self.a, self.b, self.c = 1, 2, 3


first = Shared()
print("three", size(vars(first)))
del first.b
print("one deleted", size(vars(first)), list(vars(first)))
first.b = 5
print("and set again", size(vars(first)), list(vars(first)))
second = Shared()
vars(second)["key"] = 1
print("through the dict", size(vars(second)))
vars(second)[5] = 1
print("with a number as a key", size(vars(second)))
third = Shared()
third.__dict__ = {"p": 1}
print("replaced", size(third.__dict__), size(third), third.p)
third.__dict__.clear()
print("cleared", size(third.__dict__))
made = [Shared() for _ in range(100)]
print("the hundredth", size(made[-1]), size(vars(made[-1])))


class Slotted:
    __slots__ = ("a", "b", "c")

    def __init__(self):
        self.a, self.b, self.c = 1, 2, 3


print("slots", size(Slotted()), size(Slotted()) < size(Shared()) + size(vars(Shared())))


class Both(Slotted):
    pass


both = Both()
both.d = 4
print("slots and a dict", size(both), size(vars(both)))
for count in range(0, 12, 2):
    cls = type(f"With{count}", (), {"__slots__": tuple(f"s{n}" for n in range(count))})
    print(count, "slots", size(cls()))
print("class", size(Point) == size(Many), size(Slotted) > size(Point), size(type), size(object), size(int))
