class Temperature:
    def __init__(self, celsius=0):
        self.celsius = celsius

    @property
    def celsius(self):
        """In degrees."""
        return self._celsius

    @celsius.setter
    def celsius(self, value):
        print("setting", value)
        self._celsius = value

    @celsius.deleter
    def celsius(self):
        print("deleting")
        self._celsius = None

    @property
    def fahrenheit(self):
        return self.celsius * 9 / 5 + 32

    @classmethod
    def boiling(cls):
        return cls(100)

    @staticmethod
    def valid(value):
        return value > -273


t = Temperature.boiling()
print(t.celsius, t.fahrenheit, Temperature.valid(-300), t.valid(0))
t.celsius = 20
print(t.fahrenheit, Temperature.celsius.__doc__, Temperature.fahrenheit.fset)
del t.celsius
print(t.celsius, vars(t))
try:
    t.fahrenheit = 5
except AttributeError as error:
    print(error)
try:
    del t.fahrenheit
except AttributeError as error:
    print(error)


class Kelvin(Temperature):
    @property
    def fahrenheit(self):
        return "kelvin " + str(super().fahrenheit)


print(Kelvin(10).fahrenheit, type(Kelvin.boiling()).__name__)
