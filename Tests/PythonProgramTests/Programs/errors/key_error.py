stock = {"apple": 3, ("a", 1): 4}


def take(name):
    stock[name] -= 1
    return stock[name]


print(take("apple"), take(("a", 1)))
try:
    take(5)
except KeyError as error:
    print(error, error.args, str(error) == "5")
take("it's \"quoted\"")
