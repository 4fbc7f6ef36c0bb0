def tokens(text):
    position = 0
    while position < len(text):
        char = text[position]
        if char.isspace():
            position += 1
        elif char.isdigit():
            start = position
            while position < len(text) and (text[position].isdigit() or text[position] == "."):
                position += 1
            yield float(text[start:position])
        elif char in "+-*/()":
            position += 1
            yield char
        else:
            raise SyntaxError(f"unexpected {char!r} at {position}")
    yield "end"


class Parser:
    def __init__(self, text):
        self.tokens = tokens(text)
        self.advance()

    def advance(self):
        self.current = next(self.tokens)

    def expression(self, level=0):
        operators = [{"+": lambda a, b: a + b, "-": lambda a, b: a - b}, {"*": lambda a, b: a * b, "/": lambda a, b: a / b}]
        if level == len(operators):
            return self.factor()
        value = self.expression(level + 1)
        while (operation := operators[level].get(self.current)) is not None:
            self.advance()
            value = operation(value, self.expression(level + 1))
        return value

    def factor(self):
        token = self.current
        self.advance()
        if token == "-":
            return -self.factor()
        if token == "(":
            value = self.expression()
            if self.current != ")":
                raise SyntaxError("missing )")
            self.advance()
            return value
        if isinstance(token, float):
            return token
        raise SyntaxError(f"unexpected {token}")


for text in ("1 + 2 * 3", "(1 + 2) * 3", "-(4 - 6) / 4", "2 * (3", "1 / 0", "7 $ 2", "", "1.5 * 4 - 3 - 1"):
    try:
        print(text, "=", Parser(text).expression())
    except (SyntaxError, ZeroDivisionError, StopIteration) as error:
        print(text, "->", type(error).__name__, error)
