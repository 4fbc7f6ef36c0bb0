import objgraph


class Stream:
    def __init__(self):
        self.parts = []

    def write(self, text):
        self.parts.append(text)


class Box:
    def __init__(self, content):
        self.content = content


out = Stream()
box = Box(["inside", 1000])
objgraph.show_refs([box], output=out, filter=lambda each: each is not Box)
text = "".join(out.parts)
for number, each in enumerate([box, box.content, box.content[0], box.content[1]]):
    text = text.replace("o%d" % id(each), f"node{number}")
print("\n".join(line for line in text.splitlines() if "label" in line))
print(text.count("->") > 2, text.startswith("digraph ObjectGraph {"), text.endswith("}\n"))
