# start: running
# start: delegating
# start: things
"""Generators that wait, one that was never begun, one that is done, one that delegates."""


def count(things):
    total = 0
    for thing in things:
        total += 1
        yield thing, total


def delegate(things):
    yield "first"
    yield from count(things)


things = [["one"], ["two"], ["three"]]
running = count(things)
next(running)
fresh = count(things)
done = count([])
list(done)
delegating = delegate(things)
next(delegating)
next(delegating)
squares = (thing * 2 for thing in things)
next(squares)
every = [running, fresh, done, delegating, squares]
