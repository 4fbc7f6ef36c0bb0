class Positive:
    def __set_name__(self, owner, name):
        print("named", owner.__name__, name)
        self.name = "_" + name

    def __get__(self, instance, owner=None):
        if instance is None:
            return self
        return getattr(instance, self.name, 0)

    def __set__(self, instance, value):
        if value < 0:
            raise ValueError(f"{self.name[1:]} must not be negative")
        setattr(instance, self.name, value)


class Item:
    price = Positive()
    count = Positive()

    def __init__(self, price):
        self.price = price


item = Item(5)
print(item.price, item.count, type(Item.price).__name__, vars(item))
try:
    item.count = -1
except ValueError as error:
    print(error)
item.__dict__["price"] = "shadow"
print(item.price)


class Cached:
    def __init__(self, function):
        self.function = function

    def __get__(self, instance, owner):
        print("computing")
        value = instance.__dict__[self.function.__name__] = self.function(instance)
        return value


class Report:
    @Cached
    def total(self):
        return 42


report = Report()
print(report.total, report.total, vars(report))
