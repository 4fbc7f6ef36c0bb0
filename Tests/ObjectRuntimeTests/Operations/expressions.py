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


INTEGERS = ["0", "1", "-1", "42", "-42", "1234567", "-1234567", "10**20", "True"]
FLOATS = ["0.0", "-0.0", "1.0", "1.5", "-2.5", "0.1", "3.14159", "1e10", "1e16", "1e-5", "123456789.0", "1e300", "5e-324",
          "-0.001", "float('nan')", "float('inf')", "float('-inf')"]
TEXTS = ["''", "'a'", "'hello'", "'h\xe9'", "'\u20ac'"]
COMPLEX = ["1j", "(1-2j)", "(1.5+0j)", "(-0.0-1j)", "(1e20+0.001j)"]

INTEGER_SPECIFICATIONS = [
    "", "d", "5", "<5", ">5", "^5", "=5", "05", "+", " ", "-", "+05", "*^9", "*=+9", ",", "_", "012,", "b", "#b", "o", "#o",
    "x", "#x", "X", "#X", "#010x", "_b", "_x", "#_x", "c", "5c", "n", "e", ".2f", "g", "%", ".1%", "z", ".2", "s", "q",
    ",x", "+c", "#c", "é<5", "020_d", "=+8,", "^+8,", "<05", "0<5", ",.2f", "06.1f", "1$", "{", ">",
]
FLOAT_SPECIFICATIONS = [
    "", "f", ".0f", ".1f", ".3f", "e", ".0e", ".3e", "E", "g", ".3g", ".0g", "G", "n", "%", ".2%", "#.0f", "#g", "#.3g", "10",
    "<10", "^12", "010.2f", "+", " .2f", "+.2f", ",", ",.2f", "_.1f", "015,.2f", "z.0f", "z.2f", ".2", ".10", ".1", ".20",
    ".17g", "d", "s", "x", "c", "=+12.3f", "*^15.2e", "F", ".400f", "#", "#.3", "012", "r",
]
TEXT_SPECIFICATIONS = ["", "s", "5", "<5", ">5", "^5", "*^7", ".2", ".0", "5.1", "05", "=5", "+", " ", "z", "#", ",", "_", "d",
                       "\u20ac^9", "99999999999999999999", ".99999999999999999999", ".", "5 ", "abc"]
COMPLEX_SPECIFICATIONS = ["", "20", "<20", "^20", "*>15", ".2f", "e", "g", "+", ".3", ",.1f", "05", "=5", "d", "%", "z.0f", "#"]

