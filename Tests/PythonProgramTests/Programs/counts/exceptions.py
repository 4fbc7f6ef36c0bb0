import sys

count = sys.getrefcount


class Thing:
    pass


class Problem(Exception):
    pass


t = Thing()
base = count(t)


def fail(x):
    raise Problem(x)


try:
    fail(t)
except Problem as error:
    print("in args and a frame:", count(t) - base)
    print("the error:", count(error))
    error.__traceback__ = None
    print("without the traceback:", count(t) - base)
print("after:", count(t) - base)
kept = None
try:
    fail(t)
except Problem as error:
    kept = error
print("kept:", count(t) - base, count(kept))
kept = kept.with_traceback(None)
print("kept without traceback:", count(t) - base)
kept = None
print("let go:", count(t) - base)


def handles(x):
    y = x
    try:
        fail(y)
    except Problem as error:
        inside = count(x)
        saved = error.__traceback__
    return inside - base, count(x) - base


print("a traceback in a frame it leads to:", handles(t), count(t) - base)
import gc
gc.collect()
print("after collecting the cycle:", count(t) - base)


def chained(x):
    try:
        fail(x)
    except Problem as error:
        raise KeyError(x) from error


try:
    chained(t)
except KeyError as error:
    print("chained:", count(t) - base, count(error), count(error.__cause__))
print("after:", count(t) - base)
try:
    try:
        fail(t)
    finally:
        print("in finally:", count(t) - base)
except Problem:
    print("in except without a name:", count(t) - base)
    info = sys.exc_info()
    print("exc_info:", count(info[1]))
    del info
print("after:", count(t) - base)
error = Problem(t, t)
print("never raised:", count(t) - base, count(error), count(error.args))
del error
for _ in range(3):
    try:
        raise Problem(t)
    except Problem:
        pass
print("end:", count(t) - base)
