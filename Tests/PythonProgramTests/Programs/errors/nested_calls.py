def third(values):
    return values[10]


def second(values):
    return third(values) + 1


class Runner:
    def run(self, values):
        return second(values)


def first():
    runner = Runner()
    return runner.run([1, 2, 3])


print("before")
first()
print("never")
