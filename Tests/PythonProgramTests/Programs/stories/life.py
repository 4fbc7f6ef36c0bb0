# The game of life, on sets of places; and a machine of eight instructions.
def neighbours(place):
    row, column = place
    return {(row + a, column + b) for a in (-1, 0, 1) for b in (-1, 0, 1)} - {place}


def next_generation(alive):
    around = set().union(*map(neighbours, alive))
    return {
        place for place in around | alive
        if (count := len(neighbours(place) & alive)) == 3 or count == 2 and place in alive
    }


def text(alive, height, width):
    return "\n".join("".join(".#"[(row, column) in alive] for column in range(width)) for row in range(height))


glider = {(0, 1), (1, 2), (2, 0), (2, 1), (2, 2)}
alive = glider
for _ in range(12):
    alive = next_generation(alive)
print(text(alive, 7, 8))
print(alive == {(row + 3, column + 3) for row, column in glider})


def run(program, given=""):
    jumps, open_ones = {}, []
    for place, sign in enumerate(program):
        if sign == "[":
            open_ones.append(place)
        elif sign == "]":
            start = open_ones.pop()
            jumps[start], jumps[place] = place, start
    cells, pointer, place, steps = [0], 0, 0, 0
    given = iter(given)
    while place < len(program):
        sign = program[place]
        steps += 1
        if sign == ">":
            pointer += 1
            if pointer == len(cells):
                cells.append(0)
        elif sign == "<":
            pointer -= 1
        elif sign in "+-":
            cells[pointer] = (cells[pointer] + (1 if sign == "+" else -1)) % 256
        elif sign == ".":
            yield chr(cells[pointer])
        elif sign == ",":
            cells[pointer] = ord(next(given, "\0"))
        elif sign == "[" and not cells[pointer] or sign == "]" and cells[pointer]:
            place = jumps[place]
        place += 1
    yield f" ({steps} steps, {len(cells)} cells)"


print("".join(run("++++++++[>++++[>++>+++>+++>+<<<<-]>+>+>->>+[<]<-]>>.>---.+++++++..+++.")))
print("".join(run(",[>,]<[.<]", "stressed")))
try:
    list(run("]"))
except IndexError as error:
    print(error)
