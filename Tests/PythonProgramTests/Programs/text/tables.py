ROWS = [("tea", 3, 2.5, True), ("coffee beans", 12, 11.25, False), ("été", 1, 0.333333, None)]
HEAD = ("name", "count", "price", "in stock")


def table(head, rows):
    cells = [[str(c) if not isinstance(c, float) else f"{c:.2f}" for c in row] for row in (head, *rows)]
    widths = [max(len(row[i]) for row in cells) for i in range(len(head))]
    line = "+".join("-" * (w + 2) for w in widths)
    yield line
    for number, row in enumerate(cells):
        yield "|".join(f" {cell:^{w}} " if number == 0 else f" {cell:<{w}} " if i == 0 else f" {cell:>{w}} "
                       for i, (cell, w) in enumerate(zip(row, widths)))
        if number in (0, len(cells) - 1):
            yield line


print(*table(HEAD, ROWS), sep="\n")
for name, count, price, stock in ROWS:
    print("%-14s%5d %8.2f %s" % (name, count, price, stock))
    print("{:<14}{:>5} {:8.2f} {!r}".format(name, count, price, stock))
    print(f"{name!r:<16}{count:03d} {price:08.3f} {stock!s:>6}")
    print(name.ljust(14, ".") + str(count).rjust(5) + str(price).center(12, "~"))


def wrap(text, width):
    line = ""
    for word in text.split():
        if line and len(line) + 1 + len(word) > width:
            yield line
            line = word
        else:
            line = f"{line} {word}".strip()
    if line:
        yield line


text = "The interpreter reads the program, builds a tree of it and walks the tree from the first statement to the last."
for line in wrap(text, 28):
    print(f"[{line:<28}] {len(line):>2}")
print(text[:20].title(), text.count("the"), len(text.split()), sorted({w.strip(".,").lower() for w in text.split()})[:6])
