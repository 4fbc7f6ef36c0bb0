class Account:
    def __init__(self):
        self.balance = 10
        self.owner_name = "Ann"

    def deposit(self, amount):
        self.balance += amount


account = Account()
account.deposit(5)
print(account.balence)
