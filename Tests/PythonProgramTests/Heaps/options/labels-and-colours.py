import objgraph


class Box:
    def __init__(self, *content):
        self.content = content


box = Box(Box(1000, "text"), Box(Box()), None)
mine = lambda each: each is not Box
objgraph.show_refs([box], max_depth=4, filename="plain.dot", filter=mine)
objgraph.show_refs([box], max_depth=4, filename="long.dot", filter=mine, shortnames=False)
objgraph.show_refs([box], max_depth=4, filename="counts.dot", filter=mine, refcounts=True)
objgraph.show_refs([box], max_depth=4, filename="highlighted.dot", filter=mine, highlight=lambda each: isinstance(each, Box))
objgraph.show_refs([box], max_depth=4, filename="informed.dot", filter=mine, extra_info=lambda each: "is a " + type(each).__name__)
objgraph.show_refs([box], max_depth=4, filename="attributes.dot", filter=mine, extra_node_attrs=lambda each: {"URL": "about:" + type(each).__name__, "tooltip": None, "peripheries": "2"})
objgraph.show_refs([box], max_depth=4, filename="ignored.dot", filter=mine, extra_ignore=[id(box.content[1])])
objgraph.show_refs(box, max_depth=1, filename="one.dot", filter=mine)
objgraph.show_refs((box, box.content), max_depth=1, filename="tuple.dot", filter=mine)
