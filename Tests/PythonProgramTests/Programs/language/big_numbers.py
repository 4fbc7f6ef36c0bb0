print(2 ** 64, 2 ** 64 - 1, -2 ** 63, (2 ** 64) // 3, (2 ** 64) % 1000, 10 ** 25 - 1, 3 ** 100)
a, b = 123456789012345678901234567890, 987654321098765432109876543210
print(a + b, b - a, a - b, a * b, b // a, b % a, divmod(-b, a), -a // 7, -a % 7)
print(a & b, a | b, a ^ b, ~a, a << 70, b >> 50, -b >> 50, a == a + 0, a < b, hash(a) == hash(a + 0))
print(hex(a)[2:], oct(a), bin(2 ** 65), int("f" * 20, 16), int("-" + "9" * 30), str(a)[::-1])
print(a / b, b / a, float(a), int(1e25), int(float(2 ** 70)), 2 ** 0.5, a ** 0.5, round(a, -20))
print(pow(7, 1000, 10 ** 9 + 7), pow(a, 3, b), a.bit_length(), (-a).bit_length(), a.bit_count(), (5).bit_count())


def factorial(n):
    result = 1
    for i in range(2, n + 1):
        result *= i
    return result


def gcd(a, b):
    while b:
        a, b = b, a % b
    return a


print(factorial(50), gcd(a, b), factorial(30) // factorial(28), sum(map(int, str(factorial(100)))))
print(f"{a:,} {a:e} {a:x} {a:_d} {2 ** 70:>25} {10 ** 30:.3g}", "%d %x" % (a, b), 10 ** 400 > 1e308, 2 ** 1023 * 1.0 > 1e307)
for action in (lambda: float(10 ** 400), lambda: 10 ** 400 / 3, lambda: 10 ** 400 * 1.0, lambda: int("9" * 5000),
               lambda: 1 << -1, lambda: a % 0, lambda: int("12a"), lambda: a.missing):
    try:
        action()
    except Exception as error:
        print(type(error).__name__, error)
print(10 ** 400 // 10 ** 399, len(str(3 ** 2000)), (10 ** 400) / (10 ** 399))
