import gc

import objgraph


class Leaked:
    pass


objgraph.get_leaking_objects()
roots = objgraph.get_leaking_objects()
print(type(roots).__name__, objgraph.count("Leaked", roots))
kept = Leaked()
roots = objgraph.get_leaking_objects()
print(objgraph.count("Leaked", roots))
print(objgraph.typestats(objects=roots, filter=lambda x: isinstance(x, Leaked)))
