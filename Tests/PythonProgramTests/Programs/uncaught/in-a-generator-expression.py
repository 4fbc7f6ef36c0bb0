data = ["1", "2", "three", "4"]
total = sum(int(item) for item in data)
print(total)
