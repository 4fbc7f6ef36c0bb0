class ConfigError(Exception):
    """A wrong configuration."""


def read(settings, name):
    try:
        return settings[name]
    except KeyError as error:
        raise ConfigError(f"setting {name!r} is missing") from error


def main():
    settings = {"host": "localhost"}
    print(read(settings, "host"))
    print(read(settings, "port"))


main()
