"""Asks scipy and igraph on the references of a .heap file what HeapGraph is asked.

usage: graph_peers.py scipy-transpose|scipy-traverse|igraph-build HEAP REPETITIONS
"""

import json
import struct
import sys
import time

import numpy

import heap_file
from stopwatch import PeakMemory


def read_rows(path):
    """The offsets and targets of a heap's references, in memory of their own, as scipy wants them."""
    columns = {}
    with open(path, "rb") as file:
        header = file.read(heap_file.HEADER_SIZE)
        sections = struct.unpack_from("<I", header, 24)[0]
        table = file.read(sections * heap_file.ENTRY_SIZE)
        for identifier, size, offset, length, _, _ in struct.iter_unpack("<IIQQII", table):
            if identifier in (heap_file.REFERENCE_OFFSETS, heap_file.TARGETS):
                file.seek(offset)
                columns[identifier] = numpy.fromfile(file, "<i4", length // size)
    return columns[heap_file.REFERENCE_OFFSETS], columns[heap_file.TARGETS]


def measure(repetitions, body, check):
    measured = {"seconds": [], "peakBytes": []}
    for _ in range(repetitions):
        with PeakMemory() as memory:
            start = time.perf_counter()
            result = body()
            measured["seconds"].append(time.perf_counter() - start)
        if memory.peak is not None:
            measured["peakBytes"].append(memory.peak)
        measured["check"] = int(check(result))
        del result
    return measured


def sparse(offsets, targets):
    import scipy.sparse

    # One byte of value a reference is the least that scipy can carry.
    values = numpy.ones(len(targets), numpy.int8)
    size = len(offsets) - 1
    return scipy.sparse.csr_matrix((values, targets, offsets), shape=(size, size), copy=False)


def first_referrers(matrix):
    """The sum of the first referrers of some objects far apart; PeerMeasurements makes the same."""
    starts, ends = matrix.indptr[:-1], matrix.indptr[1:]
    step = max(len(starts) // 1000, 1)
    return sum(int(matrix.indices[start]) for start, end in zip(starts[::step], ends[::step]) if start < end)


def main(operation, path, repetitions):
    offsets, targets = read_rows(path)
    if operation == "scipy-transpose":
        matrix = sparse(offsets, targets)
        assert matrix.indices.dtype == numpy.int32
        return measure(repetitions, matrix.tocsc, first_referrers)
    if operation == "scipy-traverse":
        from scipy.sparse import csgraph

        matrix = sparse(offsets, targets)
        return measure(repetitions, lambda: csgraph.breadth_first_order(matrix, 0, return_predecessors=False), len)
    if operation == "igraph-build":
        import igraph

        edges = numpy.empty((len(targets), 2), numpy.int64)
        edges[:, 0] = numpy.repeat(numpy.arange(len(offsets) - 1), numpy.diff(offsets))
        edges[:, 1] = targets
        return measure(repetitions, lambda: igraph.Graph(len(offsets) - 1, edges, directed=True),
                       lambda graph: graph.ecount())
    raise SystemExit(__doc__)


if __name__ == "__main__":
    print(json.dumps(main(sys.argv[1], sys.argv[2], int(sys.argv[3]))))
