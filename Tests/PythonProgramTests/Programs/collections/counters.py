from collections import Counter

letters = Counter("mississippi")
print(letters, letters["s"], letters["z"], letters.most_common(2), len(letters), letters.total())
letters.update("ss")
letters.subtract("mi")
print(letters, sorted(letters.elements()), list(letters))
a, b = Counter(x=3, y=1), Counter({"x": 1, "z": 2})
print(a + b, a - b, a & b, a | b, +Counter(k=-1), -Counter(k=-1))
print(Counter(), Counter(a=0), Counter([1, 1, 2]) == {1: 2, 2: 1}, Counter("ab") == Counter("ba"), Counter(a=0) == Counter())
a["new"] += 5
del a["x"], a["never there"]
print(a, dict(a), "x" in a, a.pop("y"), sum(a.values()), bool(Counter()))
print(Counter("abc").most_common(), Counter(["b", "a", "b"]).most_common(1)[0][0], Counter(a=1) <= Counter(a=2))
a += Counter(new=1)
a -= Counter(new=10)
print(a, a.copy(), isinstance(a, dict))
print(max(letters, key=letters.get), {k: v for k, v in letters.items() if v > 1})
