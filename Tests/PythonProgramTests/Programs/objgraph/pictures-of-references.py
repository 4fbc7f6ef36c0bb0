import objgraph

x = []
y = [x, [x], {"x": x}]
objgraph.show_refs([y], filename="sample.dot")
objgraph.show_refs(y, max_depth=1, filename="shallow.dot", refcounts=True)
objgraph.show_backrefs([x], max_depth=1, filename="back.dot", filter=lambda each: not isinstance(each, dict) or "x" in each and len(each) == 1)


class Tree:
    def __init__(self, *children):
        self.children = children

    def __del__(self):
        pass


objgraph.show_refs([Tree(Tree(), Tree(Tree()))], max_depth=5, filename="tree.dot", filter=lambda each: not isinstance(each, type))
objgraph.show_refs([list(range(1000, 1030))], filename="many.dot", too_many=5)
objgraph.show_refs([[1000, "text", (1.5, None)]], filename="extra.dot", shortnames=False, extra_info=lambda each: "length %d" % len(repr(each)), highlight=lambda each: isinstance(each, str))
try:
    objgraph.show_refs([x], filename="x.dot", output="y")
except ValueError as error:
    print(error)
