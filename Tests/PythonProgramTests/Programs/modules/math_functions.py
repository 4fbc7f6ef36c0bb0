import math

print(math.pi, math.e, math.inf, math.nan, math.tau)
print(math.sqrt(2), math.floor(-2.5), math.ceil(-2.5), math.trunc(-2.5), math.fabs(-3), math.fmod(-7, 3))
print(math.gcd(12, 18), math.lcm(4, 6), math.factorial(20), math.comb(5, 2), math.perm(5, 2), math.isqrt(99))
print(math.isnan(math.nan), math.isinf(-math.inf), math.isfinite(1.0), math.isclose(0.1 + 0.2, 0.3), math.copysign(3, -0.0))
print(math.hypot(3, 4), math.log2(8), math.log10(1000), math.log(1), math.exp(0), math.pow(2, 0.5), math.sin(0), math.cos(0))
print(math.degrees(math.pi), math.radians(180), math.atan2(1, 1) == math.pi / 4, math.prod([1, 2, 3]), math.fsum([0.1] * 10))
print(math.modf(2.5), math.frexp(8.0), math.ldexp(0.5, 3), math.floor(1e20), math.dist([0, 0], [3, 4]))
print(round(math.sin(1), 10), round(math.log(10), 10), round(math.exp(1.5), 10), round(math.tan(0.5), 10))
print(math.__name__, type(math).__name__, "sqrt" in dir(math), math.sqrt.__name__)
for action in (lambda: math.sqrt(-1), lambda: math.log(0), lambda: math.factorial(-1), lambda: math.sqrt("x"),
               lambda: math.floor(math.inf), lambda: math.exp(1000), lambda: math.isqrt(-1), lambda: math.gcd(1.5)):
    try:
        action()
    except (ValueError, TypeError, OverflowError) as error:
        print(type(error).__name__, error)
