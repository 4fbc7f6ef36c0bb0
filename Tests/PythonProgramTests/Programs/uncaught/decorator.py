def checked(function):
    def wrapper(*args):
        if not all(isinstance(arg, int) for arg in args):
            raise TypeError(f"{function.__name__} takes integers")
        return function(*args)

    return wrapper


@checked
def add(a, b):
    return a + b


print(add(1, 2))
print(add(1, "2"))
