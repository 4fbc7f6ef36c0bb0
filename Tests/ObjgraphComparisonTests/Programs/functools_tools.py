# start: add_ten
# start: square
# start: report
"""Partial functions, caches, and what decorators leave."""

import functools

base = [10]


def add(left, right, scale=1):
    return left, right, scale


add_ten = functools.partial(add, base, scale={"x": base})
nested = functools.partial(add_ten, ["more"])


@functools.lru_cache(maxsize=4)
def square(value):
    return [value * value]


square(1.5)
square(2.5)


def logged(function):
    @functools.wraps(function)
    def wrapper(*args):
        return function(*args)

    return wrapper


class Report:
    @functools.cached_property
    def rows(self):
        return [self]

    @logged
    def draw(self):
        return self.rows

    @functools.singledispatch
    def show(value):
        return value


report = Report()
report.rows
report.add = functools.partial(add, report)
