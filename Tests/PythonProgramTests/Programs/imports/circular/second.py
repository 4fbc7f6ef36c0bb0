print("second starts")
import first

name = "second"
print("second ends", hasattr(first, "name"))


def ask():
    return "second asks " + first.name
