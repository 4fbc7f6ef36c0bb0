class Account:
    def __init__(self, owner, balance):
        self.owner = owner
        self.balance = self.check(balance)

    @staticmethod
    def check(balance):
        if balance < 0:
            raise ValueError(f"negative balance: {balance}")
        return balance


class Savings(Account):
    def __init__(self, owner, balance, rate=0.02):
        super().__init__(owner, balance)
        self.rate = rate


print(Savings("ada", 5).balance)
Savings(owner="bob",
        balance=-5)
