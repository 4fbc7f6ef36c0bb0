"""The conformance language: tokens, statements with blocks, and `for` lines written out."""

import re
from dataclasses import dataclass

TOKEN = re.compile(
    r'(?P<comment>#[^\n]*)|(?P<end>[\n;])|(?P<space>[ \t]+)'
    r'|(?P<text>b?"(?:[^"\\\n]|\\.)*")|(?P<brace>[{}])|(?P<word>[^\s;{}"]+)'
)


class LanguageError(Exception):
    """A scenario that does not say what the language can say."""


@dataclass
class Statement:
    """One operation: its tokens, the block that follows it if any, and where it stands."""

    tokens: list
    block: list | None
    place: str

    def refuse(self, why):
        raise LanguageError(f"{self.place}: {why}: {' '.join(self.tokens)}")

    def text(self):
        """The statement on one line, as a record names it."""
        line = " ".join(self.tokens)
        if self.block is None:
            return line
        return f"{line} {{ {'; '.join(statement.text() for statement in self.block)} }}"


def parse(text, file):
    """The statements of a file."""
    tokens, line, position = [], 1, 0
    while position < len(text):
        match = TOKEN.match(text, position)
        if not match:
            raise LanguageError(f"{file}:{line}: not a token: {text[position:position + 20]!r}")
        if match.lastgroup not in ("comment", "space"):
            tokens.append((match.lastgroup, match.group(), line))
        line += match.group() == "\n"
        position = match.end()
    statements, rest = _block(tokens, 0, file)
    if rest != len(tokens):
        raise LanguageError(f"{file}:{tokens[rest][2]}: a closing brace too many")
    return statements


def _block(tokens, start, file):
    statements, words, index = [], [], start

    def finish(block=None):
        if words:
            statements.append(Statement(list(words), block, f"{file}:{place}"))
            words.clear()

    place = 0
    while index < len(tokens):
        kind, text, line = tokens[index]
        if kind == "end":
            finish()
        elif text == "{" and kind == "brace":
            if not words:
                raise LanguageError(f"{file}:{line}: a block of nothing")
            block, index = _block(tokens, index + 1, file)
            if index == len(tokens):
                raise LanguageError(f"{file}:{line}: a block without its end")
            finish(block)
        elif text == "}" and kind == "brace":
            break
        else:
            place = place if words else line
            words.append(text)
        index += 1
    finish()
    return statements, index


def expand(statements, values=None):
    """The statements with every `for` written out and every `$name` replaced."""
    result = []
    for statement in statements:
        tokens = [_replace(token, values, statement) for token in statement.tokens]
        if tokens[0] == "for":
            for row in _rows(Statement(tokens, None, statement.place)):
                result += expand(statement.block, {**(values or {}), **row})
        else:
            block = None if statement.block is None else expand(statement.block, values)
            result.append(Statement(tokens, block, statement.place))
    return result


def _replace(token, values, statement):
    def value(match):
        name = match.group(1) or match.group(2)
        if name not in (values or {}):
            statement.refuse(f"${name} has no value")
        inside, text = token.startswith(('"', 'b"')), values[name]
        return text[1:-1] if inside and text.startswith('"') else text

    return re.sub(r"\$(?:(\w+)|\((\w+)\))", value, token) if "$" in token and values is not None else token


def _rows(statement):
    split = statement.tokens.index("in") if "in" in statement.tokens else statement.refuse("for without in")
    names, words = statement.tokens[1:split], statement.tokens[split + 1:]
    if len(names) == 1 and len(words) == 1 and re.fullmatch(r"-?\d+\.\.-?\d+", words[0]):
        first, last = words[0].split("..")
        words = [str(number) for number in range(int(first), int(last) + 1)]
    rows, row = [], []
    for word in words + ["|"]:
        if word != "|":
            row.append(word)
        if len(row) == len(names):
            rows.append(dict(zip(names, row)))
            row = []
    if row:
        statement.refuse("a row of for is cut off")
    return rows


def scenarios(statements):
    """The scenarios of expanded statements: name and body."""
    for statement in statements:
        if statement.tokens[0] != "scenario" or len(statement.tokens) != 2 or statement.block is None:
            statement.refuse("only scenarios stand outside of scenarios")
        yield statement.tokens[1], statement.block
