import gc

gc.collect()


class Node:
    pass


def looped(touch):
    node = Node()
    node.me = node
    if touch:
        node.__dict__


# Asking for the __dict__ of an instance does not change the count.
looped(False)
print(gc.collect())
looped(True)
print(gc.collect())


def function():
    def inner():
        return inner
    return None


function()
print("function, closure and cell:", gc.collect())


def leaking():
    try:
        raise ValueError
    except ValueError as error:
        kept = error


leaking()
print("exception, traceback and frame:", gc.collect())
Local = type("Local", (), {})
del Local
print("a class is a cycle:", gc.collect() > 3)
