import functools

import objgraph


def logged(function):
    calls = []

    @functools.wraps(function)
    def wrapper(*args):
        calls.append(args)
        return function(*args)

    return wrapper


@logged
def add(a, b):
    """Adds."""
    return a + b


add(1000, 1001)
add("x", "y")
objgraph.show_refs([add], max_depth=4, filename="decorated.dot", filter=lambda each: type(each).__name__ in ("function", "tuple", "cell", "list", "dict") and not (isinstance(each, dict) and "__name__" in each), too_many=20)
objgraph.show_backrefs([add.__wrapped__], max_depth=2, filename="backrefs.dot", filter=lambda each: not (isinstance(each, dict) and "__name__" in each))
