"""Identity: which equal objects are one object."""

# --- Equal, and the same
one = [1, 2, 3]
two = [1, 2, 3]
three = one
print(one == two, one is two)
print(one == three, one is three, id(one) == id(three))


# --- Small integers
def made_once(number):
    first, second = int(str(number)), int(str(number))
    return first is second


once = [number for number in range(-1000, 1000) if made_once(number)]
print("from", once[0], "to", once[-1], "without a gap:", len(once) == once[-1] - once[0] + 1)

# --- The result of a sum
low, high = 250, 251
print(low + 6 is low + 6, high + 6 is high + 6)


# --- Two equal large numbers that are one
def million():
    return 1000000


def another_million():
    return 1000000


folded = 1000 * 1000
thousand = 1000
computed = thousand * thousand
print("written twice:", million() is another_million())
print("computed by the compiler:", million() is folded)
print("computed by the program:", million() is computed, million() == computed)


# --- Equal, but not of one type
def kinds():
    return 1.0, 1, True, 1.0


real, whole, truth, real_again = kinds()
print(real == whole == truth)
print(real is real_again, real is whole, whole is truth)

# --- Strings that a program makes
hive = "bee"
made = "".join(["b", "ee"])
print(made == hive, made is hive)
print(hive[0] is made[0], hive[:0] is made[:0])

# --- Interned
import sys

print(sys.intern(made) is hive)


class Insect:
    pass


insect = Insect()
wings = "wings"
setattr(insect, "".join(["wing", "s"]), 4)
print([name is wings for name in vars(insect)])

# --- Tuples and other constants
empty = ()
print(empty is tuple([]))


def pair():
    return (1, 2)


print(pair() is pair())
print(pair() is tuple([1, 2]), pair() == tuple([1, 2]))

# --- A number that is used again
first_id = id([1, 2, 3])
second_id = id([1, 2, 3])
print(first_id == second_id)
print([1, 2, 3] is [1, 2, 3])
