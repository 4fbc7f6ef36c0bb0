print()
print("a", 1, None, [2], sep="-", end="!\n")
print("no newline", end="")
print()
print("a", "b", sep="")
print(*range(5), sep=", ")
print("multi", "line", sep="\n")
print(None, True, 1.0, (), {"k": [1]}, {1}, b"b", ..., NotImplemented)
print(print("inner"))
try:
    print("a", sep=5)
except TypeError as error:
    print(error)
try:
    print("a", end=b"")
except TypeError as error:
    print(error)
print("sep none", "x", sep=None, end=None)


class Loud:
    def __str__(self):
        return "LOUD"


class Wrong:
    def __str__(self):
        return 5


print(Loud(), [Loud().__str__()])
try:
    print("before", Wrong())
except TypeError as error:
    print()
    print(error)
import sys
print("to the error stream", file=sys.stderr)
print("é ü € 😀 \u2028 \x07".replace("\x07", "bell"))
print("tab\there", "null\0here".replace("\0", "0"), flush=True)
sys.stdout.write("written\n")
