import sys

print(sys.version_info[:2], sys.version_info >= (3, 8), sys.maxsize, sys.byteorder, sys.implementation.name, sys.getrecursionlimit())
print(type(sys.modules).__name__, "sys" in sys.modules, sys.modules["sys"] is sys, sys.modules["__main__"].__name__, "not there" in sys.modules)
print(sys.exc_info(), __name__, sys.argv[1:], type(sys.stdout).__name__ != "", sys.intern("a b") is sys.intern("a" + " b"))
import math
print(sys.modules["math"] is math, math.__name__)
try:
    raise KeyError("x")
except KeyError:
    kind, value, traceback = sys.exc_info()
    print(kind, value, type(traceback).__name__, sys.exception() is value)
print(sys.exc_info() == (None, None, None))
main = sys.modules["__main__"]
main.added = "through the module"
print(added, main.main is main, vars(main)["added"])
for attempt in lambda: sys.intern(5), lambda: sys.getrefcount(), lambda: sys.getsizeof(), lambda: sys.missing, lambda: sys._getframe(100), lambda: sys.setrecursionlimit(0):
    try:
        print(attempt())
    except Exception as error:
        print(type(error).__name__ + ":", error)


class Sized:
    def __sizeof__(self):
        return 1000


class Wrong:
    def __sizeof__(self):
        return -1


print(sys.getsizeof(Sized()), sys.getsizeof(1), sys.getsizeof(5, "default"))
try:
    sys.getsizeof(Wrong())
except ValueError as error:
    print(error)
try:
    sys.exit(3)
except SystemExit as error:
    print(error.code, error.args)
sys.setrecursionlimit(200)


def down(n):
    return down(n + 1) if n < 500 else n


try:
    down(0)
except RecursionError as error:
    print(error)
sys.setrecursionlimit(1000)
print(down(0))
