from settings import limit


def check(value):
    if value > limit:
        raise ValueError(f"{value} is over {limit}")


check(5)
check(limit + 1)
