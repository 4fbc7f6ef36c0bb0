def every(a, b=2, /, c=3, *rest, d, e=5, **more):
    return a, b, c, rest, d, e, more


print(every(1, d=4))
print(every(1, 2, 3, 4, 5, d=6, z=7))
print(every(*[1, 2], *"xy", d=0, **{"e": 1, "f": 2}))
print(every.__name__, every.__defaults__, every.__kwdefaults__)
print(every.__code__.co_varnames, every.__code__.co_argcount)


def calls(*args, **kwargs):
    """Documented."""
    return args, kwargs


print(calls(), calls(1, x=2), calls(*(), **{}), calls(*range(3), *"a", k=None))
print(calls.__doc__, every.__doc__)


def annotated(x: int, y: "text" = 1) -> list:
    pass


print(annotated.__annotations__, annotated(1))


def recursive(n):
    return 1 if n < 2 else n * recursive(n - 1)


print(recursive(25))
print((lambda *a, k=1: (a, k))(1, 2), (lambda: (yield))().__class__.__name__)
calls.note = "attribute"
print(calls.note, vars(calls))
