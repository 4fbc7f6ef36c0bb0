print("second starts")
import first

value = "second's value"
print("first has a value yet:", hasattr(first, "value"))


def uses_first():
    return first.value + " through second"


print("second ends")
