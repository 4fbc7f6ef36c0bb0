held = []


def hold(thing):
    held.append(thing)
