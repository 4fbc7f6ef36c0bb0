a, b = 1, 2
a, b = b, a
print(a, b)
first, *middle, last = range(6)
print(first, middle, last)
*start, end = "xyz"
print(start, end)
(x, (y, *z)), w = [1, "two!"], 4
print(x, y, z, w)
[p, q] = {"k1": 1, "k2": 2}
print(p, q)
head, *nothing = [1]
print(head, nothing)
print([*range(3), *"ab", 9], (*[1], *()), {*[1, 1, 2]}, {**{"a": 1}, "b": 2, **{"a": 3}})
for number, (letter, *rest) in enumerate(["abc", "d"]):
    print(number, letter, rest)
i = 0
values = [10, 20, 30]
i, values[i] = 2, "changed"
print(i, values)
m = n = k = []
m.append(1)
print(n, k is m)


def attempt(label, count):
    try:
        if count == 2:
            one, two = label
        elif count == 3:
            one, two, three = label
        else:
            one, *two, three, four = label
        print("fine")
    except (ValueError, TypeError) as error:
        print(type(error).__name__ + ":", error)


attempt([1, 2, 3], 2)
attempt([1], 2)
attempt("ab", 3)
attempt([1, 2], 4)
attempt(7, 2)
attempt({1: 2, 3: 4, 5: 6, 7: 8}, 3)
