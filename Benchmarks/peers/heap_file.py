"""Writes .heap files with numpy, as docs/heap-format.md describes them."""

import os
import struct
import zlib

import numpy

MAGIC = b"\x89HEAP\r\n\x1a"
HEADER_SIZE = 64
ENTRY_SIZE = 32
NO_OBJECT = 0xFFFFFFFF

STRING_OFFSETS, STRING_BYTES, TYPES, SHAPES, OBJECT_SHAPES, ADDRESSES = 1, 2, 3, 4, 5, 6
REFERENCE_OFFSETS, TARGETS, DESCRIPTORS, LABELS, ROOTS, REFERENCE_COUNTS = 7, 8, 9, 10, 11, 12
FLAGS, METADATA = 14, 19

ATTRIBUTE = 1
NAMED = 1 << 10
MODULE_ROOT, GLOBAL_ROOT = 1, 2
TRACKED = 1


class Strings:
    """The table of strings; number 0 is the empty one."""

    def __init__(self):
        self._numbers = {"": 0}

    def __getitem__(self, text):
        return self._numbers.setdefault(text, len(self._numbers))

    def columns(self):
        pieces = [text.encode() for text in self._numbers]
        offsets = numpy.zeros(len(pieces) + 1, "<u8")
        numpy.cumsum([len(piece) for piece in pieces], out=offsets[1:])
        return offsets, numpy.frombuffer(b"".join(pieces), "u1")


def records(dtype, rows):
    """Rows of a small table, field behind field."""
    return numpy.array(rows, dtype=dtype)


TYPE = [("name", "<u4"), ("qualified", "<u4"), ("class", "<u4"), ("reserved", "<u4")]
SHAPE = [("size", "<u8"), ("type", "<u4"), ("reserved", "<u4")]
ROOT = [("object", "<u4"), ("name", "<u4"), ("detail", "<u4"), ("kind", "<u2"), ("reserved", "<u2")]
PAIR = [("key", "<u4"), ("value", "<u4")]


def write(path, *, objects, offsets, targets, types, roots=(), shapes=None, descriptors=None, labels=None,
          reference_counts=None, flags=None, strings=None):
    """Writes one heap.

    objects: how many there are; they get addresses 16 bytes apart.
    offsets, targets: the references, as compressed sparse rows.
    types: pairs of a name and a size in bytes; object i has shape shapes[i], or the first where shapes is None.
    roots: triples of an object, a name and a kind.
    """
    strings = strings or Strings()
    named_types = [(strings[name], strings["sample." + name], NO_OBJECT, 0) for name, _ in types]
    sized_shapes = [(size, number, 0) for number, (_, size) in enumerate(types)]
    named_roots = [(item, strings[name], 0, kind, 0) for item, name, kind in roots]
    metadata = [(strings["runtime"], strings["sample"]), (strings["producer"], strings["numpy"])]
    string_offsets, string_bytes = strings.columns()
    sections = [
        (STRING_OFFSETS, string_offsets),
        (STRING_BYTES, string_bytes),
        (TYPES, records(TYPE, named_types)),
        (SHAPES, records(SHAPE, sized_shapes)),
        (OBJECT_SHAPES, numpy.zeros(objects, "<u4") if shapes is None else shapes.astype("<u4", copy=False)),
        (ADDRESSES, numpy.arange(objects, dtype="<u8") * 16 + 0x100000),
        (REFERENCE_OFFSETS, offsets.astype("<u4", copy=False)),
        (TARGETS, targets.astype("<u4", copy=False)),
        (DESCRIPTORS, descriptors),
        (LABELS, labels),
        (ROOTS, records(ROOT, named_roots)),
        (REFERENCE_COUNTS, reference_counts),
        (FLAGS, flags),
        (METADATA, records(PAIR, metadata)),
    ]
    sections = [(identifier, column) for identifier, column in sections if column is not None]
    entries = []
    unfinished = f"{path}.unfinished"
    with open(unfinished, "wb") as file:
        file.write(bytes(HEADER_SIZE + ENTRY_SIZE * len(sections)))
        for identifier, column in sections:
            data = memoryview(numpy.ascontiguousarray(column)).cast("B") if column.size else b""
            entries.append(struct.pack("<IIQQII", identifier, column.dtype.itemsize, file.tell(), len(data),
                                       zlib.crc32(data), 0))
            file.write(data)
            file.write(bytes(-len(data) % 8))
        length = file.tell()
        table = b"".join(entries)
        header = MAGIC + struct.pack("<HHIQIIQQQI", 1, 0, 0, length, len(sections), objects, len(targets), 0, 0,
                                     zlib.crc32(table))
        file.seek(0)
        file.write(header + struct.pack("<I", zlib.crc32(header)) + table)
    os.replace(unfinished, path)


def random_heap(path, objects, references, seed):
    """A heap whose references lead from anywhere to anywhere."""
    generator = numpy.random.default_rng(seed)
    offsets = numpy.zeros(objects + 1, "<u4")
    counts = numpy.bincount(generator.integers(0, objects, references, dtype=numpy.uint32), minlength=objects)
    numpy.cumsum(counts, out=offsets[1:])
    targets = generator.integers(0, objects, references, dtype=numpy.uint32)
    write(path, objects=objects, offsets=offsets, targets=targets, types=[("Node", 64)],
          roots=[(0, "start", GLOBAL_ROOT)])


def chain(path, objects):
    """Objects in a row, each held by the one before it through its attribute `next`; `head` is the first."""
    strings = Strings()
    label = strings["next"]
    offsets = numpy.arange(objects + 1, dtype="<u4")
    offsets[-1] = objects - 1
    shapes = numpy.zeros(objects, "<u4")
    shapes[0] = 1
    counts = numpy.ones(objects, "<u4")
    write(path, objects=objects, offsets=offsets, targets=numpy.arange(1, objects, dtype="<u4"),
          types=[("Link", 48), ("Head", 56)], shapes=shapes, strings=strings, roots=[(0, "head", GLOBAL_ROOT)],
          descriptors=numpy.full(objects - 1, ATTRIBUTE | NAMED, "<u2"),
          labels=numpy.full(objects - 1, label, "<u4"),
          reference_counts=counts, flags=numpy.full(objects, TRACKED, "<u4"))
