import sys


def fail(thing):
    raise ValueError(thing)


subject = {"key": "value"}
print("start", sys.getrefcount(subject))
try:
    fail(subject)
except ValueError as error:
    # Held by the arguments of the exception and by the frame of the traceback.
    print("caught", sys.getrefcount(subject))
    saved = error
    print("error", sys.getrefcount(saved) - 1)
print("kept", sys.getrefcount(subject))
saved.__traceback__ = None
print("without traceback", sys.getrefcount(subject))
saved.args = ()
print("without arguments", sys.getrefcount(subject))
try:
    fail(subject)
except ValueError:
    pass
print("forgotten", sys.getrefcount(subject))
