class Chain:
    made = 0

    def __init__(self, length):
        self.length = length
        self.next = Chain(length - 1) if length else None

    def __del__(self):
        print("start", self.length)
        self.next = None
        print("finish", self.length)


class Maker:
    def __init__(self, left):
        self.left = left

    def __del__(self):
        print("maker", self.left)
        if self.left:
            Maker(self.left - 1)
        print("made", self.left)


chain = Chain(3)
del chain
print("---")
Maker(2)
print("---")
long = None


class Link:
    count = 0

    def __init__(self, next):
        self.next = next

    def __del__(self):
        Link.count += 1


for _ in range(5000):
    long = Link(long)
long = None
print(Link.count)
