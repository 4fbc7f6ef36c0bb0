class Shape:
    def __init__(self, sides):
        self._sides = sides

    @property
    def area(self):
        return self._sides[0] * self._sides[1]

    @area.setter
    def area(self, value):
        raise AttributeError("area follows from the sides")


shape = Shape([2, 3])
print(shape.area)
try:
    shape.area = 5
except AttributeError as error:
    print(error)
shape._sides.pop()
print("area:", shape.area)
