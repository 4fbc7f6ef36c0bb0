class Noisy:
    def __init__(self, items):
        self.items = items

    def __iter__(self):
        print("iter")
        return Iterator(self.items)

    def __len__(self):
        print("len")
        return len(self.items)

    def __length_hint__(self):
        print("hint")
        return len(self.items)


class Iterator:
    def __init__(self, items):
        self.items, self.position = items, 0

    def __iter__(self):
        print("iter of iterator")
        return self

    def __next__(self):
        print("next")
        if self.position >= len(self.items):
            raise StopIteration
        self.position += 1
        return self.items[self.position - 1]


print(list(Noisy([1])))
a, b = Noisy([1, 2])
try:
    a, b = Noisy([1, 2, 3])
except ValueError as error:
    print(error)
first, *rest = Noisy([1])
print(*Noisy(["x"]))
print([n for n in Noisy([1])], {n: n for n in Noisy([1])}, set(Noisy([1])), tuple(Noisy([2])))
print(sum(Noisy([1, 2])), max(Noisy([3])), sorted(Noisy([2, 1])), 2 in Noisy([1, 2, 3]), any(Noisy([0, 1, 2])))
print(dict(zip(Noisy("a"), Noisy([1, 2]))), "".join(Noisy("xy")), [*Noisy([1]), *Noisy([2])])
x = [0]
x[:] = Noisy([1])
x += Noisy([2])
x.extend(Noisy([3]))
print(x)
for n in Noisy([1]):
    print("body", n)
else:
    print("else")
