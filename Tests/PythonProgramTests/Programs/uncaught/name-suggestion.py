def average(numbers):
    total = 0
    for number in numbers:
        total += number
    return totl / len(numbers)


print(average([1, 2, 3]))
