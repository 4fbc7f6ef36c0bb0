assert True
assert 1, "not shown"
try:
    assert 1 == 2
except AssertionError as error:
    print(repr(error), error.args)
try:
    assert [], ("a", "tuple")
except AssertionError as error:
    print(repr(error), error.args)


def costly():
    print("the message is made only when needed")
    return "message"


assert True, costly()
try:
    assert False, costly()
except AssertionError as error:
    print(error)


def nothing():
    pass


def documented():
    "Only a text."


class Empty:
    ...


print(nothing(), documented(), documented.__doc__, Empty.__doc__, nothing.__doc__)
if False:
    print("never")
elif True: print("one line"); print("two statements")
...
"a text as a statement"
