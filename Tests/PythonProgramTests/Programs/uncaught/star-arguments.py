def total(*numbers, **options):
    return sum(numbers) + options["extra"]


print(total(*[1, 2], **{"extra": 3}))
print(total(*[1, 2], *range(2), **{"other": 3}))
