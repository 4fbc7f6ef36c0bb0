def first(iterable):
    return next(iter(iterable))


print(first([1]))
print(first([]))
