import objgraph

inner = {"deep": ["deeper", ["deepest"]]}
outer = [inner, [inner], "leaf"]
objgraph.show_refs([outer], max_depth=5, filename="all.dot")
objgraph.show_refs([outer], max_depth=5, filename="without.dot", extra_ignore=[id(inner)])
objgraph.show_refs([outer], max_depth=5, filename="no-texts.dot", filter=lambda each: not isinstance(each, str))
objgraph.show_backrefs([inner["deep"][1]], max_depth=6, filename="up.dot", extra_ignore=[id(vars())], filter=lambda each: isinstance(each, (list, dict)))
objgraph.show_backrefs([inner], max_depth=1, filename="up-one.dot", extra_ignore=[id(vars()), id(outer)])
