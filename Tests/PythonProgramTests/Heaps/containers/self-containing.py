import gc

import objgraph

gc.collect()
loop = []
loop.append(loop)
mutual = [{}]
mutual[0]["back"] = mutual
deep = ([],)
deep[0].append(deep)
objgraph.show_refs([loop], filename="loop.dot")
objgraph.show_refs([mutual], filename="mutual.dot", refcounts=True)
objgraph.show_refs([deep], max_depth=10, filename="deep.dot")
del loop, mutual, deep
print(gc.collect())
