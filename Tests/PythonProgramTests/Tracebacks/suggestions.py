"""Says which of several names CPython suggests for a wrong one; prints lines `wrong names... -> suggestion`."""

import _suggestions
import random
import sys

WORDS = "item items value values colour color name Name NAME namé näme count counter x y xy length len print sprint".split()


def changed(random, word):
    letters = list(word)
    for _ in range(random.randrange(1, 4)):
        place = random.randrange(len(letters) + 1)
        kind = random.randrange(4)
        if kind == 0:
            letters.insert(place, random.choice("abcXYZ_é"))
        elif kind == 1 and len(letters) > 1:
            letters.pop(place % len(letters))
        elif kind == 2:
            letters[place % len(letters)] = letters[place % len(letters)].swapcase()
        else:
            letters[place % len(letters)] = random.choice("abcXYZ_é")
    return "".join(letters)


if __name__ == "__main__":
    sys.stdout.reconfigure(encoding="utf-8")
    random = random.Random(3)
    for number in range(400):
        base = random.choice(WORDS) * random.choice([1, 1, 1, 2, 9])
        names = random.sample(WORDS, random.randrange(6)) + [changed(random, base), changed(random, base)]
        random.shuffle(names)
        wrong = changed(random, base)
        print(wrong, *names, "->", _suggestions._generate_suggestions(names, wrong))
