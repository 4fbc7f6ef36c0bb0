"""How fast the agent writes the heap of a program with a million objects, and how long the program stops.

usage: capture_speed.py OBJECTS REPETITIONS FOLDER
"""

import gc
import json
import os
import struct
import sys
import time

import heapgraph_agent
from stopwatch import repeated


class Node:
    def __init__(self, number):
        self.name = f"node {number}"
        self.number = number + 1000
        self.weight = number + 0.5
        self.values = [self.number, self.weight]
        self.links = []


def object_count(path):
    with open(path, "rb") as file:
        return struct.unpack_from("<I", file.read(64), 28)[0]


def main(objects, repetitions, folder):
    nodes = [Node(number) for number in range(objects // 6)]
    for position, node in enumerate(nodes[1:], 1):
        nodes[(position - 1) // 8].links.append(node)
    gc.collect()
    path = os.path.join(folder, "captured.heap")
    dumps, _ = repeated(repetitions, lambda: heapgraph_agent.dump(path))
    pauses = []
    children = []
    for number in range(max(repetitions, 5)):
        forked = os.path.join(folder, f"captured-{number}.heap")
        if os.path.exists(forked):
            os.remove(forked)
        start = time.perf_counter()
        heapgraph_agent.dump(forked, fork=True)
        pauses.append(time.perf_counter() - start)
        # The file appears when the child is done; the next fork waits, so that it measures nothing but itself.
        while not os.path.exists(forked):
            time.sleep(0.01)
        children.append(time.perf_counter() - start)
        os.remove(forked)
    return {
        "objects": object_count(path), "bytes": os.path.getsize(path), "dumps": dumps, "pauses": pauses,
        "children": children, "version": ".".join(map(str, sys.version_info[:3])),
    }


if __name__ == "__main__":
    print(json.dumps(main(int(sys.argv[1]), int(sys.argv[2]), sys.argv[3])))
