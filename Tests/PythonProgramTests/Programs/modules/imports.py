import math as m
from math import pi, sqrt as root
import collections
from collections import *
from functools import (
    partial,
    wraps as w,
)

print(m.floor(2.5), pi, root(16), collections.deque([1]), deque([2]) if "deque" in vars() else "no deque", partial.__name__, w.__name__)
import sys
print(m is sys.modules["math"], collections.__name__, collections.deque is deque)
for attempt in range(5):
    try:
        if attempt == 0:
            import not_there
        elif attempt == 1:
            from math import not_in_math
        elif attempt == 2:
            import math.sub
        elif attempt == 3:
            from not_there.sub import x
        else:
            from math import sqrtt
    except ImportError as error:
        print(type(error).__name__, str(error).split(" (")[0], error.name)


def inside():
    import time
    from math import e
    return time.__name__, round(e, 3)


print(inside(), "time" in vars())
sys.modules["made_up"] = "anything"
import made_up
print(made_up)
sys.modules["blocked"] = None
try:
    import blocked
except ModuleNotFoundError as error:
    print(error)
