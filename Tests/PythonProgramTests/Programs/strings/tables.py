# A table of mixed values: widths computed, formats nested, signs, thousands, percent, bases.
rows = [
    ("bees", 120000, 0.5, True, None),
    ("ants", 7, -12.345, False, "small"),
    ("wasps", -30000, 1e20, True, "é\n"),
]
for name, count, share, flag, note in rows:
    print(f"|{name:<8}|{count:>12,}|{share:^12.4g}|{flag!s:>6}|{note!r:10}|{note!a:<10}|")
width, places = 12, 3
for _, count, share, *_ in rows:
    print(f"{share:{width}.{places}f}|{share:+.2e}|{share:.1%}|{count:+d}|{count:_}|{count:#x}|{count:#o}|{count:b}")
print(f"{255:08b} {255:#06x} {-255:=+8d} {255:*^9} {255:<6}| {255:c} {0.1 + 0.2} {0.1 + 0.2:.20f}")
print(f"{1234567.891:,.2f} {1234567.891:_.1f} {12:05} {-12:05} {3.0} {3.0:g} {1e-7} {1e16} {123456789012345678.0}")
print(f"{'text':.2} {'text':>{width}.3} {'{braces}'} {{literal}} {'a' 'b'!r:>6}")
print(f"{width=} {width = :>6} {places * 2=} {'x'.upper()=}")
print("{0} {1[2]} {0.real} {name:>{size}} {{}}".format(7, [1, 2, 3], name="n", size=4))
print("{} {} {!r}".format(1, "two", "three"), "{:>5}{:<5}|".format("a", "b"))
print("%s %r %5d|%-5d|%05.1f %x %% %c %(name)s" % {"name": 1} if False else "%s %r %5d|%-5d|%05.1f %x %%" % ("a", "b", 3, 4, 5.55, 255))
print(format(3.14159, ".3"), format(True), format(True, "d"), format(None), format("x", ">3"))
for wrong in (
    lambda: f"{1:s}", lambda: f"{'x':d}", lambda: f"{1.5:d}", lambda: f"{[]:5}", lambda: "{}".format(),
    lambda: "{a}".format(), lambda: "%d" % "x", lambda: "%s %s" % (1,), lambda: f"{1:,_}", lambda: f"{2:.3d}",
):
    try:
        print(wrong())
    except (ValueError, TypeError, KeyError, IndexError) as error:
        print(type(error).__name__, error)
