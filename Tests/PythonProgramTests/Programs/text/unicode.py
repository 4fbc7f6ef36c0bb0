words = ["na\u00efve", "\u20ac5", "\U0001f40d snake", "\u03b1\u03b2\u03b3", "e\u0301", "\u4e2d\u6587", "a\u200bb"]
for word in words:
    print(word, len(word), repr(word), ascii(word), [hex(ord(c)) for c in word[:2]], word.encode("utf-8"))
print("\u03b1" > "z", sorted(words, key=len)[0], max(words) == words[2], "\xe9" == "e\u0301", "\N{BULLET}")
print("\xc9".lower(), "\u03c3".upper(), "\u0130".lower().encode("utf-8"), "\u01c6".title(), "\u2167".isnumeric())
print("\u4e2d".isalpha(), "\u0663".isdigit(), int("\u0663\u0664"), "\u00b2".isdigit(), "\u00a0".isspace(), "_".isalpha())
data = "h\u00e9\u20ac".encode("utf-8")
print(data, len(data), data.decode("utf-8"), data.decode("latin-1"), data.decode("ascii", "replace"), data.decode("ascii", "ignore"))
print("\u20ac".encode("utf-16-le"), "\xe9".encode("latin-1"), "\u20ac".encode("ascii", "replace"), "\u20ac".encode("ascii", "backslashreplace"))
größe = 5
print(größe, "größe" in globals(), "größe".isidentifier(), f"{größe:>4}|", "日本".center(6, "*"))
print("%5s|%-5s|" % ("é", "é"), "é".ljust(3, "-"), "àéî"[1:], "àéî"[::-1], "éa".split("a"), "ÀÉ".swapcase())
for action in (lambda: b"\xff".decode("utf-8"), lambda: b"\xe2\x82".decode("utf-8"), lambda: "\ud800".encode("utf-8"),
               lambda: "€".encode("latin-1"), lambda: b"\x80abc".decode("ascii"), lambda: "x".encode("nope")):
    try:
        print(action())
    except (UnicodeError, LookupError) as error:
        print(type(error).__name__, error)
