class Temperature:
    def __init__(self, celsius):
        self.celsius = celsius

    @property
    def celsius(self):
        """Degrees."""
        print("get")
        return self._celsius

    @celsius.setter
    def celsius(self, value):
        print("set", value)
        if value < -273:
            raise ValueError("too cold")
        self._celsius = value

    @celsius.deleter
    def celsius(self):
        print("delete")
        del self._celsius

    @property
    def fahrenheit(self):
        return self.celsius * 9 / 5 + 32

    kelvin = property(lambda self: self._celsius + 273, doc="absolute")


t = Temperature(20)
t.celsius += 5
print(t.celsius, t.fahrenheit, t.kelvin)
for attempt in lambda: setattr(t, "celsius", -300), lambda: setattr(t, "fahrenheit", 1), \
        lambda: delattr(t, "kelvin"), lambda: setattr(t, "kelvin", 5):
    try:
        attempt()
    except (ValueError, AttributeError) as error:
        print(type(error).__name__ + ":", error)
del t.celsius
try:
    t.celsius
except AttributeError as error:
    print(error)
print(Temperature.celsius.__doc__, Temperature.kelvin.__doc__, type(Temperature.celsius).__name__)
print(Temperature.celsius.fget.__name__, Temperature.fahrenheit.fset)


class Child(Temperature):
    @property
    def celsius(self):
        return "overridden " + str(super().celsius)

    @Temperature.fahrenheit.getter
    def fahrenheit(self):
        return "new getter"


c = Child.__new__(Child)
c._celsius = 1
c.__dict__["celsius"] = "in the dict"
print(c.celsius, c.fahrenheit, c.kelvin)
