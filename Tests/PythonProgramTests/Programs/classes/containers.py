class Shelf:
    def __init__(self, *items):
        self.items = list(items)

    def __len__(self):
        return len(self.items)

    def __getitem__(self, key):
        print("get", key, end="; ")
        return self.items[key]

    def __setitem__(self, key, value):
        print("set", key, value)
        self.items[key] = value

    def __delitem__(self, key):
        print("del", key)
        del self.items[key]

    def __contains__(self, item):
        return str(item) in self.items


shelf = Shelf("a", "b", "c", "1")
print(len(shelf), shelf[0], shelf[-1], shelf[1:3], bool(shelf))
shelf[1] = "B"
shelf[2:] = ["x", "y"]
del shelf[0]
print("B" in shelf, 1 in shelf, list(shelf))
for item in shelf:
    print(item)
print(list(reversed(shelf)), [*shelf], shelf.items)


class Grid:
    def __getitem__(self, key):
        return key

    def __missing__(self, key):
        return "never"


grid = Grid()
print(grid[1, 2], grid[1:2, ::3], grid[...], grid["a"], grid[()])


class Defaults(dict):
    def __missing__(self, key):
        return key * 2


table = Defaults(a=1)
print(table["a"], table["b"], table.get("b"), len(table))
