class Date:
    made = 0

    def __init__(self, year, month):
        self.year, self.month = year, month
        type(self).made += 1

    @classmethod
    def parse(cls, text):
        return cls(*map(int, text.split("-")))

    @staticmethod
    def leap(year):
        return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)

    def __repr__(self):
        return f"{type(self).__name__}({self.year}, {self.month})"


class Special(Date):
    pass


print(Date.parse("2024-5"), Special.parse("2023-1"), Date.made, Special.made)
print(Date.leap(2000), Date(1, 1).leap(1900), Special.leap(2024))
method = Date(1, 2).__repr__
print(method(), method.__self__.month, method.__func__ is Date.__repr__, Date.parse.__self__ is Date)
print(type(Date.__dict__["leap"]).__name__, type(Date.__dict__["parse"]).__name__, type(Date.parse).__name__,
      type(Date.leap).__name__, type(Date.__repr__).__name__)
first, second = Date(1, 1), Date(1, 1)
print(first.__repr__ == first.__repr__, first.__repr__ is first.__repr__, first.__repr__ == second.__repr__,
      hash(first.__repr__) == hash(first.__repr__))
print(Date.leap is Date.leap, Date.parse is Date.parse, Date.parse == Date.parse)
try:
    Date.__repr__()
except TypeError as error:
    print(error)
try:
    Date(1)
except TypeError as error:
    print(error)
try:
    Date.parse()
except TypeError as error:
    print(error)
try:
    Date(1, 2, 3)
except TypeError as error:
    print(error)
print(staticmethod(len)([1, 2]), Date.__dict__["leap"].__func__(1999))


class Counter:
    @classmethod
    def __init_subclass__(cls, label="none", **rest):
        super().__init_subclass__(**rest)
        cls.label = label
        print("new subclass", cls.__name__, label)


class One(Counter, label="one"):
    pass


class Two(One):
    pass


print(One.label, Two.label, Counter.__class_getitem__(1) if hasattr(Counter, "__class_getitem__") else "no items")
