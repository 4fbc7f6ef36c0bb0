import objgraph

table = {"a": [1000], "b": [1001]}
items = [[1002], [1003]]
iterators = [iter(items), iter(table), reversed(items), enumerate(items), zip(items, table), map(len, items), filter(None, items), table.keys(), table.items(), iter(table.values()), iter((1, 2)), iter({1000}), iter("ab"), iter(range(3))]
next(iterators[0])
objgraph.show_refs(iterators, max_depth=2, filename="iterators.dot", too_many=20)
objgraph.show_backrefs([items], max_depth=1, filename="backrefs.dot", filter=lambda each: not (isinstance(each, dict) and "__name__" in each), too_many=20)
