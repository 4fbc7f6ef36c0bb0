import gc
import sys

import objgraph


class Problem(Exception):
    def __init__(self, detail):
        super().__init__("problem", detail)
        self.detail = detail


def inner(argument):
    local = ["local of inner"]
    raise Problem(argument)


def outer():
    local = ["local of outer"]
    try:
        inner([1000])
    except Problem as error:
        raise KeyError("outer") from error


def own(each):
    return not isinstance(each, type) and not (isinstance(each, dict) and "__name__" in each) and type(each).__name__ not in ("code", "frame", "function", "builtin_function_or_method")


gc.collect()
kept = None
try:
    outer()
except KeyError as error:
    kept = error
print(sys.getrefcount(kept), sys.getsizeof(kept), sys.getrefcount(kept.__cause__))
objgraph.show_refs([kept], max_depth=4, filename="error.dot", filter=own)
objgraph.show_backrefs([kept.__cause__], max_depth=2, filename="backrefs.dot", filter=own)
kept.__cause__.__traceback__ = None
kept.__traceback__ = None
objgraph.show_refs([kept], max_depth=4, filename="without-tracebacks.dot", filter=own)
del kept
print(gc.collect())
