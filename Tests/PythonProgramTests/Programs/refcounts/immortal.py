import sys

IMMORTAL = sys.getrefcount(None)
print(IMMORTAL == sys.getrefcount(True) == sys.getrefcount(False))
before = sys.getrefcount(None)
many = [None] * 1000
print(sys.getrefcount(None) - before)
print(sys.getrefcount(7) == IMMORTAL)
print(sys.getrefcount(()) == IMMORTAL)
print(sys.getrefcount("") == IMMORTAL)
print(sys.getrefcount("a") == IMMORTAL)
print(sys.getrefcount(Ellipsis) == IMMORTAL)
print(sys.getrefcount(int) == IMMORTAL)


class Own:
    pass


print(sys.getrefcount(Own) == IMMORTAL)
big = int("123456789")
print(sys.getrefcount(big) == IMMORTAL, sys.getrefcount(big))
fresh = "".join(["a", "b"])
print(sys.getrefcount(fresh))
print(sys.getrefcount([]), sys.getrefcount(float("1.5")))
