try:
    try:
        try:
            [][0]
        except IndexError:
            {}["key"]
    except KeyError as error:
        raise ValueError("third") from error
except ValueError:
    raise RuntimeError("fourth")
