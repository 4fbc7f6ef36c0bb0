# Special methods are looked up on the class, not on the instance.
class Thing:
    def __len__(self):
        return 1


t = Thing()
t.__len__ = lambda: 99
print(len(t), t.__len__())
t.__str__ = lambda: "instance"
print(str(t).startswith("<__main__.Thing"))
Thing.__str__ = lambda self: "from the class, later"
print(str(t), f"{t}")
Thing.__add__ = lambda self, other: "added"
print(t + 1)
del Thing.__add__
try:
    t + 1
except TypeError as error:
    print(error)


class Sub(Thing):
    __hash__ = None
    __iter__ = None


try:
    hash(Sub())
except TypeError as error:
    print(error)
try:
    iter(Sub())
except TypeError as error:
    print(error)


class A:
    def __add__(self, other):
        return "A.add"

    def __radd__(self, other):
        return "A.radd"


class B(A):
    def __radd__(self, other):
        return "B.radd"


class C(A):
    pass


class D:
    def __radd__(self, other):
        return "D.radd"

    def __add__(self, other):
        return NotImplemented


print(A() + B(), A() + C(), B() + A(), A() + D(), D() + A(), 1 + B(), C() + C())
try:
    D() + D()
except TypeError as error:
    print(error)


class Truth:
    def __bool__(self):
        print("bool")
        return True

    def __len__(self):
        print("len")
        return 0


print(bool(Truth()), not Truth(), Truth() and 1, [1 for _ in [0] if Truth()])


class Contains:
    def __iter__(self):
        print("iter")
        return iter([1, 2, 3])


print(2 in Contains(), 5 in Contains())


class Get:
    def __getattribute__(self, name):
        print("getattribute", name)
        return super().__getattribute__(name)

    def __len__(self):
        return 3


print(len(Get()), Get().__len__())
