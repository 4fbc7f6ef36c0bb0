from contextlib import contextmanager, suppress


@contextmanager
def tag(name):
    print(f"<{name}>")
    try:
        yield name.upper()
    except ValueError as error:
        print("handled", error)
    finally:
        print(f"</{name}>")


with tag("a") as upper:
    print(upper)
with tag("b"):
    raise ValueError("inside")
try:
    with tag("c"):
        raise KeyError("through")
except KeyError as error:
    print("outside", error)
with suppress(ZeroDivisionError, KeyError):
    1 / 0
    print("never")
with tag("outer"), tag("inner") as name:
    print(name)


def nested():
    for i in range(3):
        try:
            try:
                if i == 0:
                    continue
                if i == 1:
                    raise ValueError(i)
                return f"returned {i}"
            except ValueError:
                print("except", i)
            else:
                print("never")
            finally:
                print("finally", i)
        finally:
            print("outer finally", i)


print(nested())


@contextmanager
def broken():
    if False:
        yield


try:
    with broken():
        pass
except RuntimeError as error:
    print(error)
