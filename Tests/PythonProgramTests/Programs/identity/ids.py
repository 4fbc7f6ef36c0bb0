class Thing:
    pass


thing = Thing()
number = id(thing)
other = thing
print(type(number).__name__, id(other) == number, number > 0)
print(id(Thing()) == number, id([]) == id(thing))
things = [Thing() for _ in range(50)]
print(len({id(t) for t in things}), len(set(things)))
row = [1, 2]
before = id(row)
row += [3]
row.append(4)
row[:] = [0]
print(id(row) == before, row)
row = row + [1]
print(id(row) == before)
text = "x"
before = id(text)
text += "y"
print(id(text) == before)
print(hash(thing) == hash(other), hash(thing) == id(thing) >> 4)
print(id(None) == id(None), id(Thing) == id(type(thing)))
print(thing.__init__ is thing.__init__, thing.__init__ == thing.__init__)
table = {id(thing): "found"}
print(table[id(other)])
