text = "  The quick Brown fox  "
print([text.strip(), text.lstrip(), text.rstrip(), "xxaxx".strip("x"), "abcab".strip("ab"), "abc".rstrip("c")])
print(text.upper().strip(), text.lower().strip(), text.title().strip(), "hELLO wORLD".capitalize(), "aBc".swapcase(), "ß".upper(), "İ".lower() != "i", "ẞ".casefold())
print("a,b,,c".split(","), "a b  c ".split(), "a,b,c".split(",", 1), "a,b,c".rsplit(",", 1), "".split(), "".split(","), " a ".split(" "))
print("one\ntwo\r\nthree\n".splitlines(), "one\ntwo".splitlines(True), "a-b-c".partition("-"), "a-b-c".rpartition("-"), "abc".partition("x"))
print(", ".join(["a", "b"]), "".join(c.upper() for c in "xyz"), "-".join("abc"), "x".join([]))
print("banana".find("an"), "banana".rfind("an"), "banana".find("x"), "banana".index("n"), "banana".count("a"), "banana".count("ana"), "aaaa".count("aa"), "abc".count(""))
print("banana".replace("a", "o"), "banana".replace("a", "o", 2), "abc".replace("", "-"), "banana".find("a", 2), "banana".find("a", -2), "banana".count("a", 2, 4))
print("prefix.txt".startswith("pre"), "prefix.txt".endswith((".md", ".txt")), "abc".startswith("b", 1), "prefix.txt".removeprefix("pre"), "prefix.txt".removesuffix(".txt"))
print("7".zfill(3), "-7".zfill(4), "ab".center(7, "*"), "ab".ljust(5, ".") + "|", "ab".rjust(5) + "|", "a\tbc\td".expandtabs(4))
print("abc".isalpha(), "ab1".isalnum(), "12".isdigit(), "½".isnumeric(), "١".isdecimal(), " \t".isspace(), "Ab".islower(), "ab1".islower(), "AB".isupper(), "Ab Cd".istitle(), "a_1".isidentifier(), "1a".isidentifier(), "é".isascii(), "a\n".isprintable(), "".isalpha(), "class".isidentifier())
print("abc".translate({ord("a"): "A", ord("b"): None, ord("c"): 120}), "abc".translate(str.maketrans("ab", "xy", "c")), str.maketrans({"a": 1}))
print("héllo".encode(), "héllo".encode("latin-1"), b"h\xc3\xa9".decode(), b"\xff".decode("latin-1"), "é".encode("ascii", "replace"), "é€".encode("ascii", "backslashreplace"), "é".encode("ascii", "ignore"))
print("{:>5}|{:<5}|{:^5}|{!r}|{}".format("a", "b", "c", "d", 1), "{0[1]} {1.real} {a[k]}".format([1, 2], 5, a={"k": "v"}), "{a}".format_map({"a": 9}))
for attempt in lambda: "abc".index("x"), lambda: ", ".join([1]), lambda: "a".split(""), lambda: "é".encode("ascii"), lambda: b"\xff".decode(), \
        lambda: "{}".format(), lambda: "{a}".format(), lambda: "abc"[5], lambda: "a".center(), lambda: "abc".replace("a"), lambda: "ab".ljust(5, "xx"), \
        lambda: chr(-1), lambda: ord("ab"), lambda: "a" * "b", lambda: "x".startswith(1), lambda: "{0} {}".format(1), lambda: "a".encode("nope"):
    try:
        print(attempt())
    except Exception as error:
        print(type(error).__name__ + ":", error)
print(sorted(["b", "A", "a", "é", "Z", ""]), min("hello"), max("hello"), sorted("hello", key=str.upper), list(reversed("abc")), "abc" < "abd" < "b")
print(str(b"ab", "utf-8"), str(5), str(None), str([1, "a"]), str(), str("x"), repr("é€😀"), "a" "b" == "ab", len("👍🏽"))
