print("{} {} {}".format(1, "a", None), "{2}{1}{0}".format(*"abc"), "{a} {b!r} {0}".format("z", a=1, b="x"))
print("{:>6}|{:<6}|{:^6}|{:*^7}|{:+}|{:05.1f}".format(1, 2, 3, "mid", 5, 2.25), "{{}}".format(), "{:{}}|{:.{p}f}".format("a", 5, 1.23456, p=2))
print("{0[k]} {1[0]} {2.real} {0[k][1]}".format({"k": "value"}, [10, 20], 5), "{:,} {:.1%} {:x} {:#b} {:e}".format(1234567, 0.123, 255, 5, 12345.678))
print("{!s:>5}|{!r:>5}|{!a}".format("a", "b", "é"), "{:d} {:c} {:o} {:X}".format(5, 65, 8, 255), "{:s}".format("s"), "{:}".format(5))
print("{x[0]}-{x[1]}".format(x=(1, 2)), "{name}".format_map({"name": "map"}), format(3.14159, ".3"), format("a", ">3"), format(5, "b"), format([1], ""))
print(str.format("{}{}", 1, 2), "{0}{0}".format("ab"), "a{}b{}c".format("", "-"), "{:>{w}.{p}}".format("abcdef", w=6, p=3))


class Point:
    def __init__(self, x, y):
        self.x, self.y = x, y

    def __format__(self, spec):
        if spec == "polar":
            return f"r={(self.x ** 2 + self.y ** 2) ** 0.5:.1f}"
        return f"({self.x:{spec}}, {self.y:{spec}})"


p = Point(3, 4)
print("{:polar} {} {:.2f} {0.x}".format(p, p, p) if False else "{:polar} {} {:.2f}".format(p, p, p), f"{p:polar} {p} {p:03d}")
for template, args in (("{} {}", (1,)), ("{0} {}", (1, 2)), ("{", ()), ("}", ()), ("{:q}", (1,)), ("{x}", ()), ("{0.y}", (1,)),
                       ("{0[9]}", ([],)), ("{!x}", (1,)), ("{:>>5}", ("a",)), ("{:d}", ("a",)), ("{:.2}", (1,)), ("{0[k]}", ({},)), ("{:5", (1,))):
    try:
        print(template, template.format(*args))
    except Exception as error:
        print(template, type(error).__name__, error)
