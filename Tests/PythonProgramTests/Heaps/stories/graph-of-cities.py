import gc

import objgraph


class City:
    def __init__(self, name):
        self.name, self.roads = name, {}

    def __repr__(self):
        return self.name


gc.collect()
cities = {name: City(name) for name in "ABCD"}
for a, b, distance in ("A", "B", 300), ("B", "C", 400), ("C", "A", 500), ("C", "D", 600):
    cities[a].roads[cities[b]] = distance
    cities[b].roads[cities[a]] = distance
objgraph.show_refs([cities["A"]], max_depth=4, filename="roads.dot", filter=lambda each: isinstance(each, (City, dict)))
objgraph.show_backrefs([cities["D"]], max_depth=3, filename="to-d.dot", filter=lambda each: isinstance(each, City) or isinstance(each, dict) and "__name__" not in each, highlight=lambda each: isinstance(each, City))
del cities, a, b
print(gc.collect())
