import functools

matrix = [[1, 2], [3, 4]]
shallow = matrix[:]
shallow[0].append("seen in both")
shallow.append("only here")
print(matrix, shallow, matrix[0] is shallow[0])
print([list(row) for row in zip(*[[1, 2], [3, 4]])], [x for row in matrix for x in row])
config = {"db": {"hosts": ["a", "b"], "ports": {1, 2}}, "n": (1, [2])}
config["db"]["hosts"][0] += "!"
config["n"][1].append(3)
print(config)
loop = []
loop.append(loop)
print(loop, len(loop), loop[0][0][0] is loop, repr(loop), loop == loop)
try:
    other = []
    other.append(other)
    print(loop == other)
except RecursionError as error:
    print(error)
ring = {}
ring["me"] = {"inside": [ring]}
print(ring)
groups = {}
for word in "the cat saw the other cat".split():
    groups.setdefault(len(word), []).append(word)
print(groups, {key: len(value) for key, value in groups.items()})
counts = {}
for letter in "mississippi":
    counts[letter] = counts.get(letter, 0) + 1
print(sorted(counts.items(), key=lambda pair: (-pair[1], pair[0])))


def deep_copy(value):
    if isinstance(value, list):
        return [deep_copy(item) for item in value]
    if isinstance(value, dict):
        return {key: deep_copy(item) for key, item in value.items()}
    return value


copied = deep_copy(config["db"]["hosts"])
print(copied == config["db"]["hosts"], copied is config["db"]["hosts"])
print({"a": [1, {"b": (2, {3})}]}, [(), [], {}, set(), frozenset(), "", b"", 0, 0.0, None, True])
