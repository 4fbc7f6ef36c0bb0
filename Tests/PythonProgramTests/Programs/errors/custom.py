class ShopError(Exception):
    """Base of the errors of the shop."""


class OutOfStock(ShopError):
    def __init__(self, item, wanted, left):
        super().__init__(item, wanted, left)
        self.item = item
        self.wanted = wanted
        self.left = left

    def __str__(self):
        return f"{self.wanted} of {self.item} wanted, {self.left} left"


def sell(item, wanted, left):
    if wanted > left:
        error = OutOfStock(item, wanted, left)
        error.add_note("Order more of it.")
        error.add_note("The supplier is closed on\nSundays.")
        raise error


try:
    sell("tea", 5, 2)
except ShopError as error:
    print(repr(error), error, error.__notes__, isinstance(error, OutOfStock))
sell("coffee", 9, 1)
