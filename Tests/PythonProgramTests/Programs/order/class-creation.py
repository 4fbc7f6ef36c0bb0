def note(text, value=None):
    print(text)
    return value


class Meta:
    def __init_subclass__(cls, **kwargs):
        print("init_subclass", cls.__name__, kwargs)


class Named:
    def __set_name__(self, owner, name):
        print("set_name", owner.__name__, name)


def decorator(label):
    print("decorator", label)
    return lambda cls: print("decorating", cls.__name__, "with", label) or cls


@decorator("outer")
@decorator("inner")
class Class(note("base", Meta), flag=note("keyword", 1)):
    print("body starts")
    first = Named()
    second: note("annotation", int) = Named()

    def method(self, x=note("default")):
        pass

    print("body ends")


class Child(Class, flag=2):
    pass


print(Class.__annotations__)


class Instance:
    def __new__(cls, *args):
        print("new", args)
        return object.__new__(cls)

    def __init__(self, *args):
        print("init", args)


note("instance", Instance)(note("argument", 1))
