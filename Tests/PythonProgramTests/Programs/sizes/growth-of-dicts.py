import sys

size = sys.getsizeof


def growth(label, keys):
    table = {}
    sizes = [(0, size(table))]
    for key in keys:
        table[key] = None
        if size(table) != sizes[-1][1]:
            sizes.append((len(table), size(table)))
    print(label, sizes)
    return table


growth("texts", [str(n) for n in range(400)])
growth("numbers", range(400))
growth("tuples", [(n,) for n in range(50)])
mixed = growth("texts and then a number", ["a", "b", "c", 4, "e", "f"])
table = {str(n): n for n in range(20)}
print("made at once", size(table), size(dict(table)), size(table.copy()), size({**table}), size(dict(table.items())), size(dict(zip(range(20), range(20)))), size(dict.fromkeys(range(20))))
for key in list(table)[:19]:
    del table[key]
print("after deletions", len(table), size(table), size(table.copy()), size(dict(table)))
table["x"] = 1
print(size(table))
table.clear()
print("cleared", size(table))
for number in range(12):
    text_keys = {f"k{n}": n for n in range(number)}
    number_keys = {n: n for n in range(number)}
    print(number, size(text_keys), size(number_keys), size(text_keys | number_keys), size(dict(text_keys)), size(dict.fromkeys(text_keys)))
print(size({}), size({"a": 1}), size({"a": 1, "b": 2, "c": 3, "d": 4, "e": 5}), size({"a": 1, "b": 2, "c": 3, "d": 4, "e": 5, "f": 6}), size({1: 1, 2: 2, 3: 3, 4: 4, 5: 5, 6: 6}), size(dict()), size(dict(a=1, b=2)))
churn = {}
for number in range(1000):
    churn[number] = 1
    if number >= 3:
        del churn[number - 3]
print("churned", len(churn), size(churn))
popped = {n: n for n in range(100)}
while len(popped) > 2:
    popped.popitem()
print("popped", size(popped))
popped.update({n: n for n in range(10)})
print(size(popped))
grown = {}
grown.update(zip(range(50), range(50)))
other = {}
other.update({n: n for n in range(50)})
print(size(grown), size(other))
