from collections import Counter

TEXT = """The quick brown fox jumps over the lazy dog.
The dog sleeps; the fox -- quick as ever -- runs away!

"Over the hills," says the dog.
"""


def words(text):
    word = ""
    for char in text + " ":
        if char.isalpha():
            word += char.lower()
        elif word:
            yield word
            word = ""


counts = Counter(words(TEXT))
for word, count in counts.most_common(5):
    print(f"{word:<8}{count:>3} {'#' * count}")
longest = max(counts, key=lambda word: (len(word), word))
print(longest, sum(counts.values()), len(counts))
for number, line in enumerate(TEXT.splitlines(), 1):
    print(f"{number:02d}: {line.strip() or '<empty>'}"[:30])
by_length = {}
for word in sorted(counts):
    by_length.setdefault(len(word), []).append(word)
for length, group in sorted(by_length.items()):
    print(length, *group, sep=",")
print("".join(sorted(set(TEXT.lower()) & set("aeiou"))), TEXT.count("the"), TEXT.lower().count("the"))
caesar = "".join(chr((ord(c) - 97 + 13) % 26 + 97) if c.isalpha() else c for c in "hello, world")
print(caesar, caesar.translate(str.maketrans("uryybjbeyq", "helloworld"))[:5])
