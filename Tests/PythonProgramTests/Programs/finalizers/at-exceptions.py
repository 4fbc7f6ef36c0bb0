class Thing:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("del", self.name)


def inner():
    local = Thing("inner's local")
    raise ValueError("problem")


def outer():
    local = Thing("outer's local")
    inner()


try:
    outer()
except ValueError:
    print("handling")
print("handled")
try:
    outer()
except ValueError as error:
    print("handling with a name")
print("handled")
try:
    outer()
except ValueError as error:
    kept = error
    print("keeping")
print("still alive")
kept = None
print("let go")


def cleanup():
    try:
        local = Thing("in try")
        raise KeyError
    except KeyError:
        other = Thing("in except")
        print("except")
    finally:
        third = Thing("in finally")
        print("finally")
    print("leaving")


cleanup()


def with_argument(x):
    raise RuntimeError


try:
    with_argument(Thing("argument"))
except RuntimeError:
    print("handling")
print("handled")


class Failing:
    def __init__(self):
        self.part = Thing("part of a failed object")
        raise ValueError

    def __del__(self):
        print("del of failed")


try:
    Failing()
except ValueError:
    print("not made")
print("end of try")


def generator():
    local = Thing("generator's")
    yield
    raise ValueError


try:
    for _ in generator():
        print("in the loop")
except ValueError:
    print("caught")
print("end")
