"""Writes CPython's own tree of programs as text, in the form of TreeText.swift.

usage: tree_text.py FILE, where lines of three dashes stand between programs, or tree_text.py --files FILE...
"""

import ast
import pathlib
import struct
import sys
import warnings

SIGNS = {
    "Add": "+", "Sub": "-", "Mult": "*", "MatMult": "@", "Div": "/", "FloorDiv": "//", "Mod": "%", "Pow": "**",
    "LShift": "<<", "RShift": ">>", "BitAnd": "&", "BitOr": "|", "BitXor": "^", "Not": "not", "USub": "-", "UAdd": "+",
    "Invert": "~", "And": "and", "Or": "or", "Eq": "==", "NotEq": "!=", "Lt": "<", "LtE": "<=", "Gt": ">", "GtE": ">=",
    "Is": "is", "IsNot": "is_not", "In": "in", "NotIn": "not_in",
}


def sign(operator):
    return SIGNS[type(operator).__name__]


def node(name, tree, *parts):
    place = f" {tree.lineno}:{tree.col_offset}-{tree.end_lineno}:{tree.end_col_offset}" if tree is not None else ""
    return "(" + name + place + "".join(f" {part}" for part in parts) + ")"


def series(trees):
    return "[" + " ".join(text(tree) for tree in trees) + "]"


def optional(tree):
    return "-" if tree is None else text(tree)


def bits(value):
    return f"{struct.unpack('>Q', struct.pack('>d', value))[0]:x}"


def constant(value):
    kind = type(value)
    if kind is float:
        return "float:" + bits(value)
    if kind is complex:
        return "imaginary:" + bits(value.imag)
    if kind is str:
        return "str:" + ".".join(f"{ord(character):x}" for character in value)
    if kind is bytes:
        return "bytes:" + ".".join(f"{byte:x}" for byte in value)
    return repr(value)


def parameter(tree, standard):
    return node(tree.arg, tree if tree.annotation is None else None, optional(tree.annotation), optional(standard))


def parameters(tree):
    ordered = tree.posonlyargs + tree.args
    standards = [None] * (len(ordered) - len(tree.defaults)) + tree.defaults
    places = [parameter(*pair) for pair in zip(ordered, standards)]
    first = len(tree.posonlyargs)
    named = [parameter(*pair) for pair in zip(tree.kwonlyargs, tree.kw_defaults)]
    return node("arguments", None, "[" + " ".join(places[:first]) + "]", "[" + " ".join(places[first:]) + "]",
                "-" if tree.vararg is None else parameter(tree.vararg, None), "[" + " ".join(named) + "]",
                "-" if tree.kwarg is None else parameter(tree.kwarg, None))


def arguments(places, named):
    shown = [f"**{text(tree.value)}" if tree.arg is None else f"{tree.arg}={text(tree.value)}" for tree in named]
    return f"{series(places)} [{' '.join(shown)}]"


def part(tree):
    if isinstance(tree, ast.Constant):
        return constant(tree.value)
    conversion = "-" if tree.conversion < 0 else chr(tree.conversion)
    form = "-" if tree.format_spec is None else "[" + " ".join(part(value) for value in tree.format_spec.values) + "]"
    return node("FormattedValue", None, text(tree.value), conversion, form)


def loops(tree):
    return [node("comprehension", None, text(loop.target), text(loop.iter), series(loop.ifs)) for loop in tree.generators]


