"""How fast the agent writes a heap, and for how long a forked dump stops the program.

    python agent_speed.py [--instances 200000] [--runs 3] [--json] [--phases]

The heap has INSTANCES objects with four attributes each, a text, a number, a list and a dictionary among
them: six objects an instance. Prints the median of the runs. Standard library only.
"""

import argparse
import gc
import json
import os
import statistics
import struct
import sys
import tempfile
import time

sys.dont_write_bytecode = True
HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.join(HERE, "..", "..", "Sources", "PythonCapture", "Agent"))

import heapgraph_agent


class Node:
    def __init__(self, number):
        self.name = "node %d" % number
        self.number = number + 1000000
        self.children = [self.name, number]
        self.details = {"number": self.number, "next": None}


def make(instances):
    nodes = [Node(number) for number in range(instances)]
    for node, following in zip(nodes, nodes[1:]):
        node.details["next"] = following
    return nodes


def count_objects(path):
    with open(path, "rb") as file:
        header = file.read(64)
    return struct.unpack_from("<IQ", header, 28)


def wait_for(path):
    while not os.path.exists(path):
        time.sleep(0.05)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--instances", type=int, default=200000)
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--phases", action="store_true", help="tell when each phase was done")
    options = parser.parse_args()
    nodes = make(options.instances)
    gc.collect()
    walls, processors, pauses = [], [], []
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "speed.heap")
        # First, while the process is as large as its own data makes it.
        for number in range(options.runs):
            forked = os.path.join(folder, "forked-%d.heap" % number)
            began = time.perf_counter()
            heapgraph_agent.dump(forked, fork=True)
            pauses.append(time.perf_counter() - began)
            wait_for(forked)
            os.unlink(forked)
        for _ in range(options.runs):
            wall, processor = time.perf_counter(), time.process_time()

            def tell(what, began=processor):
                print("%6.2f s  %s" % (time.process_time() - began, what), file=sys.stderr)

            heapgraph_agent.dump(path, progress=tell if options.phases else None)
            walls.append(time.perf_counter() - wall)
            processors.append(time.process_time() - processor)
        objects, references = count_objects(path)
        size = os.path.getsize(path)
    wall, processor = statistics.median(walls), statistics.median(processors)
    result = {
        "python": "%d.%d.%d" % sys.version_info[:3], "objects": objects, "references": references,
        "bytes": size, "seconds": round(wall, 3), "processor_seconds": round(processor, 3),
        "objects_per_second": round(objects / wall), "objects_per_processor_second": round(objects / processor),
        "fork_pause_milliseconds": round(statistics.median(pauses) * 1000, 2),
    }
    if options.json:
        # With every run, for whoever wants the spread.
        print(json.dumps(dict(result, dumps=walls, processor_dumps=processors, pauses=pauses)))
    else:
        for key, value in result.items():
            print("%-30s %s" % (key, value))
    assert len(nodes) == options.instances


if __name__ == "__main__":
    main()
