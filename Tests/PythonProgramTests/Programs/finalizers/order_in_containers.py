class Loud:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print(self.name, end=" ")


def show(title, make):
    print(title, end=": ")
    thing = make()
    del thing
    print()


show("list", lambda: [Loud(i) for i in range(5)])
show("tuple", lambda: tuple([Loud(i) for i in range(5)]))
show("dict", lambda: {i: Loud(i) for i in range(5)})
show("nested", lambda: [[Loud("a"), Loud("b")], [Loud("c")], Loud("d")])
show("dict of lists", lambda: {"x": [Loud(1), Loud(2)], "y": [Loud(3)]})


class Pair:
    def __init__(self):
        self.first = Loud("first")
        self.second = Loud("second")

    def __del__(self):
        print("pair", end=" ")


show("attributes", Pair)
row = [Loud(i) for i in range(6)]
print("slice", end=": ")
del row[1:4]
print()
print("clear", end=": ")
row.clear()
print()
