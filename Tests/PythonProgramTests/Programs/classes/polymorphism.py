class Expression:
    def __add__(self, other):
        return Sum(self, wrap(other))

    def __radd__(self, other):
        return Sum(wrap(other), self)

    def __mul__(self, other):
        return Product(self, wrap(other))

    def __rmul__(self, other):
        return Product(wrap(other), self)


class Constant(Expression):
    def __init__(self, value):
        self.value = value

    def evaluate(self, **names):
        return self.value

    def __str__(self):
        return str(self.value)


class Variable(Constant):
    def evaluate(self, **names):
        try:
            return names[self.value]
        except KeyError:
            raise NameError(f"no value for {self.value}") from None


class Pair(Expression):
    def __init__(self, left, right):
        self.left, self.right = left, right

    def evaluate(self, **names):
        return self.combine(self.left.evaluate(**names), self.right.evaluate(**names))

    def __str__(self):
        return f"({self.left} {self.symbol} {self.right})"

    def combine(self, left, right):
        raise NotImplementedError(type(self).__name__)


class Sum(Pair):
    symbol = "+"
    combine = lambda self, left, right: left + right


class Product(Pair):
    symbol = "*"

    def combine(self, left, right):
        return left * right


def wrap(thing):
    return thing if isinstance(thing, Expression) else Constant(thing)


x, y = Variable("x"), Variable("y")
formula = 2 * x + y * (x + 1)
print(formula, formula.evaluate(x=3, y=4), formula.evaluate(x="a", y=2) if False else "-")
for names in ({"x": 1}, {"x": 1.5, "y": -1}):
    try:
        print(formula.evaluate(**names))
    except NameError as error:
        print(error)
try:
    Pair(x, y).evaluate(x=1, y=2)
except NotImplementedError as error:
    print(repr(error))
