class Countdown:
    def __init__(self, start):
        self.start = start

    def __iter__(self):
        return self

    def __next__(self):
        if self.start <= 0:
            raise StopIteration
        self.start -= 1
        return self.start


print(list(Countdown(3)), max(Countdown(5)), 2 in Countdown(4), dict(enumerate(Countdown(2))))
first, *rest = Countdown(4)
print(first, rest, sum(Countdown(10)), [*zip(Countdown(3), "abc")], list(Countdown(0)))


class Grid:
    def __init__(self):
        self.cells = {}

    def __getitem__(self, where):
        return self.cells.get(where, 0)

    def __setitem__(self, where, value):
        self.cells[where] = value

    def __delitem__(self, where):
        del self.cells[where]

    def __len__(self):
        return len(self.cells)

    def __contains__(self, where):
        return where in self.cells


grid = Grid()
grid[1, 2] = "x"
grid[0, 0] += 5
print(grid[1, 2], grid[9, 9], grid[0, 0], len(grid), (1, 2) in grid, bool(Grid()))
del grid[1, 2]
print(len(grid), sorted(grid.cells))


class Adder:
    def __init__(self):
        self.total = 0

    def __call__(self, *numbers, sign=1):
        self.total += sign * sum(numbers)
        return self


adder = Adder()
adder(1, 2)(3)(4, sign=-1)
print(adder.total, callable(adder), callable(1), callable(Adder), callable(len), callable(lambda: 0))
adder.__call__ = lambda: "ignored"
print(adder().total)
for attempt in lambda: int(5)(), lambda: str("text")(), lambda: print()(), lambda: [1][0](), lambda: object()[0], lambda: iter(5), \
        lambda: next([1]), lambda: len(5), lambda: 1 in 5, lambda: setattr(object(), 1, 2):
    try:
        attempt()
    except TypeError as error:
        print(error)
