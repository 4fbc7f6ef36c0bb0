import sys

for value in (0, 1, -1, 2**30 - 1, 2**30, 2**60, 2**90, -(2**120), 10**100):
    print(len(str(value)), sys.getsizeof(value))
print("bool", sys.getsizeof(True), sys.getsizeof(False))
print("float", sys.getsizeof(1.5), sys.getsizeof(float("inf")))
print("complex", sys.getsizeof(1j))
for text in ("", "a", "ab" * 50, "\xe9", "\xe9" * 10, "\u20ac", "\u20ac" * 10,
             "\U0001f600", "a\U0001f600", "abc\u20ac"):
    print(len(text), ascii(text[:2]), sys.getsizeof(text))
for data in (b"", b"a", b"x" * 100):
    print(len(data), sys.getsizeof(data))
for size in (0, 1, 10):
    print(sys.getsizeof(bytearray(size)))
print(sys.getsizeof(None), sys.getsizeof(Ellipsis), sys.getsizeof(NotImplemented))
print(sys.getsizeof(range(3)), sys.getsizeof(slice(1, 2)), sys.getsizeof(object()))
