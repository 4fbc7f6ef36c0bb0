TABLE = {1: "one", 2: "two"}


def fetch(key):
    return TABLE[key]
