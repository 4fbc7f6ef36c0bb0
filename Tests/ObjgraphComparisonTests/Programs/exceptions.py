# start: caught
# start: caught.__traceback__
# start: context
"""Exceptions with tracebacks, with a cause, with a context, and with notes of their own."""


class ShopError(Exception):
    def __init__(self, message, item):
        super().__init__(message)
        self.item = item


def low(item):
    local = {"item": item}
    raise KeyError(item[0], local)


def middle(item):
    try:
        low(item)
    except KeyError as error:
        raise ShopError("no such item", item) from error


def high(item):
    try:
        middle(item)
    except ShopError:
        return [] + {}


caught = context = None
item = ["tea"]
try:
    middle(item)
except ShopError as error:
    caught = error
try:
    high(item)
except TypeError as error:
    context = error
caught.seen = [context]
