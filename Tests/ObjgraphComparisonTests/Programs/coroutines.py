# start: waiting
# start: outer
# start: stream
"""Coroutines and asynchronous generators that were stopped half way, driven by hand."""

import types


@types.coroutine
def suspend(value):
    received = yield value
    return received


async def inner(resource):
    held = [resource]
    await suspend("waiting")
    return held


async def wrapper(resource):
    local = {"resource": resource}
    await inner(resource)
    return local


async def numbers(limit):
    buffer = list(range(limit))
    for number in buffer:
        yield number


resource = ["a resource"]
waiting = inner(resource)
waiting.send(None)
outer = wrapper(resource)
outer.send(None)
stream = numbers(3)
step = stream.__anext__()
try:
    step.send(None)
except StopIteration:
    pass
