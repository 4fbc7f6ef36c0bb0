class Key:
    def __init__(self, name):
        self.name = name

    def __hash__(self):
        return hash(self.name)

    def __eq__(self, other):
        return self.name.lower() == other.name.lower()


table = {Key("a"): 1}
print(table[Key("a")])
table = {Key(1): 1}
print(table[Key(1)])
