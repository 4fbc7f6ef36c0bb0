class Single:
    instance = None

    def __new__(cls, *args):
        print("new", args)
        if cls.instance is None:
            cls.instance = super().__new__(cls)
        return cls.instance

    def __init__(self, *args):
        print("init", args)
        self.args = args


print(Single(1) is Single(2), Single.instance.args)


class Even(int):
    def __new__(cls, value):
        return super().__new__(cls, value - value % 2)

    def __add__(self, other):
        return Even(int(self) + other)


print(Even(7), Even(7) + 3, type(Even(2) + 1).__name__, Even(5) * 2, isinstance(Even(1), int))


class Plugin:
    registry = {}

    def __init_subclass__(cls, key=None, **kwargs):
        super().__init_subclass__(**kwargs)
        Plugin.registry[key or cls.__name__.lower()] = cls


class Reader(Plugin):
    pass


class Writer(Plugin, key="w"):
    pass


print({key: value.__name__ for key, value in Plugin.registry.items()})
Made = type("Made", (Reader,), {"size": 3, "double": lambda self: self.size * 2})
print(Made().double(), Made.__mro__[1].__name__, list(Plugin.registry))
try:
    object.__new__(int)
except TypeError as error:
    print(error)
try:
    Reader(5)
except TypeError as error:
    print(error)
