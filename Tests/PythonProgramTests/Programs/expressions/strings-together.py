print("a" "b" 'c', "it's", 'say "x"', "tab\tline\\n", r"raw\n", "\x41\u00e9\N{BULLET}\101")
print("""three
lines "quoted" here""")
print("ab" * 3, 2 * "xy", "-" * 0, "a" + "b", "x" in "xyz", "" in "abc", "xz" in "xyz")
print(repr("it's"), repr('"'), repr("both ' and \""), repr("\n\t\x00\x7f\xa0é\u200b😀"))
print(b"bytes\x00\xff", b"a" + b"b", b"abc"[0], b"abc"[0:1], list(b"hi"), bytes([104, 105]))
print(len("é"), len("😀"), ord("😀"), chr(233), "é" == "\u00e9")
print("%s and %r, %d, %5.2f|%-5s|%05d|%x|%%|%c" % ("s", "r", 7, 3.14159, "ab", 42, 255, "z"))
print("%(name)s is %(age)d" % {"name": "Ann", "age": 3})
print("{} {1}".replace("{1}", "{}").format(1, 2), "{0}{1}{0}".format("a", "b"), "{x:>4}|{y!r}".format(x=1, y="q"))
try:
    "a" + 1
except TypeError as error:
    print(error)
try:
    1 + "a"
except TypeError as error:
    print(error)
try:
    "%d" % "x"
except TypeError as error:
    print(error)
try:
    "%s %s" % ("x",)
except TypeError as error:
    print(error)
