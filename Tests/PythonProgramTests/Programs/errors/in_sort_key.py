people = [("ada", 36), ("bob", None), ("cy", 20)]
print(sorted(people))
print(sorted(people, key=lambda person: person[1]))
