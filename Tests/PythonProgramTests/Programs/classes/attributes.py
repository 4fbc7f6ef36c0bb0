class Base:
    shared = []

    def method(self):
        return "method of " + type(self).__name__


class Child(Base):
    def __getattr__(self, name):
        if name.startswith("make_"):
            return lambda *args: (name[5:], args)
        raise AttributeError(f"no {name} here")


child = Child()
child.own = 1
print(child.own, child.make_tea("hot"), hasattr(child, "make_x"), hasattr(child, "nothing"))
print(getattr(child, "nothing", "default"), getattr(child, "own"), child.method())
try:
    child.nothing
except AttributeError as error:
    print(error)
try:
    Base().nothing
except AttributeError as error:
    print(error, error.name, type(error.obj).__name__)
try:
    Base.nothing
except AttributeError as error:
    print(error)
setattr(child, "other", 2)
delattr(child, "own")
print(vars(child), child.__dict__ is vars(child))
child.__dict__["direct"] = 3
print(child.direct, sorted(child.__dict__))
try:
    del child.own
except AttributeError as error:
    print(error)
child.method = lambda: "of the instance"
print(child.method(), Base.method(child))
child.shared.append(1)
child.shared = ["mine"]
print(Base.shared, child.shared)


class Guarded:
    def __getattribute__(self, name):
        if name.startswith("secret"):
            raise AttributeError("hidden")
        return super().__getattribute__(name)

    def __setattr__(self, name, value):
        print("setting", name)
        super().__setattr__(name, value)

    def __delattr__(self, name):
        print("deleting", name)
        object.__delattr__(self, name)


g = Guarded()
g.secret = 1
g.plain = 2
print(g.plain, hasattr(g, "secret"), vars(g))
del g.plain
for attempt in lambda: setattr(1, "x", 2), lambda: setattr(object(), "x", 2), lambda: "a".missing, \
        lambda: None.attribute, lambda: setattr(int, "x", 1), lambda: len.x, lambda: getattr(1, 5):
    try:
        attempt()
    except (AttributeError, TypeError) as error:
        print(type(error).__name__ + ":", error)
child.__class__ = Base
print(type(child).__name__, hasattr(child, "make_tea"))
