import objgraph


class Key:
    def __init__(self, name):
        self.name = name

    def __repr__(self):
        return f"Key({self.name!r})"


table = {Key("a"): 1000, (1, Key("b")): "tuple key", 5.5: [], "not an identifier": [1001], None: {}, True: set(), b"bytes": ()}
objgraph.show_refs([table], max_depth=2, filename="keys.dot", filter=lambda each: each is not Key, too_many=20)
objgraph.show_refs([table], max_depth=1, filename="long-names.dot", shortnames=False, too_many=3)
objgraph.show_backrefs([table[5.5]], max_depth=1, filename="backrefs.dot")
