# Search: queens on a board, permutations, subsets that add up, the way through a maze.
def queens(size, row=0, columns=frozenset(), sums=frozenset(), differences=frozenset()):
    if row == size:
        yield ()
        return
    for column in range(size):
        if column in columns or row + column in sums or row - column in differences:
            continue
        for rest in queens(size, row + 1, columns | {column}, sums | {row + column}, differences | {row - column}):
            yield (column, *rest)


solutions = list(queens(6))
print(len(solutions), solutions[0], [len(list(queens(size))) for size in range(1, 8)])
for column in solutions[0]:
    print("." * column + "Q" + "." * (5 - column))


def permutations(items):
    if not items:
        yield []
    for place, item in enumerate(items):
        for rest in permutations(items[:place] + items[place + 1 :]):
            yield [item] + rest


print(["".join(each) for each in permutations(list("abc"))], sum(1 for _ in permutations([1] * 5)))


def adding_up(numbers, total, chosen=()):
    if total == 0:
        yield chosen
    elif total > 0 and numbers:
        first, *rest = numbers
        yield from adding_up(rest, total - first, (*chosen, first))
        yield from adding_up(rest, total, chosen)


print(list(adding_up([7, 5, 4, 3, 2, 1], 10)))
maze = """
#########
#S..#...#
#.#.#.#.#
#.#...#.#
#.#####.#
#......E#
#########""".split()
where = {sign: (row, line.index(sign)) for row, line in enumerate(maze) for sign in "SE" if sign in line}


def way(start, end):
    came_from, waiting = {start: None}, [start]
    for row, column in waiting:
        if (row, column) == end:
            break
        for step in ((row - 1, column), (row + 1, column), (row, column - 1), (row, column + 1)):
            if maze[step[0]][step[1]] != "#" and step not in came_from:
                came_from[step] = (row, column)
                waiting.append(step)
    while end:
        yield end
        end = came_from[end]


path = [*way(where["S"], where["E"])][::-1]
print(len(path), path[:3], path[-1])
drawn = [list(line) for line in maze]
for row, column in path[1:-1]:
    drawn[row][column] = "o"
print(*map("".join, drawn), sep="\n")
