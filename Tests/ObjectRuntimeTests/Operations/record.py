"""Writes what CPython says to the expressions of a subject: each with its value or its error, a line each."""

import operator
import pathlib
import sys
import warnings

# An isolated interpreter does not look beside the script.
sys.path.insert(0, str(pathlib.Path(__file__).parent))

import expressions

warnings.simplefilter("ignore")

IN_PLACE = {
    "+": operator.iadd, "-": operator.isub, "*": operator.imul, "@": operator.imatmul, "/": operator.itruediv,
    "//": operator.ifloordiv, "%": operator.imod, "**": operator.ipow, "<<": operator.ilshift,
    ">>": operator.irshift, "&": operator.iand, "^": operator.ixor, "|": operator.ior,
}


def inplace(sign, left, right):
    return IN_PLACE[sign](left, right)


def setitem(container, key, value):
    container[key] = value
    return container


def delitem(container, key):
    del container[key]
    return container


def after(receiver, name, *arguments):
    return getattr(receiver, name)(*arguments), receiver


def answer(expression):
    names = {"inplace": inplace, "setitem": setitem, "delitem": delitem, "after": after}
    try:
        return repr(eval(expression, names))
    except Exception as error:
        text = str(error)
        return type(error).__name__ + (": " + text if text else "")


def main():
    sys.stdout.reconfigure(encoding="utf-8", newline="\n")
    subject = sys.argv[1]
    seen = set()
    for expression in getattr(expressions, subject)():
        if expression in seen:
            continue
        seen.add(expression)
        print(expression, answer(expression), sep="\t")


if __name__ == "__main__":
    main()
