inventory = {"apple": {"price": 3}, ("a", 1): 2}


def price(name):
    return inventory[name]["price"]


print(price("apple"))
print(price("pear's"))
