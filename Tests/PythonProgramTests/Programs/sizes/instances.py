import sys


class Empty:
    pass


class One:
    def __init__(self):
        self.a = 1


class Many:
    def __init__(self):
        for index in range(40):
            setattr(self, "name" + str(index), index)


class Child(One):
    def __init__(self):
        super().__init__()
        self.b = 2


for cls in (Empty, One, Many, Child):
    print(cls.__name__, sys.getsizeof(cls()), len(vars(cls())))
one = One()
print(sys.getsizeof(one.__dict__), sys.getsizeof(Empty().__dict__))
one.b = one.c = one.d = 0
print(sys.getsizeof(one), sys.getsizeof(one.__dict__))


class Listed(list):
    pass


class Textual(str):
    pass


class Number(int):
    pass


class Table(dict):
    pass


print(sys.getsizeof(Listed()), sys.getsizeof(Listed([1, 2])))
print(sys.getsizeof(Textual("abc")), sys.getsizeof(Number(5)), sys.getsizeof(Table()))