def text(tree):
    name = type(tree).__name__
    match tree:
        case ast.Pass() | ast.Break() | ast.Continue(): parts = []
        case ast.Expr() | ast.Return(): parts = [optional(tree.value)]
        case ast.Yield(): return node(name, None, optional(tree.value))
        case ast.YieldFrom() | ast.Starred(): return node(name, None, text(tree.value))
        case ast.Assign(): parts = [series(tree.targets), text(tree.value)]
        case ast.AugAssign(): parts = [text(tree.target), sign(tree.op), text(tree.value)]
        case ast.AnnAssign():
            parts = [text(tree.target), text(tree.annotation), optional(tree.value), tree.simple]
        case ast.Delete(): parts = [series(tree.targets)]
        case ast.Raise(): parts = [optional(tree.exc), optional(tree.cause)]
        case ast.Assert(): parts = [text(tree.test), optional(tree.msg)]
        case ast.Global() | ast.Nonlocal(): parts = tree.names
        case ast.Import(): parts = [text(alias) for alias in tree.names]
        case ast.ImportFrom(): parts = [tree.module or "-", tree.level, *map(text, tree.names)]
        case ast.alias(): parts = [tree.name, tree.asname or "-"]
        case ast.If() | ast.While(): parts = [text(tree.test), series(tree.body), series(tree.orelse)]
        case ast.For(): parts = [text(tree.target), text(tree.iter), series(tree.body), series(tree.orelse)]
        case ast.Try():
            parts = [series(tree.body), series(tree.handlers), series(tree.orelse), series(tree.finalbody)]
        case ast.ExceptHandler(): parts = [optional(tree.type), tree.name or "-", series(tree.body)]
        case ast.With():
            items = [node("withitem", None, text(item.context_expr), optional(item.optional_vars)) for item in tree.items]
            parts = [*items, series(tree.body)]
        case ast.FunctionDef():
            parts = [tree.name, parameters(tree.args), series(tree.body), series(tree.decorator_list), optional(tree.returns)]
        case ast.ClassDef():
            parts = [tree.name, arguments(tree.bases, tree.keywords), series(tree.body), series(tree.decorator_list)]
        case ast.Name(): parts = [tree.id]
        case ast.Constant(): parts = [constant(tree.value)]
        case ast.JoinedStr(): parts = [part(value) for value in tree.values]
        case ast.Attribute(): parts = [text(tree.value), tree.attr]
        case ast.Subscript(): parts = [text(tree.value), text(tree.slice)]
        case ast.Slice(): parts = [optional(tree.lower), optional(tree.upper), optional(tree.step)]
        case ast.Call(): parts = [text(tree.func), arguments(tree.args, tree.keywords)]
        case ast.UnaryOp(): parts = [sign(tree.op), text(tree.operand)]
        case ast.BinOp(): parts = [text(tree.left), sign(tree.op), text(tree.right)]
        case ast.BoolOp(): parts = [sign(tree.op), series(tree.values)]
        case ast.Compare():
            parts = [text(tree.left), *(f"{sign(op)} {text(value)}" for op, value in zip(tree.ops, tree.comparators))]
        case ast.IfExp(): parts = [text(tree.test), text(tree.body), text(tree.orelse)]
        case ast.Lambda(): parts = [parameters(tree.args), text(tree.body)]
        case ast.Tuple() | ast.List() | ast.Set(): parts = [series(tree.elts)]
        case ast.Dict(): parts = [f"{optional(key)}:{text(value)}" for key, value in zip(tree.keys, tree.values)]
        case ast.ListComp() | ast.SetComp() | ast.GeneratorExp(): parts = [text(tree.elt), *loops(tree)]
        case ast.DictComp(): parts = [text(tree.key), text(tree.value), *loops(tree)]
        case ast.NamedExpr(): parts = [text(tree.target), text(tree.value)]
        case _: return f"<{name}>"
    return node(name, tree, *parts)


def tree(content):
    """A program's tree, or why it is none."""
    try:
        return "\n".join(text(statement) for statement in ast.parse(content).body)
    except SyntaxError as error:
        return f"{type(error).__name__}: {error.msg}"


def main():
    warnings.simplefilter("ignore")
    sys.setrecursionlimit(20_000)
    if sys.argv[1] == "--files":
        programs = [pathlib.Path(name).read_bytes() for name in sys.argv[2:]]
    else:
        programs = pathlib.Path(sys.argv[1]).read_bytes().split(b"---\n")
    print("---\n".join(tree(program) + "\n" for program in programs), end="")


if __name__ == "__main__":
    main()
