__all__ = ["cube"]


def cube(number):
    return number ** 3


def hidden():
    pass


_private = 1
if __name__ == "__main__":
    print("never")
