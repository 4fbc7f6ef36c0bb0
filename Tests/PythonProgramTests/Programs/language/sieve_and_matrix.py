def sieve(limit):
    flags = [True] * (limit + 1)
    flags[0:2] = [False, False]
    for n in range(2, int(limit ** 0.5) + 1):
        if flags[n]:
            flags[n * n::n] = [False] * len(flags[n * n::n])
    return [n for n, prime in enumerate(flags) if prime]


def multiply(a, b):
    return [[sum(x * y for x, y in zip(row, column)) for column in zip(*b)] for row in a]


def power(matrix, n):
    result = [[int(i == j) for j in range(len(matrix))] for i in range(len(matrix))]
    while n:
        if n & 1:
            result = multiply(result, matrix)
        matrix = multiply(matrix, matrix)
        n >>= 1
    return result


def life(cells):
    around = {}
    for x, y in cells:
        for dx in (-1, 0, 1):
            for dy in (-1, 0, 1):
                if dx or dy:
                    around[x + dx, y + dy] = around.get((x + dx, y + dy), 0) + 1
    return {cell for cell, n in around.items() if n == 3 or n == 2 and cell in cells}


print(sieve(60), len(sieve(10000)))
print(power([[1, 1], [1, 0]], 100))
glider = {(1, 0), (2, 1), (0, 2), (1, 2), (2, 2)}
for _ in range(4):
    glider = life(glider)
print(sorted(glider))
for y in range(5):
    print("".join("#" if (x, y) in glider else "." for x in range(5)))
print(list(zip(*[[1, 2, 3], [4, 5, 6]])), [list(r) for r in zip(*[iter(range(6))] * 2)])
