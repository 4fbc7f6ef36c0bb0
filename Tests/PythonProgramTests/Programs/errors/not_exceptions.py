for bad in (5, "text", object):
    try:
        raise bad
    except TypeError as error:
        print(error)
try:
    raise ValueError("x") from 5
except TypeError as error:
    print(error)
try:
    raise
except RuntimeError as error:
    print(error)
try:
    try:
        raise ValueError
    except 5:
        pass
except TypeError as error:
    print(error)
raise Exception
