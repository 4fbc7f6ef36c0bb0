import tools.text
from tools import numbers
from tools.text import shout
import tools

print(shout("hello"), numbers.double(4), tools.version, tools.text.shout is shout)
print(tools.__name__, numbers.__name__, tools.text.__name__, numbers.__package__, sorted(n for n in vars(tools) if not n.startswith("_")))
from tools import *
print(version)
try:
    from tools import missing
except ImportError as error:
    print(str(error).split(" (")[0])
try:
    import tools.absent
except ModuleNotFoundError as error:
    print(error)
