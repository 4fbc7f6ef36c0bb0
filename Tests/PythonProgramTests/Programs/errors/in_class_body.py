class Settings:
    size = 3
    names = ["a", "b"]
    print("in the body", size)
    last = names[size]


print("never")
