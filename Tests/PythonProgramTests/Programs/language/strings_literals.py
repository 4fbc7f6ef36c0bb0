print('single', "double", '''triple 'single' ''', """triple "double" """)
print("escapes: \\ \' \" \a\b\f\v".encode(), "\x41 \u0042 \U00000043 \103 \N{LATIN SMALL LETTER D}", "\0".encode())
print(r"raw \n \' ", rb"raw bytes \x", b"bytes \x41\n", Rf"raw {1 + 1} \n", f"{'a'}" 'b' "c")
print("line \
continued", len("""
"""), "tab\tx".expandtabs(), "a" "b" f"{'c'}" r"\d")
total = 1 + \
    2
print(total, (1,
      2), [
    3,
], {
    "k": (
        4
    ),
})
if total == 3: print("one line"); print("two statements")
for c in "ab": print(c, end=";")
print()
class Empty: pass
def one(): return 1
lambda_ = lambda x, *y, k=1, **z: (x, y, k, z)
print(Empty.__name__, one(), lambda_(1, 2, k=3, q=4))
print(0xFF, 0b1_0, 0o7_7, 1_0.5_0, 1E5, 1.e2, .1e1, 5j, 1_000j, 00, 0_0)
x = y = 3; x += 1
print(x, y, not x > y, -x ** 2, (-x) ** 2, 2 ** -1, 2 ** 3 ** 2, ~-x, 5 - -3, 1 if x else 2, 7 & 3 == 3)
print(1 < 2 in [2, 3], (1 < 2) in [True], not 1 == 2, 1 or 0 and 0, [] or () or "last")
# a comment
print("# not a comment")  # a comment after
"""a string as a statement"""
...
pass
print(__debug__, type(...).__name__, (), (1), (1,), 1,)
