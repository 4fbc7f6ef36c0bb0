class Circle:
    def __init__(self, radius):
        self.radius = radius

    @property
    def area(self):
        return self.radius.squared * 3

    @property
    def report(self):
        return f"area: {self.area}"


print(Circle(2).report)
