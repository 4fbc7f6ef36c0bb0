class ConfigError(Exception):
    pass


def parse(text):
    return int(text)


def load(text):
    try:
        return parse(text)
    except ValueError as error:
        raise ConfigError(f"bad setting {text!r}") from error


def quiet(text):
    try:
        return parse(text)
    except ValueError:
        raise ConfigError("nothing more") from None


try:
    quiet("x")
except ConfigError as error:
    print(error, error.__cause__, error.__suppress_context__)
load("ten")
