def read(lines):
    for line in lines:
        print("read", line)
        yield line


def keep(lines, word):
    for line in lines:
        if word in line:
            yield line


def number(lines):
    for index, line in enumerate(lines, start=1):
        yield f"{index}: {line}"


for line in number(keep(read(["a cat", "a dog", "two cats"]), "cat")):
    print(line)
lazy = (print("computing", n) or n for n in range(3))
print("nothing yet")
print(next(lazy))
print(list(zip(lazy, "xyz")))
pairs = zip((print("left", i) or i for i in range(2)), (print("right", i) or i for i in range(3)))
print(list(pairs))
print(list(map(lambda a, b: a + b, [1, 2, 3], (n * 10 for n in range(2)))))
print(list(filter(None, [0, 1, "", "a", None, []])), list(filter(lambda n: n % 2, range(6))))
iterator = iter([1, 2, 3])
print(list(zip(iterator, iterator)), list(iterator))
iterator = iter("abc")
for letter in iterator:
    print(letter, next(iterator, "end"))


def primes():
    found = []
    candidate = 2
    while True:
        if all(candidate % prime for prime in found):
            found.append(candidate)
            yield candidate
        candidate += 1


source = primes()
print([next(source) for _ in range(10)])
calls = iter(lambda: next(source), 41)
print(list(calls))
