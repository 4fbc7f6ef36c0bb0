import sys


class Claims:
    def __sizeof__(self):
        return 1000


class Plain:
    pass


class Slotted:
    __slots__ = ()

    def __sizeof__(self):
        return 5


class Wrong:
    def __sizeof__(self):
        return "large"


class Negative:
    def __sizeof__(self):
        return -1


# getsizeof adds the collector's header of 16 bytes.
print(sys.getsizeof(Claims()), Claims().__sizeof__())
print(sys.getsizeof(Plain()) - Plain().__sizeof__())
print(sys.getsizeof(Slotted()))
for bad in (Wrong, Negative):
    try:
        print(sys.getsizeof(bad()))
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)
    print(sys.getsizeof(bad(), "default") if bad is Wrong else "-")
print([].__sizeof__(), sys.getsizeof([]), (5).__sizeof__(), sys.getsizeof(5))
print("abc".__sizeof__(), {}.__sizeof__(), set().__sizeof__(), ().__sizeof__())
