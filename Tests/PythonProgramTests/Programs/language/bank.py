class InsufficientFunds(Exception):
    pass


class Account:
    def __init__(self, owner):
        self.owner, self.history = owner, []

    @property
    def balance(self):
        return sum(amount for _, amount in self.history)

    def record(self, kind, amount):
        self.history.append((kind, amount))

    def deposit(self, amount):
        if amount <= 0:
            raise ValueError("deposits are positive")
        self.record("deposit", amount)

    def withdraw(self, amount):
        if amount > self.balance:
            raise InsufficientFunds(f"{self.owner} lacks {amount - self.balance}")
        self.record("withdrawal", -amount)


def transfer(source, target, amount):
    source.withdraw(amount)
    try:
        target.deposit(amount)
    except Exception:
        source.history.pop()
        raise


ada, bob = Account("ada"), Account("bob")
ada.deposit(100)
for source, target, amount in ((ada, bob, 30), (bob, ada, 50), (ada, bob, 0), (ada, None, 5)):
    try:
        transfer(source, target, amount)
    except (InsufficientFunds, ValueError, AttributeError) as error:
        print(f"{type(error).__name__}: {error}")
    print(ada.balance, bob.balance)
print(ada.history, *bob.history)
