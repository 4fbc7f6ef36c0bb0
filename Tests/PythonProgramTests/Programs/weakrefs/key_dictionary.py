import weakref


class Key:
    def __init__(self, name):
        self.name = name

    def __hash__(self):
        return hash(self.name)

    def __eq__(self, other):
        return self.name == other.name


notes = weakref.WeakKeyDictionary()
one, two = Key("one"), Key("two")
notes[one] = 1
notes[two] = 2
print(len(notes), notes[one], notes[Key("two")])
print(sorted(key.name for key in notes))
notes[Key("one")] = 11
print(notes[one], len(notes))
del two
print(len(notes), list(notes.values()))
print(Key("two") in notes, notes.get(Key("two"), "none"))
try:
    notes["text"] = 3
except TypeError as error:
    print(error)
one.notes = notes
del one
print(len(notes))
