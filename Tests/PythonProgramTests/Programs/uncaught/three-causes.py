def connect():
    raise OSError(111, "refused")


def load():
    try:
        connect()
    except OSError as error:
        raise RuntimeError("cannot load") from error


try:
    try:
        load()
    except RuntimeError:
        {}["fallback"]
except KeyError as error:
    raise SystemError("nothing left") from error
