def ratio(number):
    return 10 // number


print([ratio(n) for n in (1, 2)])
print({n: ratio(n) for n in (5, 10)})
print([ratio(n) for n in (2, 1, 0)])
