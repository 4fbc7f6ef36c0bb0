class Silent(Exception):
    pass


class Outer:
    class Inner(Exception):
        pass


try:
    raise Silent
except Silent:
    raise Outer.Inner()
