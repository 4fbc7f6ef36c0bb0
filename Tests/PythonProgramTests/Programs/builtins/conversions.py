print(int(), int("12"), int(" -7 "), int("1_000"), int(True), int("0x1f", 16), int("z", 36), int(2.9))
print(float(), float("1.5"), float(" inf "), float("-1e-3"), float(3), float("nan"))
print(str(), str(1.0), str(None), str([1, "a"]), str(b"x"), str(b"abc", "ascii"), str({"a": (1,)}))
print(bool(), bool("False"), list(), list("ab"), tuple([1]), dict(), set(), frozenset(), bytes(), bytes(3))
print(chr(97), ord("a"), chr(8364), ord("\u20ac"), hex(255), hex(-16), bin(10), oct(8))
print(repr("it's"), repr('"'), repr("a'b\"c"), repr("tab\tnew\n\\"), repr("\x00\x7f\xe9\u200b"), ascii("\xe9\u20ac"))
print(repr(1e100), repr(1.0), repr(0.1), repr(1e-10), repr(100000000000000000.0), repr(-0.0), 1.5e300)
print(bytes([65, 66]), bytes("h\xe9", "utf-8"), b"a\x00'", list(b"AB"), b"ab"[0], b"abc"[1:], b"a" + b"b")
print(round(3.14159, 2), round(7), round(1.5), round(0.5), round(25, -1), type(round(2.5)).__name__, round(2.5, 0))
print(complex(1, 2), complex("1+2j"), (2.0).is_integer(), (0.5).as_integer_ratio(), (10).bit_length())
print(int.from_bytes(b"\x01\x00", "big"), (258).to_bytes(2, "little"), (255).to_bytes(1).hex(), float.hex(1.5))
for action in (lambda: int("1.5"), lambda: int(""), lambda: int([]), lambda: float("x"), lambda: int("9", 8),
               lambda: chr('a'), lambda: ord("ab"), lambda: int(None), lambda: float([]), lambda: list(5),
               lambda: bytes([256]), lambda: hex("a"), lambda: round("x"), lambda: int(float("inf")),
               lambda: str(b"\xff", "utf-8"), lambda: "\xe9".encode("ascii"), lambda: int("1", 1)):
    try:
        action()
    except Exception as error:
        print(type(error).__name__, error)
