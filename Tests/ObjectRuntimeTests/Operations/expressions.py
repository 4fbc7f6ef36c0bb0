"""The expressions that are put to CPython and to the object runtime, by subject."""

import zlib

SIGNS = ["+", "-", "*", "@", "/", "//", "%", "**", "<<", ">>", "&", "^", "|"]
COMPARISONS = ["<", "<=", "==", "!=", ">", ">="]

NUMBERS = [
    "0", "1", "-1", "7", "-7", "True", "False", "2**62", "-(2**63)", "10**40", "-(10**40)", "0.0", "-0.0", "1.5",
    "-2.5", "1e300", "float('nan')", "float('inf')", "2j", "(1.5-2j)",
]
OTHERS = [
    "None", "'ab'", "''", "'é'", "b'ab'", "[1, 2]", "[]", "(1, 2)", "()", "{1, 2}", "frozenset({2, 3})",
    "{'a': 1}", "{1: 2}.keys()", "{1: 2}.items()", "range(3)", "slice(1)", "int",
]


# What would take minutes or all memory, or has no room in a record.
TOO_LARGE = {("**", "10**40"), ("<<", "10**40"), ("**", "2**62"), ("<<", "2**62"), ("**", "-(2**63)"), ("**", "-(10**40)")}


def is_known(sign, left, right):
    """Whether a result is small, and the same in each run: hashes of strings are not."""
    is_view = any("keys" in value or "items" in value for value in (left, right))
    has_string = any("'" in value for value in (left, right))
    return (sign, right) not in TOO_LARGE and not (sign in "|^" and is_view and has_string)


def pairs(signs, lefts, rights, form, share=1):
    """Each sign between each two values; of a large product, one of so many, spread evenly."""
    for sign in signs:
        for left in lefts:
            for right in rights:
                expression = form(sign, left, right)
                if is_known(sign, left, right) and zlib.crc32(expression.encode()) % share == 0:
                    yield expression


def plain(sign, left, right):
    return f"{left} {sign} {right}" if not left.startswith("-") or sign != "**" else f"({left}) {sign} {right}"


def parenthesized(value):
    return f"({value})" if "**" in value or value.startswith("-") else value


