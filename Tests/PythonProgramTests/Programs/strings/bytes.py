data = b"hello\x00\xffworld"
print(data, len(data), data[0], data[-1], data[2:5], list(b"ab"), bytes(3), bytes([1, 2, 255]), bytes("é", "utf-8"), bytes(b"copy"))
print(b"a" + b"b", b"ab" * 2, b"l" in data, 104 in data, b"abc" < b"abd", b"" == b"", b"a" == "a", hash(b"a") == hash("a"))
print(data.find(b"w"), data.count(b"l"), data.replace(b"l", b"L"), b"a b c".split(), b"-".join([b"x", b"y"]), b" x ".strip(), b"Ab".upper(), b"Ab".lower())
print(data.startswith(b"he"), b"ab".hex(), bytes.fromhex("6162 63"), b"abc".decode(), (b"%s %d" % (b"x", 5)), b"a\tb'\"\\\n", repr(b"'"), b"abc"[::-1])
for attempt in lambda: bytes([256]), lambda: bytes(-1), lambda: b"a" + "a", lambda: bytes("a"), lambda: b"a"[9], lambda: bytes("é", "ascii"), lambda: bytes.fromhex("6"), lambda: b"".join(["a"]):
    try:
        print(attempt())
    except Exception as error:
        print(type(error).__name__ + ":", error)
print({b"k": 1}[b"k"], sorted([b"b", b"a"]), b"a" in {b"a"}, int(b"12"), float(b"1.5"), bool(b""), [*b"\x01\x02"], max(b"az"), sum(b"\x01\x02"))
