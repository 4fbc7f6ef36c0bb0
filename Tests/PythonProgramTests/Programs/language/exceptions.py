def attempt(action):
    try:
        print("try", end=" ")
        result = action()
    except ZeroDivisionError as error:
        print("zero:", error, end=" ")
    except (KeyError, IndexError) as error:
        print("lookup:", repr(error), end=" ")
    except Exception as error:
        print("other:", type(error).__name__, error, end=" ")
    else:
        print("else", result, end=" ")
    finally:
        print("finally")


for action in (lambda: 1, lambda: 1 / 0, lambda: {}["k"], lambda: [][3],
               lambda: int("x"), lambda: None.x, lambda: "a" + 1, lambda: unknown):
    attempt(action)


def overriding():
    try:
        return "try"
    finally:
        print("before return", end=" ")


def loop():
    for i in range(3):
        try:
            if i == 1:
                continue
            print(i, end=" ")
        finally:
            print("f", end=" ")


print(overriding())
loop()
print()
try:
    try:
        raise ValueError("inner")
    except ValueError as error:
        raise KeyError("outer") from error
except KeyError as error:
    print(repr(error.__cause__), error.__suppress_context__, error.args)
try:
    raise RuntimeError
except RuntimeError as error:
    print(repr(error), str(error) == "", error.__traceback__ is not None)
print("error" in globals())
