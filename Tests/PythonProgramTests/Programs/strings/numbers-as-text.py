print(int("42"), int(" -7\n"), int("ff", 16), int("0xff", 16), int("0b101", 0), int("0o17", 0), int("z", 36), int("1_000"), int(3.99), int(-3.99), int(True), int())
print(float("1.5"), float(" 1e3 "), float("inf"), float("-Infinity"), float("nan"), float("1_0.5"), float(3), float())
print(hex(255), hex(-255), f"{5:#b}", (255).to_bytes(2, "big"), int.from_bytes(b"\x01\x00", "big"), int.from_bytes(b"\xff", "little", signed=True))
print((10).bit_length(), (0).bit_length(), (-8).bit_length(), (255).bit_count(), (7).numerator, (2.5).as_integer_ratio(), (2.0).is_integer(), (5).conjugate(), (3).is_integer())
print(repr(0.1), repr(1e22), repr(1e21), repr(123456789012345680.0), repr(1e16), repr(9999999999999998.0), repr(0.0001), repr(0.00001), repr(1.0), repr(-0.0), repr(5e-324), repr(1.7976931348623157e308))
print(round(2.5), round(3.5), round(-2.5), round(2.675, 2), round(1234, -2), round(1250, -2), round(1350, -2), round(2.5, 0), round(7), round(1e20), round(0.5), round(1.5))
print(str(10 ** 25), repr(2 ** 64), -10 ** 18, 1_000_000, 0xFF, 0o17, 0b11, 1e3, 1.5e-3, .5, 5.)
print(abs(-3), abs(-2.5), abs(True), pow(2, 5), pow(2, 5, 7), pow(3, -1, 7), min(3, 1.5), max(2, 2.0), sum([0.1] * 10), sum([1, 2], 10), sum([[1], [2]], []))
print((0.1).hex(), float.fromhex("0x1.8p1"), (1.5).__class__.__name__, 3 .real, 7 // 2.0, 1e308 * 10, -7 % 5.5)
for attempt in lambda: int("x"), lambda: int("1.5"), lambda: int(""), lambda: int("9", 8), lambda: int(None), lambda: int([1]), lambda: float("x"), lambda: float(""), lambda: float([]), \
        lambda: int(float("nan")), lambda: int(float("inf")), lambda: round("a"), lambda: int("1", 1), lambda: int(1.5, 2), lambda: hex(1.5), lambda: abs("a"), lambda: sum(["a"]), lambda: sum(5), lambda: min([]), lambda: max(1), lambda: divmod(1, 0), lambda: pow(2, -1, 4), lambda: 1e308 ** 2, lambda: int("1" * 5000), lambda: (1).to_bytes(0, "big"), lambda: 2.0 ** 10000:
    try:
        print(attempt())
    except Exception as error:
        print(type(error).__name__ + ":", error)
print(hash(1), hash(-1), hash(-2), hash(2 ** 61 - 1), hash(2 ** 61), hash(0.5), hash(1.0), hash(float("inf")), hash(10 ** 30), hash(-0.0), hash(True), hash("") , hash(b""), hash(()) == hash(()))
