data = b"hello world"
print(data, data[0], data[:5], data[::-1], len(data), data.upper(), data.split(), data.find(b"o"), b"lo" in data)
print(data.replace(b"l", b"L"), data.startswith(b"he"), b"-".join([b"a", b"b"]), b" x ".strip(), data.title(), 104 in data)
print(b"\x00\t\n\r\\'\"\x7f\x80\xff", b"it's", b'"', bytes(range(5)), b"ab" * 2, b"a" + b"b", b"a" < b"b")
print(data.hex(), bytes.fromhex("00 ff 10"), list(b"abc"), [chr(c) for c in b"xy"], b"%d %s" % (5, b"z"), data.count(b"l"))
array = bytearray(b"abc")
array.append(100)
array[0] = 65
array += b"ef"
array[1:3] = b"--"
del array[-1]
print(array, bytes(array), len(array), array == b"A--de", array.pop(), array.decode(), array[1])
array.extend([1, 2]); array.reverse(); array.insert(0, 255)
print(array, array.index(45), bytearray(2), bytearray("é", "utf-8"))
print(b"a,b".split(b","), b"k=v".partition(b"="), b"x".zfill(3), b"12".isdigit(), b"AbC".swapcase(), hash(b"a") == hash(b"a"))
print(b"abc" == "abc", b"abc" == bytearray(b"abc"), {b"k": 1}[b"k"], bytes(b"same") == b"same", bytes(3))
for action in (lambda: b"a" + "b", lambda: b"a"[5], lambda: bytes("a"), lambda: bytes([300]), lambda: bytearray([-1]),
               lambda: b"a".join(["b"]), lambda: "a" in b"abc", lambda: bytes.fromhex("xyz"), lambda: b"a".index(b"z"),
               lambda: hash(bytearray())):
    try:
        action()
    except Exception as error:
        print(type(error).__name__, error)
