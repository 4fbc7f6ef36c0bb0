# A calculator: words, a tree of operations, and its value.
def words(text):
    number = ""
    for letter in text + " ":
        if letter.isdigit() or letter == ".":
            number += letter
            continue
        if number:
            yield float(number) if "." in number else int(number)
            number = ""
        if not letter.isspace():
            yield letter


class Parser:
    binding = {"+": 1, "-": 1, "*": 2, "/": 2, "^": 3}

    def __init__(self, text):
        self.words = list(words(text))
        self.place = 0

    def next(self):
        word = self.words[self.place] if self.place < len(self.words) else None
        self.place += 1
        return word

    def primary(self):
        match_of = {"(": ")"}
        word = self.next()
        if word in match_of:
            inner = self.expression(1)
            if self.next() != match_of[word]:
                raise SyntaxError("a bracket is not closed")
            return inner
        if word == "-":
            return ("neg", self.primary())
        if not isinstance(word, (int, float)):
            raise SyntaxError(f"a number was expected, not {word!r}")
        return word

    def expression(self, least):
        left = self.primary()
        while self.place < len(self.words) and self.binding.get(operator := self.words[self.place], 0) >= least:
            self.place += 1
            right = self.expression(self.binding[operator] + (operator != "^"))
            left = (operator, left, right)
        return left


def value(tree):
    if not isinstance(tree, tuple):
        return tree
    operator, *operands = tree
    numbers = [value(operand) for operand in operands]
    return {
        "neg": lambda a: -a, "+": lambda a, b: a + b, "-": lambda a, b: a - b, "*": lambda a, b: a * b,
        "/": lambda a, b: a / b, "^": lambda a, b: a**b,
    }[operator](*numbers)


for text in ("1 + 2 * 3", "(1 + 2) * 3", "2 ^ 3 ^ 2", "10 / 4 - -1", "2.5 * (4 - 1)", "1 / 0", "(1", "1 + +"):
    try:
        tree = Parser(text).expression(1)
        print(text, "=", value(tree), " ", tree)
    except (SyntaxError, ZeroDivisionError) as error:
        print(text, "->", type(error).__name__, error)
