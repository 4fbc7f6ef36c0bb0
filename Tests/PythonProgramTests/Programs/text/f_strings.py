n, x, s = 42, 3.14159, "text"
print(f"{n} {x} {s} {n + 1} {s!r} {s!s} {s!a}", f"{{braces}} {n}}}", f"")
print(f"{n:5}|{n:<5}|{n:>5}|{n:^5}|{n:05}|{n:+}|{n: }|{-n:=6}|{n:*^9}|")
print(f"{n:b} {n:o} {n:x} {n:X} {n:#b} {n:#x} {n:#o} {n:08b} {n:c} {n:e} {n:n}")
print(f"{x:.2f} {x:8.3f}| {x:<8.1f}| {x:e} {x:.1e} {x:g} {x:.3g} {x:%} {x:.0%} {x:+.1f} {1e10:g} {1e-7:g}")
print(f"{1234567:,} {1234567.891:,.2f} {1234567:_} {255:_x} {0.5:.0f} {1.5:.0f} {2.675:.2f} {1e20:f}")
print(f"{s:10}|{s:>10}|{s:^10}|{s:-<10}|{s:.2}|{s:6.3}|{s!r:>8}|")
width, precision = 10, 3
print(f"{x:{width}.{precision}}|{s:>{width}}|{s:{'*'}^{width}}|")
print(f"{n=} {x=:.2f} {s=} {n + 1 = } {s=!s}")
print(f"{'nested ' + f'{n}'} {'a' if n else 'b'} {[i for i in range(3)]} {(lambda: 5)()} { {'k': 1}['k'] }")
print(f"{True} {None} {[1, 'a']} {True:d} {True:5} {'%'}", f"multi"
      f" part {n}" " plain {n}", f"""{
    n
}""")


class Custom:
    def __format__(self, spec):
        return f"<{spec}>"


print(f"{Custom()} {Custom():spec here} {Custom()!r:.7}", format(Custom(), "x"), format(n, "06.1f"), format(s))
print(f"{float('inf'):8} {float('nan'):.2f} {-0.0:.1f} {0.5:.3} {1.0} {100.0:.3g} {123456789.0} {1e5:.3}")
for action in (lambda: f"{s:d}", lambda: f"{x:d}", lambda: f"{n:s}", lambda: f"{[]:5}", lambda: f"{n:.2d}",
               lambda: f"{n:y}", lambda: f"{None:>5}", lambda: f"{s:,}", lambda: f"{s:=5}"):
    try:
        action()
    except Exception as error:
        print(type(error).__name__, error)
