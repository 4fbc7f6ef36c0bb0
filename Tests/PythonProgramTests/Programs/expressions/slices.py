letters = list("abcdefgh")
print(letters[2:5], letters[:3], letters[-3:], letters[::2], letters[::-1], letters[6:2:-2])
print(letters[10:], letters[-100:2], letters[5:2])
letters[1:3] = ["X"]
print(letters)
letters[::2] = [0] * len(letters[::2])
print(letters)
del letters[1::2]
print(letters)
letters[2:2] = "new"
print(letters)
letters[:] = []
print(letters)
print("hello"[1:-1], "hello"[::-1], (1, 2, 3, 4)[1::2], range(10)[2:8:3], b"bytes"[1:3])
print(slice(1, 10, 2), slice(None, 3), slice(1, 10, 2).indices(6), slice(None, None, -1).indices(4))
numbers = list(range(6))
try:
    numbers[::2] = [1, 2]
except ValueError as error:
    print(error)
try:
    numbers[::0]
except ValueError as error:
    print(error)
try:
    numbers["a":]
except TypeError as error:
    print(error)
try:
    numbers[1:2] = 5
except TypeError as error:
    print(error)


class Shown:
    def __getitem__(self, key):
        return key


print(Shown()[1:2], Shown()[1, 2:3], Shown()[...], Shown()[:, ::2], Shown()[()])
