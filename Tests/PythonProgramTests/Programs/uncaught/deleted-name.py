value = [1]
copy = value
del value
print(copy)
print(value[0])
