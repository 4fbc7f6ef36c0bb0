from . import version
from .text import shout

print("numbers with", version)


def double(n):
    return n * 2, shout("n")
