def risky(level):
    if level == 0:
        raise ValueError("bottom")
    try:
        risky(level - 1)
    except ValueError:
        print("passing level", level)
        raise


def changed():
    try:
        risky(1)
    except ValueError as error:
        error.args = ("changed on the way",)
        raise error


changed()
