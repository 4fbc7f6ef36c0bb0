import types

def function():
    yield


class Class:
    def method(self):
        pass

    slot_like = property(lambda self: 1)


samples = [
    1, 1.5, "a", b"b", None, True, ..., NotImplemented, [], (), {}, set(), frozenset(), range(1), slice(1), object(),
    function, function(), lambda: 0, Class, Class(), Class().method, Class.method, Class.slot_like, len, [].append,
    str.upper, "".upper, int.__add__, (1).__add__, {}.keys(), {}.values(), {}.items(), iter([]), iter({}), iter(()),
    iter(set()), iter(""), iter(range(1)), iter({}.items()), zip(), map(str, []), enumerate([]), reversed([]), reversed({}),
    types, function.__code__, Class.__dict__, type, staticmethod(len), classmethod(len), super(Class, Class()),
    Class.__dict__["__dict__"], Class.__dict__["__weakref__"], (lambda: samples).__closure__, dict.fromkeys, Exception, Exception(),
    ValueError().with_traceback, int | str, function.__get__, (n for n in []), type(None), type(...), int.real, [].__len__, object.__init__,
    dict.__dict__["fromkeys"],
]
for sample in samples:
    print(type(sample).__name__, end=" ")
print()


def outer():
    captured = 1

    def inner():
        return captured
    return inner


print(type(outer().__closure__[0]), type(outer().__closure__))
for cls in int, list, dict, str, types.FunctionType, types.ModuleType, types.CellType, types.GeneratorType, ValueError, type(None), types.MappingProxyType, Class:
    print(cls, cls.__name__, cls.__module__, cls.__qualname__, [base.__name__ for base in cls.__bases__])
