"""Does in CPython what RuntimeMeasurements does in the object runtime, on an equal heap.

usage: runtime_peer.py OPERATION OBJECTS
"""

import gc
import json
import os
import sys
import time


class Node:
    pass


class Slotted:
    __slots__ = ("x", "y")


class Measurement:
    """What one operation took."""

    def __init__(self):
        self.seconds, self.heap_bytes, self.check = [], [], 0

    def grow(self, program):
        before = resident_bytes()
        result = program()
        if before is not None:
            self.heap_bytes.append(max(resident_bytes() - before, 0))
        return result

    def time(self, operation):
        start = time.perf_counter()
        result = operation()
        self.seconds.append(time.perf_counter() - start)
        return result


def resident_bytes():
    try:
        with open("/proc/self/statm") as file:
            return int(file.read().split()[1]) * os.sysconf("SC_PAGE_SIZE")
    except OSError:
        return None


# The programs


def make_instances(type, count):
    items = []
    for index in range(count):
        instance = type()
        instance.x = index
        # An int of its own.
        instance.y = index + 0
        items.append(instance)
    return items


def make_lists(count):
    items = []
    for index in range(count):
        items.append([index])
    return items


def make_dicts(count):
    """Each dict holds a list, since the collector leaves dicts of plain values alone."""
    items, shared = [], []
    for _ in range(count):
        items.append({"items": shared})
    return items


def make_tuples(count):
    """Each tuple holds a list, so that the collector goes on looking after it."""
    items = []
    for _ in range(count):
        items.append(([],))
    return items


def make_instance_cycles(count):
    for _ in range(count // 2):
        left, right = Node(), Node()
        left.other = right
        right.other = left


def make_list_cycles(count):
    for _ in range(count // 2):
        left = []
        right = [left]
        left.append(right)


def make_rings(count, length=1000):
    """Instances each of which holds the next one, the last one the first."""
    for _ in range(count // length):
        first = last = Node()
        for _ in range(1, length):
            instance = Node()
            last.next = instance
            last = instance
        last.next = first


def make_instance_chain(count):
    head = None
    for _ in range(count):
        instance = Node()
        instance.next = head
        head = instance
    return head


def make_list_chain(count):
    head = []
    for _ in range(1, count):
        head = [head]
    return head


# The operations


def collect(measured, program, count):
    items = measured.grow(lambda: program(count))
    measured.check = measured.time(gc.collect) + (len(items) if items is not None else 0)


def release(measured, program, count):
    held = [measured.grow(lambda: program(count))]
    measured.check = count
    measured.time(held.clear)


def make(measured, program, count):
    measured.check = len(measured.grow(lambda: measured.time(lambda: program(count))))


def make_traced(measured, program, count):
    import tracemalloc

    tracemalloc.start()
    make(measured, program, count)


OPERATIONS = {
    "collect-instances": (collect, lambda count: make_instances(Node, count)),
    "collect-lists": (collect, make_lists),
    "collect-dicts": (collect, make_dicts),
    "collect-tuples": (collect, make_tuples),
    "collect-instance-cycles": (collect, make_instance_cycles),
    "collect-list-cycles": (collect, make_list_cycles),
    "collect-rings": (collect, make_rings),
    "release-instances": (release, lambda count: make_instances(Node, count)),
    "release-instance-chain": (release, make_instance_chain),
    "release-list-chain": (release, make_list_chain),
    "make-instances": (make, lambda count: make_instances(Node, count)),
    "make-slotted": (make, lambda count: make_instances(Slotted, count)),
    "make-instances-traced": (make_traced, lambda count: make_instances(Node, count)),
}


def main():
    operation, program = OPERATIONS[sys.argv[1]]
    measured = Measurement()
    gc.disable()
    gc.collect()
    operation(measured, program, int(sys.argv[2]))
    print(json.dumps({"seconds": measured.seconds, "heapBytes": measured.heap_bytes, "check": measured.check}))
    # The heap ends with the process; taking it apart would only take time.
    sys.stdout.flush()
    os._exit(0)


if __name__ == "__main__":
    main()