def operators():
    numbers = [parenthesized(value) for value in NUMBERS]
    TOO_LARGE.update({(sign, parenthesized(value)) for sign, value in TOO_LARGE})
    yield from pairs(SIGNS, numbers, numbers, plain, share=10)
    yield from pairs(["+", "-", "*", "%", "|", "&", "<<"], OTHERS, OTHERS + ["2", "True", "-1", "1.5"], plain,
                     share=10)
    yield from pairs(["+", "*", "@", "**"], ["2", "1.5", "0"], OTHERS, plain)
    yield from pairs(SIGNS, ["[1, 2]", "{1, 2}", "{'a': 1}", "1", "'ab'", "(1, 2)", "None", "frozenset({1})"],
                     ["[3]", "{2, 3}", "frozenset({2})", "{'b': 2}", "2", "'x'", "()", "{1: 2}.keys()", "1.5"],
                     lambda sign, left, right: f"inplace({sign!r}, {left}, {right})", share=3)
    yield from pairs(COMPARISONS, numbers + OTHERS, numbers + OTHERS, plain, share=20)
    yield from pairs(["in", "not in"], ["1", "'a'", "b'a'", "300", "(1, 2)", "[]", "1.0", "{1}"],
                     OTHERS + ["1", "{(1, 2)}"], plain)
    for value in NUMBERS + OTHERS:
        value = parenthesized(value)
        for form in ["-{}", "+{}", "~{}", "not {}", "abs({})", "round({})", "round({}, 1)", "len({})", "{}[0]",
                     "{}[1:]", "setitem({}, 0, 1)", "delitem({}, 0)", "{}['a']", "divmod({}, 3)", "divmod(3.5, {})",
                     "pow({}, 2, 5)", "pow(2, {}, 5)", "pow(2, 3, {})", "repr({})", "str({})"]:
            yield form.format(value)
    for value in ["2.675", "2.5", "-2.5", "0.5", "1.5", "1e22", "123456.789", "5e-324", "1.7976931348623157e308", "25.0",
                  "1250.0", "0.15", "1.005"]:
        for places in range(-5, 6):
            yield f"round({value}, {places})"
        yield f"round({value})"
    for value in ["1250", "-1250", "1350", "15", "25", "-5", "10**20 + 5"]:
        for places in range(-5, 3):
            yield f"round({value}, {places})"
    yield from pairs(["/"], ["(10**40 + 1)", "(2**64 + 1)", "(2**53 + 1)", "1", "(10**400)", "-(10**17)", "(3**700)"],
                     ["3", "(2**60)", "(10**400)", "(10**39)", "7", "-(3**650)", "(2**1074)", "(10**330)"], plain)
    yield from pairs(["//", "%"], ["(10**40 + 1)", "(-(10**40))", "(2**62)", "(-(2**63))"],
                     ["3", "-3", "(10**20)", "(-(10**20))", "(-1)", "(2**63)"], plain)
    yield from pairs(["&", "|", "^", ">>"], ["(10**40)", "(-(10**40))", "(2**64)", "-1"],
                     ["(10**39)", "(-(10**39))", "255", "70", "0"], plain)
    yield from ["10**400 * 1.0", "1.5 + 10**400", "2 ** 100", "(-2) ** 101", "2 ** -2", "2.0 ** 5000", "(-8) ** 0.5",
                "(-8.0) ** (1/3)", "1 << 100", "(-1) << 70", "1 << (1 << 64)", "0 << (1 << 64)", "1 >> (1 << 64)",
                "(-1) >> (1 << 64)", "2 << -(1 << 64)", "'a' * (1 << 70)", "'ab' * (1 << 62)", "[1] * (1 << 62)",
                "1e308 * 10", "2 ** 0.5", "2 ** 1.5j", "0j ** 0", "(1+2j) ** 3", "(1+2j) ** -2", "(1+2j) ** 0.5",
                "pow(3, -1, 7)", "pow(2, -1, 4)", "pow(3, 10**30, 10**20)", "pow(3, 5, -7)", "pow(-3, 5, 7)", "pow(2, 3, 1)",
                "pow('a', 1, 2)", "divmod(-7, 2)", "divmod(7, -2)", "divmod(-7.5, 2)", "divmod(1, 0)", "divmod(1.0, 0)",
                "[1, 2] < [1, 3]", "[1, 'a'] < [1, 2]", "[1] < [1, 2]", "(2, 1) > (1, 'a')", "'abc' < 'abd'", "'é' > 'z'",
                "'a' < 'aé'", "'\U0001F600' > '\uFFFF'", "{1} < {1, 2}", "{1, 2} >= {2}", "{1} <= {2}", "b'a' < b'b'",
                "2**53 + 1 > 2.0**53", "2**53 == 2.0**53", "10**400 > 1e308", "10**400 < float('inf')", "1 < float('nan')",
                "-(10**400) < float('-inf')", "2**1000 == 2.0**1000", "2**1000 + 1 > 2.0**1000",
                "slice(1, 2) < slice(1, 3)", "{1: 2}.keys() == {1}", "{1: 2}.keys() < {1, 2}", "{1} == {1: 2}.keys()",
                "{1: 2}.items() == {(1, 2)}", "{1: 2}.keys() & [1, 3]", "[1, 3] | {1: 2}.keys()", "{1: 2}.keys() - [1]",
                "{1: 2, 3: 4}.keys() ^ {1: 2}.keys()", "{1: 2}.values() == {1: 2}.values()", "'bc' in 'abcd'", "'' in ''",
                "'abcd' in 'abc'", "[1, 2, 3][-1]", "[1, 2, 3][::-1]", "'héllo'[1:3]", "'hello'[::2]", "'aé'[:1]",
                "(1, 2, 3)[5:]", "b'abc'[1]", "b'abc'[1:]", "range(10)[2:8:3]", "range(10)[-1]", "[1][1 << 70]",
                "setitem([1, 2, 3], slice(0, 2), [9])", "setitem([1, 2, 3], slice(None, None, 2), [9])",
                "setitem([1, 2], slice(0, 1), 5)", "delitem([1, 2, 3], slice(None, None, 2))", "setitem({}, [], 1)",
                "delitem({}, 1)", "{'a': 1}['b']", "'abc'[1.0]", "[1]['a':]", "[1][::0]", "range(3)[5]", "range(3)['a']"]
