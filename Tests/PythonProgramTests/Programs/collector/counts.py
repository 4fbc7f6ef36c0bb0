import gc

gc.collect()
gc.disable()


class Node:
    pass


def zero():
    return gc.get_count()[0]


keep = []
keep.append(None)
start = zero()
print("nothing made:", zero() - start)
start = zero()
first = [Node() for _ in range(10)]
print("ten instances in a list:", zero() - start)
start = zero()
del first
print("let go:", zero() - start <= -10)
many = [[] for _ in range(500)]
start = zero()
more = [[] for _ in range(500)]
print("500 lists:", zero() - start)
start = zero()
numbers = [n + 1000 for n in range(500)]
print("500 numbers are not counted:", zero() - start)
start = zero()
texts = [str(n) for n in range(500)]
print("nor texts:", zero() - start)
gc.collect(0)
young, middle, old = gc.get_count()
print(young < 5, middle, old)
gc.collect(0)
print(gc.get_count()[1])
gc.collect(1)
print(gc.get_count()[1:])
gc.collect()
print(gc.get_count()[1:])
