import math
import sys

import objgraph

thing = ["held by the program itself"]
objgraph.show_backrefs([thing], max_depth=2, filename="globals.dot", filter=lambda each: type(each).__name__ != "function")
chain = objgraph.find_backref_chain(thing, objgraph.is_proper_module)
print([type(each).__name__ for each in chain])
print(objgraph.is_proper_module(math), objgraph.is_proper_module(sys.modules["__main__"]))
objgraph.show_refs([math], max_depth=1, filename="module.dot", filter=lambda each: not isinstance(each, dict))
