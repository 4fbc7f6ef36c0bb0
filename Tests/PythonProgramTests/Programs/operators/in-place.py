# Each in-place operator has a method of its own; without it the ordinary one is used and the name bound anew.
class Recorder:
    def __init__(self):
        self.calls = []


def add_method(name):
    def method(self, other):
        self.calls.append((name, other))
        return self

    setattr(Recorder, name, method)


for operator in "add sub mul truediv floordiv mod pow lshift rshift and or xor matmul".split():
    add_method(f"__i{operator}__")

recorder = first = Recorder()
recorder += 1
recorder -= 2
recorder *= 3
recorder /= 4
recorder //= 5
recorder %= 6
recorder **= 7
recorder <<= 8
recorder >>= 9
recorder &= 10
recorder |= 11
recorder ^= 12
recorder @= 13
print(recorder is first)
for call in recorder.calls:
    print(*call)


class Frozen:
    def __init__(self, value):
        self.value = value

    def __add__(self, other):
        return Frozen(self.value + other)


number = kept = Frozen(1)
number += 5
print(number.value, kept.value, number is kept)
try:
    number -= 1
except TypeError as error:
    print(error)
