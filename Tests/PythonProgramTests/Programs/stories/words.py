# Counting words in a text: strings, dictionaries, sorting, formats.
text = """The bee flew over the hill, and the hill flew over the bee.
"Who moved?" asked the bee. -- "It depends," said the hill, "on who counts."
"""


def clean(word):
    return word.strip('.,?"-').casefold()


counts = {}
places = {}
for number, line in enumerate(text.splitlines(), start=1):
    for word in line.split():
        if word := clean(word):
            counts[word] = counts.get(word, 0) + 1
            places.setdefault(word, []).append(number)
print(len(counts), sum(counts.values()))
for word, count in sorted(counts.items(), key=lambda item: (-item[1], item[0]))[:6]:
    print(f"{word:<8}|{count:>3}|{'#' * count:^9}|{places[word]}")
by_length = {}
for word in counts:
    by_length.setdefault(len(word), set()).add(word)
for length in sorted(by_length):
    print(length, *sorted(by_length[length]), sep=" ")
letters = {letter: text.count(letter) for letter in sorted(set(text.lower())) if letter.isalpha()}
print(max(letters, key=letters.get), [letter for letter in "abcdefghijklmnopqrstuvwxyz" if letter not in letters])
print(text.title().partition("\n")[0])
print(" ".join(word[::-1] for word in text.split()[:7]))
print(text.translate(str.maketrans({"e": "3", "o": "0", "\n": " ", '"': None}))[:60])
print({word: word.replace("e", "", 1) for word in ("bee", "hill", "depends")})
