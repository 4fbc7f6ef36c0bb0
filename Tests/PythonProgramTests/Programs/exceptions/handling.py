def risky(number):
    if number == 0:
        raise ValueError("zero")
    if number == 1:
        raise KeyError("one")
    if number == 2:
        raise IndexError
    if number == 3:
        raise OSError(2, "not there")
    return number


for number in range(5):
    try:
        print(risky(number))
    except ValueError as error:
        print("value", error, error.args, repr(error))
    except (KeyError, IndexError) as error:
        print("lookup", error, error.args, repr(error), isinstance(error, LookupError))
    except Exception as error:
        print("other", type(error).__name__, error, error.args, error.errno, error.strerror)
    else:
        print("else")
    finally:
        print("finally")
try:
    error
except NameError as missing:
    print("the name is gone:", missing)
try:
    try:
        1 / 0
    except ZeroDivisionError:
        print("again")
        raise
except ArithmeticError as error:
    print(repr(error))
try:
    raise ValueError
except ValueError as error:
    print(repr(error), str(error) == "", error.args)
try:
    raise "text"
except TypeError as error:
    print(error)
try:
    try:
        raise ValueError
    except "not a class":
        pass
except TypeError as error:
    print(error)
try:
    raise
except RuntimeError as error:
    print(error)
print(issubclass(KeyError, LookupError), issubclass(ZeroDivisionError, ArithmeticError), issubclass(SystemExit, Exception),
      [kind.__name__ for kind in RecursionError.__mro__], [kind.__name__ for kind in ModuleNotFoundError.__mro__])
print(repr(Exception("a", 1)), str(Exception("a", 1)), str(KeyError("k")), str(Exception()), Exception("x") == Exception("x"))
