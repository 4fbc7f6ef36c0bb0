# and, or and not give operands, and stop as soon as they can.
def show(value):
    print("looked at", repr(value))
    return value


print(show(0) or show("") or show("found") or show("never"))
print(show(1) and show([]) and show("never"))
print(show(0) or show(None))
print(not show([]), not show([0]))
print(show("yes") if show(1) else show("no"))
print(show(0) and 1 or show(2))


class Box:
    def __init__(self, size):
        self.size = size

    def __len__(self):
        print("len asked")
        return self.size


class Mood(Box):
    def __bool__(self):
        print("bool asked")
        return self.size > 5


for box in Box(0), Box(1), Mood(1), Mood(9):
    print(type(box).__name__, "is", "true" if box else "false")
print(bool(0.0), bool("0"), bool(()), bool((0,)), bool(None), bool({}), bool(range(0)), bool(b""))
print(any([0, 0, 3, show(1)]), all([]), any([]), all([1, "a", 0]))


class Liar:
    def __bool__(self):
        return 1


try:
    if Liar():
        pass
except TypeError as error:
    print(error)
