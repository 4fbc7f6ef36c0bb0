class Base:
    def __init__(self):
        print("Base.__init__")
        self.setup()

    def setup(self):
        print("Base.setup")

    def describe(self):
        return "base"


class Left(Base):
    def __init__(self):
        print("Left.__init__")
        super().__init__()

    def describe(self):
        return "left " + super().describe()


class Right(Base):
    def setup(self):
        print("Right.setup")
        super().setup()

    def describe(self):
        return "right " + super().describe()


class Both(Left, Right):
    def describe(self):
        return "both " + super().describe()


both = Both()
print(both.describe())
print([c.__name__ for c in Both.__mro__], Both.__base__.__name__)
print(isinstance(both, Right), issubclass(Both, (int, Left)), issubclass(Left, Right))
print(super(Left, both).describe(), Left.describe(both))
try:
    class Bad(Base, Left):
        pass
except TypeError as error:
    print(error)
