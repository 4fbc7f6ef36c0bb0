def remember(value, seen=[]):
    seen.append(value)
    return seen


print(remember(1), remember(2), remember(3, []), remember.__defaults__)
print(remember(4) is remember.__defaults__[0])
base = 10


def frozen(value=base):
    return value


base = 20
print(frozen(), frozen.__defaults__)
frozen.__defaults__ = (99,)
print(frozen())
frozen.__defaults__ = None
try:
    frozen()
except TypeError as error:
    print(error)


def keyword(*, limit=5):
    return limit


keyword.__kwdefaults__["limit"] = 6
print(keyword())


def attribute():
    attribute.calls += 1


attribute.calls = 0
attribute()
attribute()
print(attribute.calls, vars(attribute), attribute.__name__, attribute.__qualname__, attribute.__module__)


def annotated(a: int, b: "text" = 1) -> list:
    """A text."""


print(annotated.__annotations__, annotated.__doc__)
code = annotated.__code__
print(code.co_name, code.co_argcount, code.co_varnames, code.co_firstlineno, code.co_filename.endswith("defaults.py"))
def local_names(a, *b, c, **d):
    e = 1


print(local_names.__code__.co_varnames, local_names.__code__.co_kwonlyargcount, local_names.__code__.co_nlocals)
