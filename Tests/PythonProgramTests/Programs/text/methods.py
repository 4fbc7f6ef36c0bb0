s = "Hello, World"
print(s.upper(), s.lower(), s.swapcase(), s.title(), "hELLO wORLD".capitalize(), "ß".upper())
print(s.find("o"), s.rfind("o"), s.find("z"), s.index("W"), s.count("l"), s.find("o", 5), s.count(""))
print(s.replace("l", "L"), s.replace("l", "", 1), s.startswith("He"), s.endswith(("d", "x")), s.startswith("l", 2))
print("  pad ".strip() + "|", "  pad ".lstrip() + "|", "  pad ".rstrip() + "|", "xxaxx".strip("x"), "abcba".strip("ab"))
print("a,b,,c".split(","), " a  b ".split(), "a,b,c".split(",", 1), "a,b,c".rsplit(",", 1), "".split(), "".split(","))
print("one\ntwo\r\nthree\n".splitlines(), "a=b=c".partition("="), "a=b=c".rpartition("="), "ab".partition("x"))
print("-".join("abc"), ", ".join(["x"]), "".join([]), "ab".center(7, "*"), "ab".ljust(5) + "|", "ab".rjust(5, "."))
print("42".zfill(5), "-42".zfill(5), "abc".isalpha(), "12".isdigit(), "a1".isalnum(), " ".isspace(), "".isalpha())
print("Ab".islower(), "AB".isupper(), "A Title".istitle(), "name_1".isidentifier(), "1a".isidentifier(), "½".isnumeric())
print("prefix-body".removeprefix("prefix-"), "body.py".removesuffix(".py"), "a\tb".expandtabs(4), "abc"[::-1])
print("abc".translate({ord("a"): "X", ord("b"): None}), "abc".translate(str.maketrans("ab", "12")), "ß".casefold())
print("a" < "b", "Z" < "a", "abc" < "abd", "" < "a", "a" * 3, "b" in "abc", "ab" "cd", max("hello"))
print("{} {}".format(1, 2), "{1} {0} {name}".format("a", "b", name="n"), "{0[1]} {1.real}".format([1, 2], 5))
for action in (lambda: "a".index("z"), lambda: "a".split(""), lambda: "{}".format(), lambda: "{x}".format(),
               lambda: "a".center(5, "ab"), lambda: "a".replace("a"), lambda: "{".format(), lambda: "".join("a", "b")):
    try:
        action()
    except Exception as error:
        print(type(error).__name__, error)
