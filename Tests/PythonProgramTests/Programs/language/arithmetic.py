print(7 // 2, -7 // 2, 7 % 3, -7 % 3, 7 % -3, divmod(-7, 2))
print(7 / 2, 6 / 3, 1 / 3, 2 ** 10, 2 ** -1, (-8) ** 3, 2 ** 100)
print(7.5 // 2, -7.5 // 2, 7.5 % 2, -7.5 % 2, divmod(7.5, -2))
print(5 & 3, 5 | 3, 5 ^ 3, ~5, 1 << 20, -17 >> 2, True + True)
print(1_000_000, 0xff, 0o17, 0b1011, 1e3, 1.5e-7, .5, 5.)
print(round(2.5), round(3.5), round(-2.5), round(2.675, 2), round(1234, -2))
print(abs(-3), abs(-2.5), min(3, 1, 2), max([4, 9, 2]), sum([1, 2, 3], 10))
print(1e16, 1e15, 123456789.123, 1e-4, 1e-5, 0.1 + 0.2, 1e300 * 1e10, -1e400)
print(float("inf") - float("inf"), -0.0, 0.0 == -0.0, 1e22, 1e23)
print(int("ff", 16), int("-0b101", 0), int(3.99), int(-3.99), float("1e3"))
print(1 < 2 < 3, 1 < 3 < 2, 1 == 1.0, 3 > 2 == 2, not 0, not "")
print(10 ** 30 // 7, 10 ** 30 % 7, -10 ** 30 // 7, pow(3, 200, 13), pow(3, -1, 7))
print((3 + 4j) * 2, abs(3 + 4j), (1 + 2j).conjugate(), 1j * 1j)
for expression in (lambda: 1 / 0, lambda: 1 % 0, lambda: 1.0 / 0, lambda: 0 ** -1,
                   lambda: 1 // 0, lambda: 1 << -1, lambda: int(float("nan"))):
    try:
        expression()
    except (ArithmeticError, ValueError) as error:
        print(type(error).__name__, error)
