class ShopError(Exception):
    def __init__(self, item, wanted, available):
        super().__init__(item, wanted, available)
        self.item, self.wanted, self.available = item, wanted, available

    def __str__(self):
        return f"only {self.available} of {self.item}, not {self.wanted}"


class SoldOut(ShopError):
    pass


class Shop:
    stock = {"tea": 2}

    def buy(self, item, count):
        if self.stock[item] < count:
            raise SoldOut(item, count, self.stock[item])


Shop().buy("tea", 5)