PERCENT = [
    ("'%s %s'", "1"), ("'%s'", "(1, 2)"), ("'%z'", "1"), ("'%(a)s'", "1"), ("'%(a)s'", "{}"), ("'%(a)s'", "{'a': 1}"),
    ("'%(a)s %s'", "{'a': 1}"), ("'%s %(a)s'", "{'a': 1}"), ("'%s'", "{'a': 1}"), ("'%c'", "300"), ("'%c'", "'ab'"),
    ("'%c'", "-1"), ("'%c'", "1.5"), ("'%5c|'", "97"), ("'%*d'", "(5, 3)"), ("'%*d|'", "(-5, 3)"), ("'%*d'", "('a', 3)"),
    ("'%.*f'", "(2, 1)"), ("'%.3s|%5s|%-5s|'", "('abcdef', 'x', 'y')"), ("'%'", "1"), ("'abc'", "1"), ("'abc'", "{}"),
    ("'abc'", "[]"), ("'%(a'", "{}"), ("'%(a)'", "{'a': 1}"), ("'%()s'", "{'': 1}"), ("'%((a))s'", "{'(a)': 1}"),
    ("'%99999999999999999999d'", "1"), ("'%.99999999999999999999d'", "1"), ("'%ld'", "3"), ("'%%'", "()"), ("'%5%|'", "()"),
    ("'%d %s'", "(1,)"), ("'%05s'", "'a'"), ("'%\xe9'", "1"), ("'%.2r'", "'abc'"), ("'%a'", "'\xe9'"), ("'%r'", "'\xe9'"),
    ("b'%b'", "b''"), ("b'%s'", "'a'"), ("b'%a'", "'\xe9'"), ("b'%c'", "300"), ("b'%c'", "'a'"), ("b'%c'", "b'ab'"),
    ("b'%c'", "b'a'"), ("b'%c'", "97"), ("b'%s'", "1"), ("b'%q'", "1"), ("b'%r'", "b'a'"), ("b'%5s|%-5b|'", "(b'a', b'b')"),
    ("b'%f'", "'a'"), ("b'%(a)s'", "{b'a': b'1'}"), ("b'%d'", "3"), ("b'%05.1f'", "2.5"), ("b'%%'", "()"),
]
PERCENT_FIELDS = ["%d", "%5d|", "%-5d|", "%05d", "%+d", "% d", "%.5d", "%x", "%X", "%#x", "%#X", "%#o", "%#010x", "%o", "%i",
                  "%u", "%f", "%.0f", "%5.1f|", "%e", "%E", "%+.2e", "%g", "%G", "%#g", "%010f", "%-010f|", "%s", "%r", "%a",
                  "%10s|", "%c", "%-+8d|", "%.0e"]
FIELDS = [
    "'{'.format()", "'}'.format()", "'{0}{}'.format(1)", "'{}{0}'.format(1)", "'{1}'.format(1)", "'{a}'.format()",
    "'{0.x}'.format(1)", "'{0.}'.format(1)", "'{0[}'.format([1])", "'{0[]}'.format([1])", "'{0[0]x}'.format([1])",
    "'{0!x}'.format(1)", "'{0!}'.format(1)", "'{0!r'.format(1)", "'{0!rx}'.format(1)", "'{:{:{}}}'.format(1, 2, 3)",
    "'{:{}}'.format(1, 5)", "'{0:{1}'.format(1, 5)", "'{{}}'.format()", "'{0[a]}'.format({'a': 1})", "'{!r:>5}'.format('a')",
    "'{99999999999999999999}'.format(1)", "'{0:d}'.format('a')", "'{{{}'.format(1)", "'{a{}}'.format(1)", "'}{'.format()",
    "'{!'.format(1)", "'{0'.format(1)", "'{:}}'.format(1)", "'{-1}'.format(1)", "'{ }'.format(1)", "'{0[1]}'.format([5, 6])",
    "'{a} {b!s} {0}'.format(1, a=2, b='x')", "'{0:{w}.{p}f}'.format(3.14159, w=10, p=2)", "'{!a}'.format('\xe9')",
    "'{0.real} {0.imag}'.format(5)", "'{0[x y]}'.format({'x y': 3})", "'{a.b}'.format(a=1)", "'{}'.format('\u20ac')",
    "'{a} {b}'.format_map({'a': 1, 'b': 2})", "'{}'.format_map({})", "'{c}'.format_map({'a': 1})", "'{0[9]}'.format([1])",
    "'{:,}'.format(1234567)", "'{:>{}}|{:<{}}|'.format('a', 4, 'b', 3)", "'\xe9{}'.format(1)", "'{} {}'.format(1)",
]


