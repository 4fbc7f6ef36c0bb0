people = [("Ann", 3), ("Bob", None), ("Cid", 1)]
print(sorted(people, key=lambda person: person[0]))
print(sorted(people, key=lambda person: person[1]))
