def greet(name, greeting="hello", *, punctuation):
    return f"{greeting} {name}{punctuation}"


print(greet("Ann", punctuation="!"))
print(greet("Ann"))