def formats():
    for values, specifications in [(INTEGERS, INTEGER_SPECIFICATIONS), (FLOATS, FLOAT_SPECIFICATIONS),
                                   (TEXTS, TEXT_SPECIFICATIONS), (COMPLEX, COMPLEX_SPECIFICATIONS)]:
        share = 3 if values in (INTEGERS, FLOATS) else 1
        for value in values:
            for specification in specifications:
                expression = f"format({value}, {specification!r})"
                if zlib.crc32(expression.encode()) % share == 0:
                    yield expression
    for value in ["None", "[]", "{}", "b'a'", "object", "(1,)", "range(3)"]:
        yield f"format({value}, '5')"
        yield f"format({value})"
    for value in ["42", "-42", "0", "1.5", "-2.5", "1e10", "1e-5", "float('inf')", "float('nan')", "10**20", "'a'", "True",
                  "None", "1j", "[1]"]:
        for field in PERCENT_FIELDS:
            expression = f"{field!r} % {value if not value.startswith('-') and '*' not in value else '(' + value + ')'}"
            if zlib.crc32(expression.encode()) % 2 == 0:
                yield expression
    for format, arguments in PERCENT:
        yield f"{format} % {arguments if not arguments.startswith('-') else '(' + arguments + ')'}"
    yield from FIELDS
    for value in [r"'a\\b'", r"'it\'s'", r"""'"'""", r"""'"\''""", r"'\n\t\r\0\x7f\x80\xa0\xad\xe9'",
                  r"'\u2028\ud800\U0001f600\u0378'", r"b'it\'s'", r"""b'"\''""", r"b'\x00\n\\'", "1e16", "1e15",
                  "123456789012345678.0", "0.0001", "0.00001", "9007199254740993.0", "1.7976931348623157e308", "2.5e-323",
                  "[1, 'a', [2.0]]", "(1,)", "()", "{}", "{1: [2]}",
                  "{1}", "frozenset()", "frozenset({1})", "{1: 2}.keys()", "{1: 2}.values()", "{1: 2}.items()", "slice(1, 2)",
                  "range(5)", "range(1, 10, 2)", "(-0.0-0j)", "1e400j", "...", "NotImplemented"]:
        for form in ["repr({})", "str({})", "ascii({})", "f'{{{}}}'", "f'{{{}!r:>12}}'"]:
            if form.startswith("f") and ("'" in value or "\\" in value or "{" in value):
                continue
            if value != "NotImplemented":
                yield form.format(value)
    yield from ["f'{1:{5}}'", "f'{1.5:.{2}f} and {\"x\"!r}'", "f'{{}}{1}'", "f'{1!s}{2!a}'", "f'{3.0:05.1f}'"]


STRINGS = ["''", "'a'", "'Hello World'", "'  two  words '", "'a,b,,c'", "'ÀÉß'", "'ﬁn ΑΣ ΣΑΣ'", "'12'", "'x1_y'", "'\\tA\\r\\nb\\x0bc\\n'",
           "'ǅa'", "'²½'", "'٣'", "'\U0001F600 a'", "'-42'", "'aaaa'", "'if'", "'A'"]
STRING_METHODS = ["capitalize", "casefold", "isalnum", "isalpha", "isascii", "isdecimal", "isdigit", "isidentifier", "islower",
                  "isnumeric", "isprintable", "isspace", "istitle", "isupper", "lower", "lstrip", "rstrip", "split", "rsplit",
                  "splitlines", "strip", "swapcase", "title", "upper", "expandtabs", "encode"]
BYTES_METHODS = ["capitalize", "isalnum", "isalpha", "isascii", "isdigit", "islower", "isspace", "istitle", "isupper", "lower",
                 "lstrip", "rstrip", "split", "rsplit", "splitlines", "strip", "swapcase", "title", "upper", "hex", "decode"]
