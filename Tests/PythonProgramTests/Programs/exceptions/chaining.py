import sys


class AppError(Exception):
    pass


try:
    try:
        {}["key"]
    except KeyError as error:
        raise AppError("wrapped") from error
except AppError as error:
    print(repr(error.__cause__), repr(error.__context__), error.__suppress_context__)
try:
    try:
        {}["key"]
    except KeyError:
        raise AppError("in passing")
except AppError as error:
    print(repr(error.__cause__), repr(error.__context__), error.__suppress_context__)
try:
    try:
        {}["key"]
    except KeyError:
        raise AppError("alone") from None
except AppError as error:
    print(repr(error.__cause__), repr(error.__context__), error.__suppress_context__)
try:
    raise AppError from ValueError
except AppError as error:
    print(repr(error.__cause__), error.__context__)
try:
    raise AppError from 5
except TypeError as error:
    print(error)


def current():
    kind, value, traceback = sys.exc_info()
    return kind and kind.__name__, value and value.args


print(current())
try:
    raise ValueError(1)
except ValueError:
    print(current())
    try:
        raise KeyError(2)
    except KeyError:
        print(current())
    print(current())
print(current())
try:
    try:
        raise ValueError("first")
    finally:
        raise KeyError("second")
except KeyError as error:
    print(repr(error.__context__), error.__context__.__traceback__ is not None)
error = ValueError("noted")
error.add_note("a note")
error.add_note("another")
print(error.__notes__, error.with_traceback(None) is error, error.__traceback__)
chain = None
for number in range(3):
    try:
        raise AppError(number) from chain
    except AppError as error:
        chain = error
while chain:
    print(chain, end=" ")
    chain = chain.__cause__
print()
