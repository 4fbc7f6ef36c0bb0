class Guard:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("del", self.name)


def inner():
    guard = Guard("inner")
    raise LookupError("inner failed")


def outer():
    guard = Guard("outer")
    try:
        inner()
    except LookupError as error:
        print("caught", error)
        # The traceback still holds the frame of inner().
        print("handler ends")
    print("handler ended")


outer()
print("outer returned")
try:
    inner()
except LookupError as error:
    kept = error
print("kept the exception")
kept = None
print("forgot it")
