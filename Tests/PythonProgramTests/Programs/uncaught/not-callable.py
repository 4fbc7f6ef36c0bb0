settings = {"size": 5}
size = settings["size"]
print(size)
print(size(3).value)
