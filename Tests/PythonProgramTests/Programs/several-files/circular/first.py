print("first starts")
import second

value = "first's value"


def use():
    return second.uses_first()


print("first ends")
