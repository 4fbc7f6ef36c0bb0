import weakref


class Node:
    def __init__(self, name):
        self.name = name
        self.reference = weakref.ref(self)

    def __del__(self):
        print(self.name, self.reference() is self, self.reference())


class Quiet(Node):
    def __repr__(self):
        return f"<{self.name}>"


a = Quiet("a")
outside = weakref.ref(a)
print(outside(), hash(outside) == hash(a))
unhashed = weakref.ref(Quiet("b"))
try:
    hash(unhashed)
except TypeError as error:
    print(error)


class Special(weakref.ref):
    def __init__(self, target, callback=None):
        super().__init__(target, callback)
        self.label = "special " + target.name


special = Special(a)
print(special.label, special() is a, special is outside, special == outside)
del a
print(special(), outside(), special.label)
