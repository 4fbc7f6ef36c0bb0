"""A program with many objects that asks objgraph and guppy about itself, and dumps its heap for HeapGraph.

usage: program_peer.py tree|links INSTANCES REPETITIONS FOLDER

Each instance comes with a text, an int, a float and two lists, six objects in all. In a tree each instance is
held by its parent's list; with links each holds eight others, chosen at random.
"""

import contextlib
import gc
import io
import json
import os
import random
import sys

import objgraph

import heapgraph_agent
from stopwatch import repeated

DEPTHS = (3, 5, 7)


class Node:
    def __init__(self, number):
        self.name = f"node {number}"
        self.number = number + 1000
        self.weight = number + 0.5
        self.values = [self.number, self.weight]
        self.links = []


def grow(nodes, count, shape, generator):
    first = len(nodes)
    nodes.extend(Node(number) for number in range(first, first + count))
    for position in range(first, first + count):
        if shape == "tree":
            if position:
                nodes[(position - 1) // 8].links.append(nodes[position])
        else:
            for _ in range(8):
                nodes[position].links.append(nodes[generator.randrange(first + count)])


def quietly(body):
    with contextlib.redirect_stdout(io.StringIO()):
        return body()


shape, instances, repetitions, folder = sys.argv[1], int(sys.argv[2]), int(sys.argv[3]), sys.argv[4]
measured = {}
nodes = []
grow(nodes, instances, shape, random.Random(1))
target = nodes[instances * 3 // 4]
gc.collect()

for depth in DEPTHS:
    dot = os.path.join(folder, f"objgraph-{shape}-{depth}.dot")
    # The deepest walk takes long and varies little.
    count = repetitions if depth < 7 else 3
    measured[f"backrefs {depth}"], _ = repeated(
        count, lambda: quietly(lambda: objgraph.show_backrefs(target, max_depth=depth, filename=dot)))
measured["chain"], chain = repeated(
    repetitions, lambda: objgraph.find_backref_chain(target, objgraph.is_proper_module))
del chain
measured["types"], _ = repeated(repetitions, objgraph.typestats)
leaking = None
measured["leaking"], leaking = repeated(repetitions, objgraph.get_leaking_objects)
leaking_count = len(leaking)
del leaking
objgraph.growth()
gc.collect()
before = heapgraph_agent.dump(os.path.join(folder, f"program-{shape}.heap"))
grow(nodes, instances // 100, shape, random.Random(2))
measured["growth"], _ = repeated(repetitions, objgraph.growth)
after = heapgraph_agent.dump(os.path.join(folder, f"program-{shape}-later.heap"))

try:
    import guppy

    heapy = guppy.hpy()
    measured["guppy"], _ = repeated(repetitions, lambda: str(heapy.heap()))
except ImportError:
    pass

print(json.dumps({
    "seconds": measured, "address": f"{id(target):#x}", "before": before, "after": after,
    "leaking": leaking_count, "tracked": len(gc.get_objects()), "objgraph": objgraph.__version__,
}))
# The heap ends with the process; taking it apart would only take time.
sys.stdout.flush()
os._exit(0)
