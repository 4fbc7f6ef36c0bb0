# start: counter
# start: pair
# start: state
"""Functions that share variables."""


def make_counter(start):
    count = [start]
    step = 2

    def increment(by=step, *, scale={"x": 1}):
        count[0] += by * step
        return count

    def reset():
        count[:] = [start]

    return increment, reset


counter, reset = make_counter(5)
state = {"counter": counter}
pair = (counter, reset)
