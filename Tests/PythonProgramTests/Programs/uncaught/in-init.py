class Engine:
    def __init__(self, power):
        if power < 0:
            raise ValueError(f"power must not be negative: {power}")
        self.power = power


class Car:
    def __init__(self, name, power):
        self.name = name
        self.engine = Engine(power)


class Sports(Car):
    def __init__(self, name):
        super().__init__(name, -5)


Sports("red")
