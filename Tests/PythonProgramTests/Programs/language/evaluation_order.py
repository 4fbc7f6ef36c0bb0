def say(value):
    print(value, end=" ")
    return value


def end():
    print()


say(1) + say(2) * say(3); end()
[say(1), say(2)][say(0)]; end()
{say("k"): say("v"), say("k2"): say("v2")}; end()
print(say(1), sep=say(""), end=say("\n"))
(say(lambda *a, **k: None) and (lambda *a, **k: None))(say(1), *[say(2)], x=say(3)) if False else say("skipped"); end()
table = {}
table[say("key")] = say("value"); end()
a, table[say("x")] = say(1), say(2); end()
say(1) if say(0) else say(2); end()
say(3) > say(2) > say(1); end()
say(1) > say(2) > say(3); end()


def defaults(a=say("default a"), b=say("default b")):
    return a, b


end()
print(defaults(), defaults(1))
row = [0, 0]
index = 0
row[index], index = 5, 1
print(row, index)
index, row[index] = 0, 7
print(row, index)
table[say("aug")] = 1
table[say("aug")] += say(5); end()
print(table)
assert say(True), say("never"); end()
[say((x, y)) for x in (1, 2) if say(x) > 1 for y in "ab"]; end()
print((lambda: (say("a"), say("b")))())
