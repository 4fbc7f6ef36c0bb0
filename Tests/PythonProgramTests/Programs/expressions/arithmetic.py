# Operators of numbers, with the signs that trip people up.
print(7 // 2, -7 // 2, 7 // -2, -7 // -2)
print(7 % 3, -7 % 3, 7 % -3, -7 % -3)
print(7 / 2, 8 / 2, 1 / 3)
print(2 ** 10, 2 ** -1, (-2) ** 3, -2 ** 2, 2 ** 3 ** 2)
print(divmod(17, 5), divmod(-17, 5), divmod(17.5, 5))
print(7.5 // 2, -7.5 // 2, 7.5 % 2, -7.5 % 2, 5.0 % -3)
print(0.1 + 0.2, 1e16 + 1, 1e300 * 1e10, -1e300 * 1e10)
print(6 & 3, 6 | 3, 6 ^ 3, ~6, -1 >> 3, 1 << 70, -5 >> 1)
print(10 ** 30, 10 ** 30 // 7, 10 ** 30 % 7, -(10 ** 30) // 7)
print(123456789 ** 5, 2 ** 200 - 1)
print(True + True, True * 3, -True, not True)
print(3 == 3.0, hash(3) == hash(3.0), 10 ** 20 == 1e20, 2 ** 53 + 1 == float(2 ** 53 + 1))
for text in ["1 // 0", "1 % 0", "1 / 0", "1.0 // 0", "0 ** -1", "1 << -1"]:
    try:
        if text == "1 // 0":
            1 // 0
        elif text == "1 % 0":
            1 % 0
        elif text == "1 / 0":
            1 / 0
        elif text == "1.0 // 0":
            1.0 // 0
        elif text == "0 ** -1":
            0 ** -1
        else:
            1 << -1
    except (ZeroDivisionError, ValueError) as error:
        print(text, "->", type(error).__name__, error)
