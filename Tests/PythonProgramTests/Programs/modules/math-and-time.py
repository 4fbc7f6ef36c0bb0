import math
import time

print(math.pi, math.e, math.inf, math.nan, math.tau)
print(math.sqrt(2), math.floor(-2.5), math.ceil(2.1), math.trunc(-2.9), math.fabs(-3), math.factorial(20), math.gcd(12, 18, 27), math.lcm(4, 6), math.comb(10, 3), math.perm(5, 2))
print(math.pow(2, 0.5), math.exp(1), math.log(10), math.log(8, 2), math.log2(8), math.log10(1000), math.hypot(3, 4), math.isqrt(99), math.copysign(1, -0.0), math.fmod(-7, 3))
print(math.sin(1), math.cos(1), math.tan(1), math.atan2(1, -1), math.degrees(math.pi), math.radians(180), math.asin(1), math.acos(0), math.atan(1))
print(math.isnan(math.nan), math.isinf(-math.inf), math.isfinite(1e308), math.isclose(0.1 + 0.2, 0.3), math.fsum([0.1] * 10), math.prod([1, 2, 3, 4]), math.modf(2.25), math.frexp(8.0), math.ldexp(0.5, 4), math.dist([0, 0], [3, 4]))
for attempt in lambda: math.sqrt(-1), lambda: math.log(0), lambda: math.factorial(-1), lambda: math.factorial(1.5), lambda: math.floor(math.nan), lambda: math.ceil(math.inf), lambda: math.sqrt("a"), lambda: math.exp(1000), lambda: math.isqrt(-1), lambda: math.comb(-1, 2), lambda: math.gcd(1.5), lambda: math.missing:
    try:
        print(attempt())
    except Exception as error:
        print(type(error).__name__ + ":", error)
start, steady = time.time(), time.perf_counter()
time.sleep(0.001)
print(type(start).__name__, time.time() >= start, time.perf_counter() > steady, type(time.monotonic()).__name__, type(time.time_ns()).__name__)
print(math.floor(10 ** 30), math.log(10 ** 400), math.sqrt(10 ** 40), math.ceil(5), type(math.floor(2.0)).__name__)
try:
    time.sleep(-1)
except ValueError as error:
    print(error)
