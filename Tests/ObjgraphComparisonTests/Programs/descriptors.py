# start: account
# start: Account
# start: Account.__dict__['balance']
"""Properties and descriptors, with and without storage."""


class Typed:
    def __init__(self, kind):
        self.kind = kind

    def __set_name__(self, owner, name):
        self.name = "_" + name

    def __get__(self, instance, owner):
        return self if instance is None else instance.__dict__[self.name]

    def __set__(self, instance, value):
        instance.__dict__[self.name] = value


class Account:
    owner = Typed(str)

    def __init__(self, owner):
        self.owner = owner
        self.history = [owner]

    @property
    def balance(self):
        """What is left."""
        return self.history

    @balance.setter
    def balance(self, value):
        self.history = value

    @staticmethod
    def bank():
        return "bank"

    @classmethod
    def open(cls, owner):
        return cls(owner)


account = Account.open(["Ann"])