CALLS = """
'a b  c'.split(None, 1)|' a b  c '.split(None, 1)|' a b  c '.rsplit(None, 1)|'a,b,c'.split(',', 1)|'a,b,c'.rsplit(',', maxsplit=1)
'a,b,c'.split(sep=',')|'abab'.split('ab')|'a'.split(1)|'a'.split('')|'a'.split(foo=1)|'a'.split(1, 2, 3)|'a'.split('a', 'b')
'a'.split('a', sep='b')|' a '.split(maxsplit=0)|'a b'.rsplit(maxsplit=0)|'a\\nb\\r\\nc'.splitlines(True)|'a'.splitlines(1, 2)
'a'.splitlines(keepends=1)|'a'.upper(1)|'a'.center()|'a'.center('a')|'a'.center(5, 1)|'a'.center(5, 'ab')|'a'.center(1, 2, 3)
'ab'.center(5)|'a'.center(4)|'ab'.center(5, '*')|'a'.ljust(3, '.')|'a'.rjust(3, '€')|'abc'.rjust(2)|'a'.ljust()|'é'.center(4, '€')
'aaa'.count('a')|'aaa'.count('aa')|'aaa'.count('')|'aaa'.count('a', 1)|'aaa'.count('a', 1, -1)|'abc'.count('', 3)|'abc'.count('', 4)
'a'.count()|'a'.count(1)|'a'.count('a', 'b')|'a'.encode(1)|'a'.encode('x')|'é'.encode('ascii')|'aéb€'.encode('latin-1')
'éé'.encode('ascii')|'é'.encode('ascii', 'foo')|'é'.encode('ascii', 'replace')|'é€'.encode('ascii', 'ignore')
'é€'.encode('ascii', 'backslashreplace')|'é€'.encode('ascii', 'xmlcharrefreplace')|'é€\\U0001f600'.encode()|'\\ud800'.encode()
'é'.encode(encoding='latin-1')|'a'.encode('utf-8', 'strict', 1)|'abc'.endswith('c')|'abc'.endswith(('x', 'bc'))|'abc'.endswith('')
'abc'.endswith('b', 0, 2)|'abc'.endswith('', 4)|'a'.endswith(1)|'a'.endswith([1])|'a'.endswith((1,))|'a'.endswith()
'abc'.startswith('b', 1)|'abc'.startswith('', 3)|'abc'.startswith('', 4)|'abc'.startswith(('x', 'a'))|'a'.startswith('a', 1, 2, 3)
'a\\tbc\\td'.expandtabs(4)|'\\t'.expandtabs(0)|'a\\n\\tb'.expandtabs(tabsize=3)|'a'.expandtabs('a')|'abc'.find('c')|'abc'.find('')
'abc'.find('', 4)|'abc'.find('b', -1)|'abc'.find('b', None, None)|'a'.find(1)|'a'.find()|'abcabc'.rfind('bc')|'abc'.rfind('')
'abc'.rfind('x')|'a'.index('b')|'a'.rindex('b')|'abc'.index('c', 1)|'a'.index('a', 1.5)|'a€b'.find('€')|'ab'.find('€')
','.join(['a', 'b'])|''.join([])|','.join('abc')|'€'.join(['a', 'é'])|'a'.join(1)|'a'.join([1])|'a'.join(['a', 1])|'a'.join()
'-'.join({'k': 1})|'-'.join(('x',))|'  a '.lstrip()|'xxaxx'.strip('x')|'xyaxy'.rstrip('yx')|'abc'.strip('')|'a'.lstrip(1)
'a'.strip(1, 2)|' a '.strip(None)|'a-b-c'.partition('-')|'a-b-c'.rpartition('-')|'abc'.partition('-')|'abc'.rpartition('-')
'a'.partition('')|'a'.partition(1)|'a'.partition()|'abc'.removeprefix('ab')|'abc'.removeprefix('x')|'abc'.removesuffix('bc')
'abc'.removesuffix('')|'a'.removeprefix(1)|'aaa'.replace('a', 'b')|'aaa'.replace('a', 'bb', 2)|'aaa'.replace('', '-')
'abc'.replace('', '-', 2)|'abc'.replace('b', '')|'a€b'.replace('€', 'x')|'abc'.replace('b', '€')|'abc'.replace('x', 'y')
'aaa'.replace('a', 'b', count=1)|'aaa'.replace('aa', 'b')|'a'.replace('a')|'a'.replace(1, 2)|'a'.replace('a', 2)
'a'.replace('a', 'b', 'c')|'a'.replace('a', 'b', 1, 2)|'a'.replace()|'aaa'.replace('a', 'b', -1)|'aaa'.replace('a', 'b', 0)
'abc'.translate({97: 'x', 98: None, 99: 100})|'abc'.translate(str.maketrans('ab', 'xy', 'c'))|'a'.translate(1)
'a'.translate({97: 1 << 40})|'a'.translate({97: []})|'abc'.translate('0' * 97 + 'x')|str.maketrans({'a': 1, 98: 'x'})
str.maketrans('ab', 'xy')|str.maketrans('ab', 'xy', 'z')|str.maketrans(1)|str.maketrans('a', 'bc')|str.maketrans({'ab': 1})
str.maketrans({1.5: 1})|str.maketrans('a', 'b', 1)|str.maketrans('a', 1)|'a'.maketrans('a', 'b')|'42'.zfill(5)|'-42'.zfill(5)
'+'.zfill(3)|'a'.zfill('a')|'abc'.zfill(2)|''.zfill(2)|''.join(x=1)|'a'.find(x=1)|'a'.upper(x=1)|'a'.foo|'a'.upper() is 'A'
'a b'.split()[0] is 'a'|'a'.strip() is 'a'|'ab'.replace('b', '') is 'a'|'a'.center(1) is 'a'|'a'.title() is 'A'|''.upper() is ''
'1'.zfill(1) is '1'|'a'.join(['b']) is 'b'|'%s' % 'a' is 'a'|'{}'.format('a') is 'a'|'a'.encode() is b'a'|b'a'.upper() is b'A'
b'a'.replace(b'x', b'y') is b'a'|'ab'.removesuffix('b') is 'a'|'ab'.partition('b')[0] is 'a'|b'a'.decode() is 'a'
b'a b'.split()|b'a,b'.split(b',')|b' a b '.rsplit(None, 1)|b'a'.split(1)|b'a'.split(b'')|b'abc'.find(b'c')|b'abc'.find(98)
b'a'.find('a')|b'a'.find(300)|b'a'.count('a')|b'aaa'.count(b'a', 1)|b','.join([b'a', b'b'])|b'a'.join(['a'])|b'a'.join([1])
b'a'.join(1)|b'abc'.startswith(b'ab')|b'abc'.endswith((b'x', b'c'))|b'a'.startswith('a')|b'a'.startswith([1])
b'aaa'.replace(b'a', b'bb', 2)|b'abc'.replace(b'', b'-')|b'a'.replace('a', 'b')|b'xax'.strip(b'x')|b'a'.strip('a')
b'a'.decode('x')|b'\\xff'.decode()|b'\\xff'.decode('ascii')|b'a\\xc3'.decode()|b'\\xe2\\x82'.decode()|b'\\xed\\xa0\\x80'.decode()
b'\\xff\\xfe'.decode('utf-8', 'replace')|b'\\xff'.decode('utf-8', 'foo')|b'\\xffa'.decode('ascii', 'ignore')
b'\\xe2\\x82a'.decode('utf-8', 'backslashreplace')|b'\\xff'.decode('latin-1')|b'\\xff'.decode(errors='replace')
b'\\xf0\\x9f\\x98\\x80'.decode()|b'\\xff'.decode('utf-8', 'surrogateescape')|b'abc'.hex(':')|b'abcde'.hex(':', 2)
b'abcde'.hex(':', -2)|b'abc'.hex('ab')|b'a'.hex(1)|bytes.fromhex('a')|bytes.fromhex('zz')|bytes.fromhex(1)|bytes.fromhex('61 62')
b'a'.index(b'b')|b'abcabc'.rfind(b'bc')|b'a'.upper(1)|b'a-b'.partition(b'-')|b'a-b'.rpartition(b'-')|b'a'.partition('a')
b'a'.center(4, b'*')|b'a'.ljust(3)|b'a'.rjust(3)|b'a'.center(5, 'x')|b'-4'.zfill(4)|b'a'.zfill('x')|b'abc'.removeprefix(b'a')
b'abc'.removesuffix(b'c')|b'a\\tb'.expandtabs(4)|b'a\\nb\\r\\n'.splitlines(True)|str(b'a', 'ascii')|str(b'\\xff', 'utf-8')
bytes('é', 'utf-8')|bytes('é', 'ascii')|b'abc'.translate(None, b'b')|b'abc'.translate(bytes.maketrans(b'ab', b'xy'))
b'a'.translate(1)|b'a'.translate(b'x')|bytes.maketrans(b'a', b'bc')|b'abc'.translate(None, delete=b'a')|b'a'.translate()
(5).bit_length()|(0).bit_length()|(-256).bit_length()|(10**20).bit_length()|(255).bit_count()|(-3).bit_count()|True.bit_length()
(5).bit_length(1)|(5).to_bytes()|(300).to_bytes()|(300).to_bytes(2)|(300).to_bytes(2, 'little')|(-1).to_bytes()
(-1).to_bytes(2, 'big', signed=True)|(-128).to_bytes(1, signed=True)|(128).to_bytes(1, signed=True)|(10**20).to_bytes(10, 'big')
(0).to_bytes(0, 'big')|(5).to_bytes(-1)|(5).to_bytes(2, 'x')|(5).to_bytes(2, 1)|(5).to_bytes(length='a')|(5).to_bytes(length=3)
(5).to_bytes(2, 'little', True)|(5).to_bytes(2, 'big', signed=1, x=2)|int.from_bytes(b'\\x01\\x02')|int.from_bytes(b'\\x01\\x02', 'little')
int.from_bytes(b'\\xff', signed=True)|int.from_bytes(b'\\xff' * 9, byteorder='big')|int.from_bytes(b'')|int.from_bytes([1, 2])
int.from_bytes(1)|int.from_bytes('a')|int.from_bytes(b'a', 'x')|int.from_bytes([300])|int.from_bytes(['a'])|int.from_bytes()
int.from_bytes(b'a', b'b')|(5).from_bytes(b'a')|(5).conjugate()|True.conjugate()|(5).as_integer_ratio()|(5).is_integer()
(5).real|(5).imag|(5).numerator|(5).denominator|True.real|(5).foo|(2.5).real|(2.5).imag|(1+2j).real|(1+2j).imag|(1+2j).conjugate()
(1.5).as_integer_ratio()|(0.1).as_integer_ratio()|(-2.0).as_integer_ratio()|float('inf').as_integer_ratio()
float('nan').as_integer_ratio()|(1.5).is_integer()|(2.0).is_integer()|float('inf').is_integer()|(1.5).hex()|(-0.1).hex()|(0.0).hex()
(5e-324).hex()|float('inf').hex()|(1e300).hex()|float.fromhex('0x1.8p+0')|float.fromhex('-0x1.999999999999ap-4')|float.fromhex('x')
float.fromhex(' 1.8 ')|float.fromhex('inf')|float.fromhex('0x1p-1074')|float.fromhex('0x1p5000')|float.fromhex(1)|(1.5).hex(1)
(1.5).conjugate()
(1, 2, 1).count(1)|(1, 2).index(2)|(1,).index(2)|(1,).index()|(1,).count()|(1,).index(1, 'a')|(1, 2, 1).index(1, 1)
[1].index(2)|['x'].index('y')|[1, 2, 1].index(1, 1)|[1, 2].count(1.0)|after([3, 1, 2], 'sort')|after([], 'sort')|after([1], 'reverse')
sorted([3, 1, 2])|sorted(['b', 'a', 'é'])|sorted([1, 'a'])|sorted([[2, 1], [1, 2]])|sorted([2.5, 1, True])|sorted('hello')
sorted([1, None])|[1].sort(1)|[1].sort(foo=1)|[1].sort(key=1)|[1].sort(reverse='a')|[3, 1].sort(key=None)|[].pop()|[1].pop('a')
[1].pop(5)|after([1, 2, 3], 'pop', 0)|after([1, 2, 3], 'pop', -2)|[].remove(1)|after([1, 2, 1], 'remove', 1)|[1].insert('a', 1)
after([1], 'insert', 0, 5)|after([1], 'insert', 9, 5)|after([1], 'insert', -9, 5)|[].append()|[].append(1, 2)|[].append(x=1)
after([1], 'append', 2)|after([1], 'extend', 'ab')|[].extend(1)|after([1, 2], 'clear')|[1, 2].copy()|[3].copy(1)
{}.update(1)|{}.update([1])|{}.update([(1, 2, 3)])|{}.update(1, 2)|after({}, 'update', [(1, 2)])|after({1: 2}, 'update', {1: 3})
{}.update(a=1)|{}.pop()|{}.pop(1)|{}.pop(1, 2)|{}.pop(1, 2, 3)|{}.popitem()|after({1: 2, 3: 4}, 'popitem')|{}.get()|{}.get([])
{1: 2}.get(1)|{1: 2}.get(2)|{1: 2}.get(2, 3)|{}.setdefault()|after({}, 'setdefault', 1)|after({1: 2}, 'setdefault', 1, 5)
{}.fromkeys()|dict.fromkeys(1)|dict.fromkeys('ab', 1)|dict.fromkeys([2, 1])|{}.fromkeys((1,))|{}.keys(1)|{1: 2}.copy()
after({1: 2}, 'clear')|{1: 2}.keys().isdisjoint([2])|{1: 2}.items().isdisjoint([(1, 2)])|{1: 2}['x']|{(1, 2): 3}[(3,)]
{1}.union([2], (3,))|{1}.union()|{1}.union(1)|{1, 2}.intersection([2, 3], {2})|{1}.intersection()|{1, 2}.difference([1], [5])
{1}.difference(1, 2)|{1}.isdisjoint([2])|{1}.isdisjoint(1)|{1}.issubset([1, 2])|{1}.issubset(1)|{1, 2}.issuperset([1])
{1}.issuperset({1, 2})|{1}.add()|{1}.add([])|after({1}, 'add', 2)|{1}.remove(2)|{1}.remove([])|{1}.discard([])|set().pop()
after({1, 2}, 'discard', 1)|after({1}, 'update', [2], [3])|{1}.update(1)|after({1, 2}, 'intersection_update', [2])
after({1, 2}, 'difference_update', [2], [5])|after({1, 2}, 'symmetric_difference_update', [2, 3, 3])|{1}.symmetric_difference([1, 2, 2])
{1}.symmetric_difference()|{1}.symmetric_difference(1)|{1}.symmetric_difference_update(1)|{1}.intersection_update(1)|frozenset().add
frozenset({1}).union([2])|frozenset({1}).copy()|{1}.copy()|{1}.copy(1)|frozenset({1, 2}).difference([1])|after({1}, 'clear')
range(5).index(3)|range(0, 10, 2).index(4)|range(5).index(9)|range(5).index('a')|range(5).index(2.0)|range(5).count(2)
range(5).count('a')|range(5).start|range(1, 9, 2).stop|range(1, 9, 2).step|range(3).foo|slice(1, 2).start|slice(1, 2).step
""".replace("\n", "|").split("|")


def methods():
    for value in STRINGS:
        for method in STRING_METHODS:
            yield f"{value}.{method}()"
    for value in ["b''", "b'a'", "b'Hello World'", "b' a b '", "b'12'", "b'\\xe9x\\n'", "b'a\\r\\nb'"]:
        for method in BYTES_METHODS:
            yield f"{value}.{method}()"
    yield from (call for call in CALLS if call)
