class Account:
    rate = 2
    double = rate * 2
    names = []

    def add(self, name):
        self.names.append(name)
        return self

    for index in range(2):
        names.append(index)

    if rate > 1:
        def interest(self):
            return self.rate

    print("in the body:", sorted(name for name in vars() if not name.startswith("__")))


print(Account.double, Account.index, Account().interest())
Account().add("x")
print(Account.names, Account().names is Account.names)
print(Account.__name__, Account.__qualname__, Account.__module__, Account.add.__qualname__)


def factory(value):
    class Local:
        stored = value

        def get(self):
            return value, self.stored, __class__.__name__

    return Local


First, Second = factory(1), factory(2)
print(First().get(), Second().get(), First is Second, First.__qualname__)


class Private:
    def __init__(self):
        self.__hidden = 1
        self._shown = 2
        self.__dunder__ = 3

    def reveal(self):
        return self.__hidden


print(sorted(vars(Private())), Private().reveal())
try:
    Private().__hidden
except AttributeError as error:
    print(error)
del Account.rate
try:
    Account().interest()
except AttributeError as error:
    print(error)
