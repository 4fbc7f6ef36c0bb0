words = ["one", "two", 3]
print(max(words[:2], key=lambda word: len(word)))
print(max(words, key=lambda word: len(word)))
