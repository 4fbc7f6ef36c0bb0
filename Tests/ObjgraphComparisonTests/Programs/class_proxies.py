# start: proxy
# start: things
"""Objects that say they are of another class."""


class Real:
    def __init__(self):
        self.name = "real"


class Proxy:
    def __init__(self, target):
        object.__setattr__(self, "target", target)

    @property
    def __class__(self):
        return type(self.target)

    def __getattr__(self, name):
        return getattr(object.__getattribute__(self, "target"), name)


class Liar(dict):
    __class__ = Real


real = Real()
proxy = Proxy(real)
liar = Liar(key=real)
things = [proxy, liar, real]
