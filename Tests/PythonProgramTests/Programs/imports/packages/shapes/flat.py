print("loading", __name__, __package__)
side_count = 4


class Square:
    def __init__(self, side):
        self.side = side

    def area(self):
        return self.side ** 2

    def __repr__(self):
        return f"{type(self).__name__}({self.side})"
