"""Scenarios as Python source: what a user would write, between two calls of the recorder."""

import builtins
import keyword
import re

from language import LanguageError
from operations import CLASS_LINES, OBSERVATIONS, STATEMENTS, VALUES

NUMBER = re.compile(r"-?(\d+(\.\d+)?(e[+-]?\d+)?|inf|nan|0x[0-9a-f]+)")
NAME = re.compile(r"[A-Za-z][A-Za-z0-9_]*")
INTERPRETED = {"list", "tuple", "set", "dict", "function", "function-keywords", "closure", "generator", "caught", "ref",
               "proxy", "finalize"}


class Operand:
    """An operand in a template: itself as Python, `:raw` as written, `:text` as a Python string."""

    def __init__(self, token, python):
        self.token, self.python = token, python

    def __format__(self, form):
        return {"": self.python, "raw": self.token, "text": repr(self.token)}[form]


class Translation:
    """One scenario's Python."""

    def __init__(self, name, body):
        self.name = name
        self.helpers = {}
        self.hoisted = []
        self.counter = 0
        self.bound = []
        self.assigned_in_blocks = []
        lines = self.block(body, "    ", local=None)
        first = [f"    {register} = None" for register in self.assigned_in_blocks]
        self.source = "\n".join(
            [*self.helpers.values(), "", "def scenario():", *first, *self.hoisted, "    _begin()", *lines, "    _end()", ""]
        )

    # Blocks and statements

    def block(self, statements, indent, local):
        """The lines of a block; `local` names what a function's block has of its own, None in the scenario itself."""
        lines = [line for statement in statements for line in self.statement(statement, indent, local)]
        return lines or [f"{indent}pass"]

    def function(self, head, statements, indent, parameters):
        """A nested function: what it assigns are the scenario's registers."""
        outer = list(self.bound)
        self.bound += parameters
        inner = indent + "    "
        lines = self.block(statements, inner, local=set(parameters))
        mine = sorted(self.targets(statements) - set(parameters))
        for register in mine:
            if register not in self.assigned_in_blocks:
                self.assigned_in_blocks.append(register)
        self.bound = outer + [register for register in self.bound if register in mine and register not in outer]
        declaration = [f"{inner}nonlocal {', '.join(mine)}"] if mine else []
        return [f"{indent}{head}", *declaration, *lines]

    def targets(self, statements):
        found = set()
        for statement in statements:
            tokens = statement.tokens
            if len(tokens) > 2 and tokens[1] == "=":
                found.add(tokens[0])
            if tokens[0] == "release":
                found.update(tokens[1:])
            if statement.block and tokens[0] in ("repeat", "error", "raising", "observe"):
                found |= self.targets(statement.block)
        return found

    def statement(self, statement, indent, local):
        tokens, block = statement.tokens, statement.block
        if len(tokens) > 2 and tokens[1] == "=":
            return self.assignment(statement, indent)
        verb, operands = tokens[0], tokens[1:]
        special = getattr(self, "do_" + verb.replace("-", "_"), None)
        if special:
            return special(statement, operands, block, indent, local)
        if verb in STATEMENTS:
            line = self.render(STATEMENTS[verb][1], operands, statement)
            if verb == "release":
                self.bound = [register for register in self.bound if register not in operands]
            return [indent + line]
        if verb in VALUES:
            before, value, after = self.value(verb, operands, block, statement, indent)
            return [*before, indent + value, *after]
        statement.refuse("no such operation")

    def assignment(self, statement, indent):
        register, verb, operands = statement.tokens[0], statement.tokens[2], statement.tokens[3:]
        self.check_register(register, statement)
        if verb in VALUES:
            before, value, after = self.value(verb, operands, statement.block, statement, indent)
        elif operands:
            statement.refuse("no such operation")
        else:
            before, value, after = [], self.operand(verb, statement).python, []
        if register not in self.bound:
            self.bound.append(register)
        return [*before, f"{indent}{register} = {value}", *after]

    def value(self, verb, operands, block, statement, indent):
        """Lines before, the expression, lines after."""
        if verb in INTERPRETED:
            return getattr(self, "make_" + verb.replace("-", "_"))(operands, block, statement, indent)
        return [], self.render(VALUES[verb][1], operands, statement), []

    # Operands

    def check_register(self, name, statement):
        if not NAME.fullmatch(name) or keyword.iskeyword(name) or hasattr(builtins, name):
            statement.refuse(f"{name} cannot be a register")

    def operand(self, token, statement):
        if token[0] == '"' or token[:2] == 'b"' or token in ("None", "True", "False", "NotImplemented"):
            return Operand(token, token)
        if NUMBER.fullmatch(token):
            special = token.lstrip("-") in ("inf", "nan")
            return Operand(token, f'float("{token}")' if special else f"({token})")
        if all(NAME.fullmatch(part) or part[:2] == "__" for part in token.split(".")):
            return Operand(token, token)
        return Operand(token, f"<{token}>")

    def render(self, template, tokens, statement):
        operands = [self.operand(token, statement) for token in tokens]
        rest = {f"rest{n}": ", ".join(operand.python for operand in operands[n:]) for n in range(1, 3)}
        try:
            text = template.format(*operands, all=", ".join(operand.python for operand in operands),
                                   registers=self.registers(), **rest)
        except IndexError:
            statement.refuse("too few operands")
        if "<" in text and any(operand.python == f"<{operand.token}>" and operand.python in text for operand in operands):
            statement.refuse("not an operand")
        return text

    def registers(self):
        return "{" + ", ".join(f'"{register}": {register}' for register in self.bound) + "}"

    def joined(self, tokens, statement):
        return ", ".join(self.operand(token, statement).python for token in tokens)

    # Values that no template makes

    def make_list(self, operands, block, statement, indent):
        return [], f"[{self.joined(operands, statement)}]", []

    def make_tuple(self, operands, block, statement, indent):
        return [], f"({self.joined(operands, statement)}{',' if len(operands) == 1 else ''})", []

    def make_set(self, operands, block, statement, indent):
        return [], f"{{{self.joined(operands, statement)}}}" if operands else "set()", []

    def make_dict(self, operands, block, statement, indent):
        values = [self.operand(token, statement).python for token in operands]
        return [], "{" + ", ".join(f"{key}: {value}" for key, value in zip(values[::2], values[1::2])) + "}", []

    def make_function(self, operands, block, statement, indent, star=""):
        name = "_function"
        values = [self.operand(token, statement).python for token in operands]
        parameters = ", ".join(f"x{n}={value}" for n, value in enumerate(values))
        return [f"{indent}def {name}({star}{parameters}): pass"], name, [f"{indent}del {name}"]

    def make_function_keywords(self, operands, block, statement, indent):
        return self.make_function(operands, block, statement, indent, star="*, ")

    def make_closure(self, operands, block, statement, indent):
        names = ", ".join(f"x{n}" for n in range(len(operands)))
        helper = f"_closure{len(operands)}"
        self.helpers[helper] = f"def {helper}({names}):\n    def function(): return {names}\n    return function\n"
        return [], f"{helper}({self.joined(operands, statement)})", []

    def make_generator(self, operands, block, statement, indent):
        names = [f"x{n}" for n in range(len(operands))]
        if block:
            name = self.fresh("generator")
            lines = self.function(f"def {name}({', '.join(names)}):", block, indent, [])
            place = next(n for n, line in enumerate(lines[1:], 1) if "nonlocal" not in line)
            inner = indent + "    "
            lines = [*lines[:place], f"{inner}try: yield 1", f"{inner}finally:",
                     *("    " + line for line in lines[place:])]
            return lines, f"{name}({self.joined(operands, statement)})", [f"{indent}del {name}"]
        helper = f"_generator{len(operands)}"
        self.helpers[helper] = f"def {helper}({', '.join(names)}): yield 1\n{helper}.__name__ = {helper}.__qualname__ = '_generator'\n"
        return [], f"{helper}({self.joined(operands, statement)})", []

    def make_caught(self, operands, block, statement, indent):
        kind, text, held = operands[0], operands[1], operands[2:]
        names = ", ".join(f"x{n}" for n in range(len(held)))
        key = self.fresh("caught")
        self.helpers[key] = (
            f"def {key}_in({names}): raise {kind}({text})\n"
            f"def {key}({names}):\n"
            f"    try: {key}_in({names})\n"
            f"    except {kind} as raised: kept = raised\n"
            f"    {f'del {names}' if held else 'pass'}\n"
            "    kept.__traceback__ = kept.__traceback__.tb_next\n"
            "    try: return kept\n"
            "    finally: del kept\n"
        )
        return [], f"{key}({self.joined(held, statement)})", []

    def make_ref(self, operands, block, statement, indent, maker="_weakref.ref", parameter="reference"):
        arguments = self.joined(operands, statement)
        if block is None:
            return [], f"{maker}({arguments})", []
        name = self.fresh("callback")
        parameters = [parameter] if parameter else []
        lines = self.function(f"def {name}({', '.join(parameters)}):", block, indent, parameters)
        return lines, f"{maker}({arguments}, {name})", [f"{indent}del {name}"]

    def make_proxy(self, operands, block, statement, indent):
        return self.make_ref(operands, block, statement, indent, "_weakref.proxy")

    def make_finalize(self, operands, block, statement, indent):
        return self.make_ref(operands, block, statement, indent, "_weakref.finalize", parameter=None)

    def fresh(self, purpose):
        self.counter += 1
        return f"_{purpose}_{self.counter}"

    # Statements that no template makes

    def do_repeat(self, statement, operands, block, indent, local):
        if operands[1:2] == ["as"]:
            self.check_register(operands[2], statement)
            if operands[2] not in self.bound:
                self.bound.append(operands[2])
            head = f"for {operands[2]} in range({operands[0]}):"
        else:
            head = f"for _ in range({operands[0]}):"
        return [indent + head, *self.block(block, indent + "    ", local)]

    def do_error(self, statement, operands, block, indent, local):
        label = repr(statement.text())
        return [f"{indent}try:", *self.block(block, indent + "    ", local),
                f"{indent}except BaseException as _raised: _caught({label}, _raised)",
                f"{indent}else: _caught({label}, None)"]

    def do_raising(self, statement, operands, block, indent, local):
        register = operands[0]
        lines = [f"{indent}try:", *self.block(block, indent + "    ", local),
                 f"{indent}except BaseException as _raised: {register} = _raised.with_traceback(None)"]
        if register not in self.bound:
            self.bound.append(register)
        return lines

    def do_log(self, statement, operands, block, indent, local):
        shown = []
        for token in operands:
            if token[0] == '"':
                shown.append(token)
            else:
                shown.append(f"_name({self.operand(token, statement).python}, {self.registers() if local is None else '{}'})")
        return [f"{indent}_logged({', '.join(shown)})"]

    def do_debug(self, statement, operands, block, indent, local):
        return [f"{indent}_gc.set_debug({'_gc.DEBUG_SAVEALL' if operands == ['saveall'] else 0})"]

    def do_on_collection(self, statement, operands, block, indent, local):
        name = self.fresh("callback")
        names = ["phase", "generation", "collected", "uncollectable"]
        indent = "    "
        lines = self.function(f"def {name}(phase, _info):", block, indent, names)
        place = next(n for n, line in enumerate(lines[1:], 1) if "nonlocal" not in line)
        inner = indent + "    "
        lines[place:place] = [f'{inner}{field} = _info["{field}"]' for field in names[1:]]
        # Made before the scenario begins, so that the collector does not count it.
        self.hoisted += lines
        return [f"{indent}_gc.callbacks.append({name})"]

    def do_changes(self, statement, operands, block, indent, local):
        return self.do_observe(statement, operands, block, indent, local, recorder="_change")

    def do_observe(self, statement, operands, block, indent, local, recorder="_observe"):
        what, operands = operands[0], operands[1:]
        label = statement.text().partition(" ")[2]
        if what == "count-change":
            return [f"{indent}_count = _gc.get_count()[0]", *self.block(block, indent, local),
                    f"{indent}{recorder}({label!r}, _gc.get_count()[0] - _count)"]
        if what not in OBSERVATIONS:
            statement.refuse("no such observation")
        return [f"{indent}{recorder}({label!r}, {self.render(OBSERVATIONS[what][1], operands, statement)})"]

    def do_class(self, statement, operands, block, indent, local):
        name, bases = operands[0], operands[1:]
        inner = indent + "    "
        self.check_register(name, statement)
        head = f"{indent}class {name}({', '.join(bases)}):" if bases else f"{indent}class {name}:"
        lines = [head]
        if block is None:
            lines.append(f"{inner}pass")
        else:
            lines.append(f'{inner}__qualname__ = "{name}"')
            for line in block:
                lines += self.class_line(line, inner)
        if name not in self.bound:
            self.bound.append(name)
        return lines

    def class_line(self, line, indent):
        verb, operands = line.tokens[0], line.tokens[1:]
        if verb not in CLASS_LINES:
            line.refuse("no such line of a class")
        if verb == "slots":
            return [f"{indent}__slots__ = ({''.join(f'{name!r}, ' for name in operands)})"]
        if verb == "init":
            sets = [f"{indent}    self.{name} = {name}" for name in operands] or [f"{indent}    pass"]
            return [f"{indent}def __init__({', '.join(['self', *operands])}):", *sets]
        if verb == "set":
            return [f"{indent}{operands[0]} = {self.operand(operands[1], line).python}"]
        if verb == "function":
            return self.function(f"def {operands[0]}(self):", line.block or [], indent, ["self"])
        if verb == "finalizer":
            return self.function("def __del__(self):", line.block, indent, ["self"])
        if verb == "hash":
            return [f"{indent}def __hash__(self): return {operands[0]}"]
        if verb == "equal":
            return [f"{indent}def __eq__(self, other): return {operands[0]}"]
        if verb == "equal-by":
            return [f"{indent}def __eq__(self, other): return self.{operands[0]} == other.{operands[0]}",
                    f"{indent}def __hash__(self): return hash(self.{operands[0]})"]
        return [f"{indent}def __eq__(self, other): return self is other"]


def translate(name, body):
    """The Python of a scenario."""
    try:
        return Translation(name, body).source
    except LanguageError as error:
        raise LanguageError(f"{name}: {error}") from None
