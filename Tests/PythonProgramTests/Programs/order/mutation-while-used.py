numbers = [1, 2, 3]
numbers[0], numbers[numbers[0]] = numbers[1], numbers[0]
print(numbers)
i = 0
i = i + (i := 5) * i
print(i)
x = [1]
x = x + [x := 2]
print(x)
d = {}
d["a"] = len(d)
d["b"] = len(d)
print(d)


def change():
    global n
    n = 100
    return 1


n = 1
n += change()
print(n)
n = 1
n = change() + n
print(n)
values = [3, 1, 2]
values.sort(key=lambda v: (len(values), v))
print(values)
print([values.pop() for _ in range(2)], values)
a = [1, 2]
a.extend(a)
a += a
print(a)
b = [0]
b.append(b)
print(b, b[1] is b, b == b)
c = {"self": None}
c["self"] = c
print(c)
t = ([],)
t[0].append(t)
print(t)
first = second = []
first[:] = [second, 1]
print(second)
word = "abc"
for letter in word:
    word = word + letter
print(word)
