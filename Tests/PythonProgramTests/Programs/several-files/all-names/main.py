from exports import *
import exports

print(public, also_public, "hidden" in dir(), "_private" in dir(), exports.hidden, exports._private)
try:
    hidden
except NameError as error:
    print(error)
