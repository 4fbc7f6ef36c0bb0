import sys


def forever(n):
    return forever(n + 1)


def ping(n):
    return pong(n)


def pong(n):
    return ping(n)


sys.setrecursionlimit(100)
try:
    ping(0)
except RecursionError as error:
    print(error)
forever(0)
