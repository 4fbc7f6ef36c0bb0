def inner():
    raise LookupError("original")


def middle():
    try:
        inner()
    except LookupError:
        print("seen")
        raise


def outer():
    try:
        middle()
    except LookupError as error:
        raise error


outer()
