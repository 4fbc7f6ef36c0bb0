print("%s %d %r" % ("a", 5, "b"), "%s" % 5, "%s" % [1], "%%", "100%%" % (), "%s" % (("t",),))
print("%5d|%-5d|%05d|%+d|% d|%x|%X|%#x|%o|%c|%c" % (42, 42, 42, 42, 42, 255, 255, 255, 8, 97, "z"))
print("%f %.2f %8.3f| %-8.1f| %e %g %G %.3g" % (3.14159, 3.14159, 3.14159, 3.14159, 31415.9, 1e-5, 1e20, 1234567.0))
print("%10s|%-10s|%.2s|%5.1s|%r|%a" % ("text", "text", "text", "text", "it's", "\xe9"))
print("%(name)s is %(age)d, %(name)r" % {"name": "ada", "age": 36}, "%(x).1f%%" % {"x": 99.5, "y": 0})
print("%*d|%-*d|%.*f" % (6, 42, 6, 42, 2, 3.14159), "%d" % 3.99, "%d" % True, "%i" % -7, "%s" % None)
text = "%s and %s"
print(text % ("one", "two"), text % ((1, 2), {"k": 1}))
text = "n=%d;"
text %= 5
print(text)
for template, values in (("%d", "x"), ("%s %s", ("a",)), ("%s", ("a", "b")), ("%(k)s", {}), ("%z", 1),
                         ("%", 1), ("%c", "ab"), ("%x", 1.5), ("%(k)s", 5), ("no", 1), ("%.2f", "1")):
    try:
        print(template % values)
    except Exception as error:
        print(type(error).__name__, error)
