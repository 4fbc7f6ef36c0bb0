# start: bottom
# start: Bottom
# start: shared
"""Four classes in a diamond, and four objects in one."""


class Top:
    pass


class Left(Top):
    pass


class Right(Top):
    pass


class Bottom(Left, Right):
    pass


shared = ["held twice"]
bottom = Bottom()
bottom.left = Left()
bottom.right = Right()
bottom.left.top = bottom.right.top = Top()
bottom.left.top.shared = shared
bottom.left.same = shared
