def order(item, amount=1, *, urgent):
    return item, amount, urgent


class Point:
    def __init__(self, x, y):
        self.x, self.y = x, y

    def move(self, dx):
        self.x += dx


for call in (
    lambda: order(),
    lambda: order("tea"),
    lambda: order("tea", 1, 2, urgent=True),
    lambda: order("tea", urgent=1, colour="red"),
    lambda: order("tea", item="coffee", urgent=1),
    lambda: Point(1),
    lambda: Point(),
    lambda: Point(1, 2).move(),
    lambda: Point(1, 2).move(1, 2),
    lambda: len(),
    lambda: len([], []),
    lambda: order.__defaults__(),
    lambda: int(x=1),
    lambda: order(*5),
    lambda: order(**{"urgent": 1, 2: 3}),
):
    try:
        print(call())
    except TypeError as error:
        print(error)
Point(1, 2, z=3)
