import sys


class Box:
    shared = []

    def __init__(self, content=None):
        self.content = content


class Slotted:
    __slots__ = ("content",)


content = [1, 2]
print(sys.getrefcount(content))
boxes = [Box(content) for _ in range(4)]
print(sys.getrefcount(content))
boxes[0].content = None
print(sys.getrefcount(content))
del boxes[1].content
print(sys.getrefcount(content))
slotted = Slotted()
slotted.content = content
print(sys.getrefcount(content))
Box.shared = content
print(sys.getrefcount(content), sys.getrefcount(boxes[2].shared))
setattr(boxes[3], "again", content)
print(sys.getrefcount(content))
boxes.clear()
print(sys.getrefcount(content))
del slotted.content
Box.shared = []
print(sys.getrefcount(content))
