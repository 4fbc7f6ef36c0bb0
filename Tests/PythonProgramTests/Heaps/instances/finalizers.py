import gc

import objgraph


class Plain:
    pass


class Finalized:
    def __init__(self, part):
        self.part = part

    def __del__(self):
        pass


gc.collect()
outer = Finalized(Finalized(Plain()))
outer.part.part.back = outer
objgraph.show_refs([outer], max_depth=4, filename="finalized.dot", filter=lambda each: not isinstance(each, type))
objgraph.show_backrefs([outer.part.part], max_depth=2, filename="backrefs.dot", filter=lambda each: isinstance(each, (Plain, Finalized)))
del outer
print(gc.collect())
