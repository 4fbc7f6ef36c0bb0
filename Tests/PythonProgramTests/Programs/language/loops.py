for number in range(2, 20):
    for divisor in range(2, number):
        if number % divisor == 0:
            break
    else:
        print(number, end=" ")
print()
count = 0
while count < 10:
    count += 1
    if count % 2:
        continue
    if count == 8:
        break
    print("even", count)
else:
    print("not printed")
while count > 6:
    count -= 1
else:
    print("while else", count)
for index, (name, value) in enumerate([("a", 1), ("b", 2)], start=10):
    print(index, name, value)
for i in []:
    print("never")
else:
    print("empty loop", "i" in globals())
row = [1, 2, 3, 4]
for value in row:
    if value == 2:
        row.remove(3)
    print(value, end=",")
print(row)
table = {"a": 1}
try:
    for key in table:
        table[key + "x"] = 2
except RuntimeError as error:
    print(error)
for a, *b in [(1, 2, 3), "xyz"]:
    print(a, b)
for i in reversed(range(0, 10, 3)):
    print(i, end=" ")
print()
