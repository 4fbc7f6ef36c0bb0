import gc

import objgraph


class Apple:
    pass


class Pear:
    pass


class Basket(list):
    pass


apples = [Apple() for _ in range(7)]
pears = [Pear() for _ in range(3)]
basket = Basket(apples)
print(objgraph.count("Apple"), objgraph.count("Pear"), objgraph.count("Basket"), objgraph.count("Plum"), objgraph.count("__main__.Apple"), objgraph.count("other.Apple"))
print(objgraph.count("Apple", apples[:2] + pears), objgraph.count("int", [1, 2, "a"]), objgraph.count("str", ["a"]))
mine = apples + pears + [basket]
print(objgraph.typestats(mine))
print(objgraph.typestats(mine, shortnames=False))
print(objgraph.typestats(mine, filter=lambda x: isinstance(x, Pear)))
print(objgraph.most_common_types(2, objects=mine), objgraph.most_common_types(1, objects=mine, shortnames=False))
objgraph.show_most_common_types(objects=mine)
objgraph.show_most_common_types(limit=1, objects=mine, shortnames=False)
objgraph.show_most_common_types(objects=mine, filter=lambda x: not isinstance(x, Apple))
print(len(objgraph.by_type("Apple")), type(objgraph.by_type("Pear")[0]).__name__, objgraph.by_type("Plum"), objgraph.by_type("Basket")[0] is basket, len(objgraph.by_type("__main__.Apple")))
print(objgraph.at(id(basket)) is basket, objgraph.at(id(apples[3])) is apples[3], objgraph.at(5), [type(x).__name__ for x in objgraph.at_addrs({id(basket), id(pears[0])})])
apples.pop()
basket.clear()
gc.collect()
print(objgraph.count("Apple"))
stats = objgraph.typestats()
print(stats["Apple"], stats["Pear"], "Plum" in stats, type(stats).__name__)
print([name for name, count in objgraph.most_common_types(limit=100000, filter=lambda x: isinstance(x, (Apple, Pear)))])
