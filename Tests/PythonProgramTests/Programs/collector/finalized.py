import gc

gc.collect()


class Node:
    def __del__(self):
        pass


class Back:
    saved = []

    def __del__(self):
        Back.saved.append(self)


node = Node()
print(gc.is_finalized(node))
back = Back()
print(gc.is_finalized(back))
del back
print(gc.is_finalized(Back.saved[0]), len(Back.saved))
print(gc.is_finalized([]), gc.is_finalized(5))
pair = [Back(), Back()]
pair[0].other, pair[1].other = pair[1], pair[0]
Back.saved.clear()
del pair
print(gc.collect(), len(Back.saved))
print(all(gc.is_finalized(one) for one in Back.saved))
Back.saved.clear()
print(gc.collect(), len(Back.saved))
