import sys

print()
print("a", 1, None, [1.0], sep="-", end="!\n")
print("no newline", end="")
print(" joined")
print(*[1, 2, 3], sep=", ")
print("to stderr", file=sys.stderr)
sys.stdout.write("written\n")
print("tab\tand \"quotes\"", 'single \'', "back\\slash", r"raw\n", "unicode \u2713 \U0001f40d")
print("""triple
quoted""", "joined " "literals", 'it' "'s")
print(("tuple",), ["list", 'it\'s'], {"k": "v"}, {"only"}, b"bytes", True, ...)


class Shown:
    def __str__(self):
        return "str"

    def __repr__(self):
        return "repr"


class OnlyRepr:
    def __repr__(self):
        return "only repr"


print(Shown(), [Shown()], (Shown(),), {"k": Shown()}, str(OnlyRepr()), OnlyRepr())
print(f"{Shown()} {Shown()!r} {Shown()!s}", "%s %r" % (Shown(), Shown()))
row = [1]
row.append(row)
print(row, range(3), slice(1, None), print, NotImplemented)
print("end", flush=True, sep="unused")
try:
    print("x", sep=5)
except TypeError as error:
    print(error)


class Wrong:
    def __str__(self):
        return 5


try:
    print(Wrong())
except TypeError as error:
    print(error)
