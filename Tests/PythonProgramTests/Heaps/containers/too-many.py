import objgraph

wide = [[n] for n in range(1000, 1025)]
both = {"left": wide, "right": tuple(wide[:12])}
objgraph.show_refs([both], max_depth=2, filename="wide.dot", too_many=4)
objgraph.show_backrefs([wide[3]], max_depth=2, filename="backrefs.dot", too_many=1)
leaf = []
holders = [[leaf] for _ in range(8)]
objgraph.show_backrefs([leaf], max_depth=1, filename="holders.dot", too_many=5, filter=lambda each: isinstance(each, list))
objgraph.show_refs([wide], max_depth=0, filename="alone.dot")
objgraph.show_refs([[1, wide, "x"], "second root", wide], max_depth=1, filename="three-roots.dot", too_many=2)
