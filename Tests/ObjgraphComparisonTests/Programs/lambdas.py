# start: table
# start: adder
# start: table['constant']
"""Lambdas, with defaults, with closures, and in containers."""

values = [3, 1, 2]
adder = (lambda n: (lambda x, y=values: x + n))(["n"])
table = {"constant": lambda: 42, "adder": adder, "pick": lambda i=0, *, source=values: source[i]}
table["constant"].note = values
table["pick"].__doc__ = "Picks one."


class Holder:
    key = lambda self: self  # noqa: E731


holder = Holder()
holder.key_of_its_own = lambda: holder
