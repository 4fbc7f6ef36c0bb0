# The compiler warns of comparisons that mean something else than they say; the program runs nevertheless.
x = 5
print(x is 5)
print("a" is not "b", x == 5)


def never_called():
    if x is ():
        return 5()
    return [1]["a"]


assert (x, "always true")
print("a\d")
print("end")
