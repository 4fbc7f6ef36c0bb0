class Lazy:
    known = "class"

    def __init__(self):
        self.real = 1

    def __getattr__(self, name):
        if name.startswith("x"):
            return name.upper()
        raise AttributeError(f"no {name}")

    def __setattr__(self, name, value):
        print("setting", name, value)
        super().__setattr__(name, value)

    def __delattr__(self, name):
        print("deleting", name)
        object.__delattr__(self, name)


lazy = Lazy()
print(lazy.real, lazy.known, lazy.xyz, hasattr(lazy, "abc"), getattr(lazy, "abc", 0))
lazy.other = 5
del lazy.other
try:
    lazy.other
except AttributeError as error:
    print(error)


class Watched:
    value = 3

    def __getattribute__(self, name):
        print("looking up", name)
        return object.__getattribute__(self, name)


watched = Watched()
print(watched.value)
watched.value = 4
print(watched.value, Watched.value)


class Private:
    def __init__(self):
        self.__secret = 1
        self._hint = 2

    def reveal(self):
        return self.__secret


private = Private()
print(private.reveal(), vars(private), hasattr(private, "__secret"), private._Private__secret)
