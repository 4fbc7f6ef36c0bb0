class A:
    def who(self):
        return "A"

    @classmethod
    def make(cls, *args):
        return cls.__name__, args

    @staticmethod
    def free(x):
        return x


class B(A):
    def who(self):
        return "B" + super().who()

    @classmethod
    def make(cls, *args):
        return super().make("B", *args)


class C(B):
    who = lambda self: "C" + super(C, self).who()


c = C()
print(c.who(), C.make(1), c.make(), c.free(2), C.free(3), super(B, c).who(), super(C, C).make(0))
print(type("D", (C,), {})().who(), type(c) is C, type(C) is type, C.__base__ is B)
print(repr(super(B, c)).split(" at ")[0].replace("__main__.", ""), isinstance(A.__dict__["free"], staticmethod), type(A.__dict__["make"]).__name__)
print(A.who is B.who, C().who.__func__ is C.who, A.make.__self__ is A)
print(object().__class__, isinstance(object, type), isinstance(type, object), issubclass(type, object), type(type))
for action in (lambda: super(), lambda: super(B, 5).who(), lambda: super(5, c), lambda: super(C, c).missing, lambda: type(1, 2),
               lambda: type("X", 5, {}), lambda: C(1), lambda: A.who(), lambda: c.make.missing, lambda: object(5)):
    try:
        print(action())
    except (TypeError, RuntimeError, AttributeError) as error:
        print(type(error).__name__, error)
print(property(lambda self: 1).fget(None), classmethod(lambda cls: cls).__get__(None, int)() is int, staticmethod(len).__func__ is len)
A.who = lambda self: "patched"
print(c.who())
C.__bases__ = (A,)
print([k.__name__ for k in C.__mro__], c.who())
