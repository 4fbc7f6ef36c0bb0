number, text, nothing, row, pair = 5, "abc", None, [1, 2], (1, 2)
for action in (
    lambda: 1 + "a", lambda: "a" + 1, lambda: [] + 1, lambda: 1 + None, lambda: "a" * "b", lambda: "a" - "b",
    lambda: {} + {}, lambda: -"a", lambda: +[], lambda: 1 < "a", lambda: [] > (), lambda: None >= None,
    lambda: 1 @ 2, lambda: 1.5 | 2, lambda: "a" % 5, lambda: "%d" % "x", lambda: "%s %s" % 1,
    lambda: number[0], lambda: nothing["a"], lambda: len(5), lambda: len(None), lambda: 1 in 5, lambda: "a" in 5,
    lambda: 1 in "abc", lambda: (1).x, lambda: [].push(1), lambda: "".x, lambda: nothing(), lambda: text(),
    lambda: abs("a"), lambda: sum(5), lambda: hash([]), lambda: row["x"], lambda: pair[None],
    lambda: text["a"], lambda: {}.x, lambda: "a".join([1]), lambda: "a".join(5), lambda: int.missing,
    lambda: pow("a", 2), lambda: divmod(1, "a"), lambda: 1 and None.x, lambda: [*5], lambda: print(**5),
    lambda: setattr(5, "x", 1), lambda: setattr(object(), "x", 1), lambda: issubclass(5, int),
    lambda: object().__init__(1), lambda: next(5), lambda: "abc".startswith(5), lambda: [].extend(5),
):
    try:
        print("no error:", action())
    except (TypeError, AttributeError) as error:
        print(type(error).__name__, error)
