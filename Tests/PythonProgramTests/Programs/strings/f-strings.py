name, number, ratio = "Ann", 42, 2 / 3
print(f"{name} {number} {ratio}", f"{name!r} {name!s} {'é'!a}", f"{{braces}} {number}{{")
print(f"[{name:>8}] [{name:<8}] [{name:^8}] [{name:*^9}] [{name:.2}]")
print(f"[{number:5}] [{number:<5}] [{number:05}] [{number:+}] [{number:,}] [{1234567:_}] [{number:x} {number:#x} {number:X} {number:b} {number:o} {number:#010b}]")
print(f"[{ratio:.3}] [{ratio:.3f}] [{ratio:10.2f}] [{ratio:e}] [{ratio:.1%}] [{ratio:g}] [{1e10:g}] [{1234.5:,.2f}] [{-ratio:010.3f}]")
width, places = 10, 2
print(f"{ratio:{width}.{places}f}|{name:{'>'}{width}}|{number!r:>{width}}")
print(f"{number=} {ratio = :.2f} {name=!s} {number + 1 = }")
print(f"{[n * 2 for n in range(3)]} { {'a': 1}['a']} {(lambda x: x + 1)(1)} {name if number else 'no'}")
print(f"{'nested ' + f'{number} {f"{name}"}'}")
print(f"{name:{'<' if number else '>'}6}|", f'{"quoted"}', f"""multi
{number}
lines""")
print(f"{3.0} {1e100} {1e-7} {0.1 + 0.2} {float('inf')} {-0.0} {10 ** 20} {True} {None} {()} {b'x'}")
print(f"{True:d} {True:>6} {'text':s} {65:c} {123456789:n}", f"{number:>+8,}", f"{number:=+8}", f"{255:^#8x}")


class Money:
    def __format__(self, spec):
        return f"<{spec}>"


print(f"{Money():any thing {number}}", f"{Money()}", format(Money(), "x"), format(3.14159, ".2f"), format("s", ">3"))
for value, spec in [("text", "d"), (1, "s"), (1.5, "x"), (None, ">5"), ([], "x"), (1, ".2"), ("a", "+"), (1, "zz"), ("a", ",")]:
    try:
        print(format(value, spec))
    except (TypeError, ValueError) as error:
        print(type(error).__name__ + ":", error)
