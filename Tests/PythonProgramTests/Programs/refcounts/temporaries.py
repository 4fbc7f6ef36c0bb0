import sys


class Number:
    def __init__(self, value):
        self.value = value

    def __add__(self, other):
        return Number(self.value + other.value)

    def __iadd__(self, other):
        self.value += other.value
        return self


def identity(thing):
    return thing


print(sys.getrefcount(Number(1)))
print(sys.getrefcount(identity(Number(1))))
print(sys.getrefcount(Number(1) + Number(2)))
left = Number(5)
print(sys.getrefcount(identity(left)))
right = left
left += Number(1)
print(left is right, sys.getrefcount(left), left.value)
left = left + Number(1)
print(left is right, sys.getrefcount(left), sys.getrefcount(right))
print(sys.getrefcount([left, left][0]))
print(sys.getrefcount(left if right else right))
print(sys.getrefcount(left or right))
print([sys.getrefcount(n) for n in [left, right]])
print([sys.getrefcount(n) for n in (Number(0), Number(1))])
