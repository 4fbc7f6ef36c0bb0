class Manager:
    def __init__(self, name):
        self.name = name

    def __enter__(self):
        return self

    def __exit__(self, *details):
        raise RuntimeError(f"closing {self.name}")


def work():
    with Manager("inner"), Manager("outer"):
        raise KeyError("work")


work()
