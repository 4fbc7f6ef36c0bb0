class Manager:
    def __init__(self, name, swallow=False):
        self.name, self.swallow = name, swallow

    def __enter__(self):
        print("enter", self.name)
        return self

    def __exit__(self, kind, value, traceback):
        print("exit", self.name, kind.__name__ if kind else None, value)
        return self.swallow


with Manager("calm"):
    pass
with Manager("swallows", True):
    raise ValueError("swallowed")
with Manager("outer") as outer, Manager("inner") as inner:
    print(outer.name, inner.name)
    [].pop()
