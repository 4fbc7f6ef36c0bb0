print("loading", __name__)
from .flat import Square
from . import PI


class Box(Square):
    def __init__(self, a, b, c):
        super().__init__(a)
        self.b, self.c = b, c

    def volume(self):
        return self.side * self.b * self.c * (PI == 3)
