value = 5
print(value is 5)
print("a\d")
assert (value, "always true")
for _ in range(2):
    try:
        print(None[0] if value > 9 else "fine")
    finally:
        pass
try:
    "text"()
except TypeError as error:
    print(error)
print("end")
