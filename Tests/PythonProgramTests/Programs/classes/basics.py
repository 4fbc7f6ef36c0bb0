class Account:
    """A bank account."""
    opened = 0
    rate = 0.5

    def __init__(self, owner, balance=0):
        self.owner = owner
        self.balance = balance
        Account.opened += 1

    def deposit(self, amount):
        self.balance += amount
        return self

    def __repr__(self):
        return f"Account({self.owner!r}, {self.balance})"

    def __str__(self):
        return f"{self.owner}: {self.balance}"


a, b = Account("ada", 5), Account(owner="bob")
print(a, repr(b), [a, b], f"{a} {b!r} {a!s:>8}")
print(a.deposit(5).deposit(1), Account.opened, a.opened)
a.rate = 0.9
print(a.rate, b.rate, Account.rate, vars(a), vars(b))
del a.rate
print(a.rate, hasattr(a, "missing"), getattr(a, "missing", "default"))
print(type(a) is Account, isinstance(a, object), Account.__name__, Account.__doc__)
Account.extra = lambda self: "added " + self.owner
print(b.extra(), Account.deposit(b, 3), sorted(n for n in dir(a) if n[0] != "_"))
print(str(Account), Account.__bases__, Account.__module__)
a.__class__ = type("Other", (Account,), {"rate": 7})
print(type(a).__name__, a.rate, a)
