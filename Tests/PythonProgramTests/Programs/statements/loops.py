for number in range(3):
    for other in range(3):
        if other == number:
            continue
        if other > 1:
            break
        print(number, other)
    else:
        print("no break for", number)
count = 5
while count:
    count -= 1
    if count == 3:
        continue
    if count == 1:
        break
    print("count", count)
else:
    print("never said")
while count < 3:
    count += 1
else:
    print("said with", count)
for letter in "":
    pass
else:
    print("an empty loop's else")
items = [1, 2, 3, 4]
for item in items:
    if item % 2:
        items.remove(item)
print(items)
growing = [0]
for item in growing:
    if item < 4:
        growing.append(item + 1)
print(growing)
for i in range(3):
    i = 10
print(i)
for key, value in {"a": 1, "b": 2}.items():
    print(key, value)
table = {1: 1}
try:
    for key in table:
        table[key + 1] = 1
except RuntimeError as error:
    print(error)
numbers = {1, 2}
try:
    for number in numbers:
        numbers.add(number + 10)
except RuntimeError as error:
    print(error)
for values in [1, 2], (3, 4):
    for target in values:
        print(target, end=" ")
print()
for table["key"] in range(2):
    print(table)
