class Bad:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        raise ValueError("from del of " + self.name)


b = Bad("b")
del b
print("goes on")


def function():
    local = Bad("local")
    return "returned"


print(function())
try:
    x = Bad("x")
    raise KeyError("real")
except KeyError as error:
    del x
    print("still", repr(error))


class NoArguments:
    def __del__():
        pass


NoArguments()
print("after")


class Deletes:
    def __del__(self):
        print("missing attribute next")
        self.nothing


Deletes()


class Swallows:
    def __del__(self):
        try:
            1 / 0
        except ZeroDivisionError as error:
            print("handled inside:", error)


Swallows()
