class Everything:
    def __int__(self):
        return 7

    def __float__(self):
        return 7.5

    def __index__(self):
        return 3

    def __len__(self):
        return 4

    def __hash__(self):
        return 99

    def __round__(self, digits=None):
        return ("rounded", digits)

    def __bytes__(self):
        return b"raw"

    def __contains__(self, item):
        return item == "in"

    def __reversed__(self):
        return iter("cba")

    def __divmod__(self, other):
        return ("divmod", other)

    def __pow__(self, other, modulo=None):
        return ("pow", other, modulo)

    def __floordiv__(self, other):
        return ("floor", other)

    def __invert__(self):
        return "inverted"

    def __dir__(self):
        return ["b", "a"]


e = Everything()
print(int(e), float(e), hex(e), len(e), hash(e), round(e), round(e, 2), bytes(e), "in" in e, "out" in e)
print(list(reversed(e)), divmod(e, 2), pow(e, 2), pow(e, 2, 3), e // 5, ~e, dir(e), [0, 1, 2, 3][e], range(e), bool(e))
print(chr(97 + e.__index__()), "x" * e, "abcdef"[e:], bin(e))


class Bad:
    def __len__(self):
        return -1

    def __hash__(self):
        return "no"

    def __bool__(self):
        return 5

    def __int__(self):
        return "x"

    def __repr__(self):
        return None

    def __iter__(self):
        return 5

    def __index__(self):
        return 1.5

    def __contains__(self, item):
        raise LookupError("asked")


for action in (len, hash, bool, int, repr, iter, hex, lambda b: 1 in b, list):
    try:
        print(action(Bad()))
    except Exception as error:
        print(type(error).__name__, error)
