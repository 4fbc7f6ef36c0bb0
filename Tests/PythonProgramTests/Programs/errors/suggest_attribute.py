class Circle:
    def __init__(self):
        self.radius = 2

    def circumference(self):
        return 2 * 3.14 * self.radius


circle = Circle()
for name in ("raduis", "zzz", "circumfrence"):
    try:
        getattr(circle, name)
    except AttributeError as error:
        print(error, error.name, error.obj is circle)
print(circle.circumfrence())
