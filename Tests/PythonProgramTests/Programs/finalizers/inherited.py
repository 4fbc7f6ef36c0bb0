class Base:
    def __del__(self):
        print("Base.__del__ of", type(self).__name__)


class Child(Base):
    pass


class Overriding(Base):
    def __del__(self):
        print("Overriding.__del__")


class Cooperative(Base):
    def __del__(self):
        print("before")
        super().__del__()
        print("after")


class Unfinished(Base):
    def __init__(self):
        self.ready = False
        raise TypeError("not today")


for cls in (Base, Child, Overriding, Cooperative):
    cls()
try:
    Unfinished()
except TypeError as error:
    print(error)
instance = Child()
instance.__del__ = lambda: print("an instance attribute is not used")
del instance
Child.__del__ = lambda self: print("set on the class later")
Child()
del Child.__del__
Child()
