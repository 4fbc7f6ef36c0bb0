# Integers of any size, and floats at their edges.
import sys

factorial = 1
for number in range(1, 31):
    factorial *= number
print(factorial, len(str(factorial)), factorial.bit_length(), sys.getsizeof(factorial))
print(factorial // 10**20, factorial % (10**9 + 7), divmod(-factorial, 10**25))
print(2**100, -(2**100) >> 3, 2**100 >> 98, 1 << 70, ~(2**65), (2**70 - 1) & (2**66 + 5), 2**64 | 1, 2**64 ^ 2**63)
print(pow(3, 1000, 10**12), pow(7, -1, 31), pow(2, 0.5), pow(-8, 3), 0**0, 2**-2)
print((2**53 + 1) / 1, 10**30 / 10**28, 7 // -2, 7 % -2, -7 // 2, -7 % 2, divmod(-7, 2), divmod(7.5, -2))
print(int("-" + "9" * 30), int("ff", 16), int("0b101", 0), int(" 42 "), int("1_000"), int(1e22), int(-2.9))
print(f"{2**70:x}", bin(-10), (1000).to_bytes(2, "big"), int.from_bytes(b"\x01\x00", "little"), (255).bit_count())
print(0.1 + 0.2, 1e308 * 10, -1e308 * 10, 1e-320, 5e-324 / 2, float("nan") == float("nan"), 0.0 == -0.0, -0.0)
print(round(2.5), round(3.5), round(-2.5), round(2.675, 2), round(1234, -2), round(1250, -2), round(1e20), round(0.5))
print(float("1e5"), float(" -inf "), float("1_0.5"), (2.5).as_integer_ratio(), (0.1).hex(), (3.0).is_integer())
print(1e16, 1e15, 123456789.123456789, 1 / 3, 2 / 3, 1e22, 1e-4, 1e-5, 100.0, 1e100)
print(hash(2**61 - 1), hash(2**61), hash(-1), hash(-2), hash(0.5), hash(1e300), hash(float("inf")), hash(-(2**61)))
print(2**1000 == 2.0**1000, 2**53 + 1 == float(2**53), 10**400 > 1e308, 1 < 1.5 < 2, True + True, True == 1.0)
for wrong in (lambda: 1 // 0, lambda: 1 % 0, lambda: 1.0 / 0, lambda: 0.0 ** -1, lambda: int("x"), lambda: int("9", 8),
              lambda: float("one"), lambda: int(float("inf")), lambda: 2.0**10000, lambda: 1 << -1, lambda: 10**400 * 1.0,
              lambda: pow(2, -1, 4), lambda: int(float("nan")), lambda: (300).to_bytes(1, "big"), lambda: 1.5 // 0):
    try:
        print(wrong())
    except (ArithmeticError, ValueError) as error:
        print(type(error).__name__, error)
