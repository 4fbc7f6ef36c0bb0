# start: inside
# start: pair
# start: table
"""Containers that contain themselves."""

inside = [1, "two"]
inside.append(inside)
inside.append([inside])
pair = ([],)
pair[0].append(pair)
table = {}
table["me"] = table
table["keys"] = table.keys()
table["list"] = inside


class Bag(set):
    pass


bag = Bag()
bag.me = bag
bag.add("thing")
