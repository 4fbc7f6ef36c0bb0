import gc


class Plain:
    pass


def kinds(thing):
    found = []
    for referrer in gc.get_referrers(thing):
        name = type(referrer).__name__
        if name == "dict" and referrer is globals():
            name = "globals"
        if name != "frame":
            found.append(name)
    return sorted(found)


subject = Plain()
print(kinds(subject))
row = [subject, subject]
print(kinds(subject))
pair = tuple([subject, 1])
print(kinds(subject))
table = {"it": subject}
print(kinds(subject))
other = Plain()
other.attribute = subject
print(kinds(subject))
function = lambda default=subject: default
print(kinds(subject))
method = (lambda value: (lambda: value))(subject)
print(kinds(subject))
del row, pair, table
print(kinds(subject))
print([referrer is other for referrer in gc.get_referrers(subject) if isinstance(referrer, Plain)])
