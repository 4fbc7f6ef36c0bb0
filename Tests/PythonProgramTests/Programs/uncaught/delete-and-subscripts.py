table = {"a": [1, 2]}
del table["a"][0]
del table["a"][5], table["b"]
