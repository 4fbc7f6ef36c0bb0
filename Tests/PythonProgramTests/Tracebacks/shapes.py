"""Programs that fail in expressions of all shapes, in statements of all kinds."""

EXPRESSIONS = r"""
one/zero
one  //   zero
(one)/(zero)
( one ) % ( zero )
((one) + (none))
one + two * none
(one + none) * 3
one*none-two
one if one/zero else two
-none + one
-none
~ none
one@two
2 ** none
one<<none
one>>  none
one // (zero) + two
items[5]
items [ 5 ]
(items)[ (5) ]
table["a"]["b"]
items[one/zero]
items[0].missing
items[one:none:"x"]
none[0][1]
none.first.second
(none).first
none . first
none()
none (one)
none(one, two)(three)
(none)(one)
none(len(items), key=max(items))
len(none)
len(items, none(one))
max(len(none), 2)
items.append(one)(two)
items.index(7)
none < one
one < two < none
one in none
one and none.x
not none.x
[none(item) for item in items]
[item / zero for item in items]
[item for item in none]
[item for item in items if item/zero]
{item: item/zero for item in items}
list(item / zero for item in items)
(lambda: one/zero)()
(lambda value: value + none)(2)
f"{one/zero}"
f"a {none.x!r:>10} b"
f"{one:{two/zero}}"
f"{items[7]}" + f"{one}"
f"{none(one)}" "tail"
"%d" % none
"a" "b" % 3
"a".join([1])
'é' + one
'日本' + one
名前/zero
名前[ 'é' ] + '日'
"日本"[7]
none(名前, "日本")
[*none]
{**none}
max(*none)
max(**none)
max(one, key=one/zero)
{one/zero: 2}
{items: 2}
(one, two/zero, three)
(new := one/zero)
undefined
undefined.attribute
one.real.missing
(one/zero).real
one/zero if items else two
one + (two + (three + none))
one+none # a sign + that is none
int("x")
int( "x" )
getattr(none, "x")
(yes := one) + none
"('" + none
"a#b" + none
(none)[one]   [two]
items[0](one)[2]
items[0:1][5]
one + items[0] + none.x[3] + two
one if zero else three/zero + none if two else none()
(((one/zero)))
""".strip().split("\n")

LONG = [
    "none(\n    one,\n    two,\n)",
    "none(one,\n     two)",
    "len(\n    none(\n        one,\n        two\n    ),\n    three\n)",
    "(\n    one +\n    none\n)",
    "(one\n    / # no sign / here\n\n    zero)",
    "(one\n    /zero)",
    "[\n    one,\n    two/zero,\n]",
    "items[\n    5\n]",
    "(items\n    [5])",
    "none(one,\n\n\n\n\n     two)",
    "none(\n    one, two,\n    1,\n    2,\n    3,\n    4)",
    "(one + \\\n    none)",
    "'''a\nb''' + one",
    "one + '''a\n    b'''",
    "(none\n    .first\n    .second)",
    "(none.first\n    .second)",
    "(one + two +\n    three +\n    none +\n    one)",
    "{\n    'a': one,\n    'b': none.x,\n    'c': two,\n}",
    "max(items,\n    key=lambda item: item / zero,\n)",
    "[\n    item / zero\n    for item in items\n]",
    "none(\n    名前, '日本',\n    one) # 日本",
    "(\n\n    none\n\n    (\n    )\n)",
    "(one\n  )  +  (\n none)",
    "table[\n    'a'\n][\n    'b'\n]",
    "f'''{\n    one/zero\n}'''",
    "(lambda:\n    none(\n        one))()",
    "(one if\n    none.x\n    else two)",
]

STATEMENTS = [
    "{}",
    "value = {}",
    "first = second = {}",
    "print({})",
    "def run():\n    return {}\nrun()",
    "if {}: pass",
    "while {}:\n    pass",
    "for item in {}: pass",
    "assert {}",
    "with {}: pass",
    "def run(a={}): pass",
    "@{}\ndef run(): pass",
    "items[{}] = 1",
    "raise ValueError({})",
    "def run():\n\tif True:\n\t\tvalue = {}\nrun()",
    "class Kind:\n    value = {}",
    "value: int = {}",
    "one += {}",
    "{}; value = 1",
    "value = 1; {} # afterwards",
    "run = lambda: {}\nrun()",
    "for item in items:\n    for other in items:\n        if item:\n            value = {}",
    "one, two = {}",
    "items.append({})",
    "def run():\n    yield {}\nnext(run())",
    "value = [{}, 1]",
    "one if {} else two",
    "try:\n    {}\nfinally:\n    value = 1",
    "名, 前 = 1, {}",
    "del items[{}]",
]


def programs():
    """Each expression in two statements, other ones for each."""
    made = []
    for index, expression in enumerate(EXPRESSIONS + LONG):
        for statement in {(index * 7) % len(STATEMENTS), (index * 11 + 5) % len(STATEMENTS)}:
            text = STATEMENTS[statement].replace("{}", expression) + "\n"
            try:
                compile(text, "<program>", "exec")
            except SyntaxError:
                text = f"value = {expression}\n"
            made.append(text)
    return list(dict.fromkeys(made))
