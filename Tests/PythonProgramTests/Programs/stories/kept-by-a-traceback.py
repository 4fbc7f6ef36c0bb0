# An exception keeps its traceback, that keeps the frames, and those keep their variables.
import gc
import sys


class Heavy:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("  freed:", self.name)


def inner():
    heavy = Heavy("inner")
    raise ValueError("from inside")


def outer():
    heavy = Heavy("outer")
    inner()


gc.collect()
kept = None
try:
    outer()
except ValueError as error:
    print("handling", error, sys.exc_info()[1] is error)
    kept = error
print("after the handler; kept:", sys.getrefcount(kept))
trace = kept.__traceback__
while trace is not None:
    print(" ", trace.tb_frame.f_code.co_name, sorted(name for name in trace.tb_frame.f_locals if name == "heavy"))
    trace = trace.tb_next
kept.__traceback__ = kept.__traceback__.tb_next.tb_next
print("without the outer one")
kept = kept.with_traceback(None)
print("without any")
try:
    outer()
except ValueError:
    print("not kept at all")
print("after")


def holder():
    heavy = Heavy("holder")
    try:
        raise KeyError("self")
    except KeyError as error:
        saved = error
    return "returned"


print(holder())
print("a cycle of exception, traceback and frame:", gc.collect() > 0)
try:
    try:
        outer()
    except ValueError as first:
        raise RuntimeError("second") from first
except RuntimeError as second:
    print(repr(second.__cause__), second.__context__ is second.__cause__)
    second.__cause__.__traceback__ = None
    print("cause cut")
print(sys.exc_info())
