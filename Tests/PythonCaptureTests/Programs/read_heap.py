"""An independent reader of the .heap format, written from docs/heap-format.md alone.

It checks all that the document says a reader checks, and gives the heap as plain Python values:

    heap = read_heap.read("app.heap")
    for reference in heap.references(heap.at[id(thing)]): ...

As a program it checks files and prints a summary of each: ``python read_heap.py FILE...``.
"""

import gzip
import struct
import sys
import zlib

KINDS = ("unknown attribute key value element slot captured cell type base module local dict referent "
         "internal").split()
STRENGTHS = "strong weak unowned unmanaged".split()
FLAGS = ("tracked immortal finalizer finalized garbage class function module imported frame made "
         "deinitializing onlyunowned cut unreadable").split()
ROOTS = "other module global static frame thread task interned handle runtime".split()

WIDTHS = {1: 8, 2: 1, 3: 16, 4: 16, 5: 4, 6: 8, 7: 4, 8: 4, 9: 2, 10: 4, 11: 16, 12: 4, 13: 1, 14: 4, 15: 4,
          16: 4, 17: 4, 18: 16, 19: 8, 20: 16, 21: 16}


class Reference:
    __slots__ = ("source", "target", "kind", "strength", "label", "untraced", "inferred")

    def __repr__(self):
        return "<%s %s -> #%d%s>" % (self.kind, self.label, self.target, " untraced" if self.untraced else "")


def require(condition, text):
    if not condition:
        raise ValueError(text)


class Heap:
    def __init__(self, content):
        if content[:2] == b"\x1f\x8b":
            content = gzip.decompress(content)
        self.content = content
        require(content[:8] == b"\x89HEAP\r\n\x1a", "magic")
        require(len(content) >= 64, "short header")
        (major, minor, flags, length, count, self.count, self.edges, self.dangling, reserved, table_sum,
         header_sum) = struct.unpack_from("<HHIQIIQQQII", content, 8)
        require(major == 1, "major version")
        require(header_sum == zlib.crc32(content[:60]), "header checksum")
        require(length == len(content) and length % 8 == 0, "file length")
        require(flags & ~1 == 0 and reserved == 0, "reserved bits of the header")
        require(count <= 256 and 64 + 32 * count <= length, "section count")
        require(table_sum == zlib.crc32(content[64:64 + 32 * count]), "table checksum")
        self.partial = bool(flags & 1)
        self.sections = {}
        end = 64 + 32 * count
        for number in range(count):
            identifier, width, offset, size, checksum, reserved = struct.unpack_from(
                "<IIQQII", content, 64 + 32 * number)
            require(reserved == 0, "reserved field of section %d" % identifier)
            require(identifier not in self.sections, "section %d twice" % identifier)
            require(offset % 8 == 0 and end <= offset <= end + 7, "offset of section %d" % identifier)
            require(not any(content[end:offset]), "padding before section %d" % identifier)
            end = offset + size
            require(end <= length, "length of section %d" % identifier)
            if identifier in WIDTHS:
                require(width == WIDTHS[identifier], "element size of section %d" % identifier)
            require(size % width == 0, "length of section %d" % identifier)
            body = content[offset:end]
            require(zlib.crc32(body) == checksum, "checksum of section %d" % identifier)
            self.sections[identifier] = body
        require(length - end < 8 and not any(content[end:]), "padding at the end")
        self.read_columns()
        self.check()

    def column(self, identifier, code):
        body = self.sections.get(identifier, b"")
        return struct.unpack("<%d%s" % (len(body) // struct.calcsize(code), code), body)

    def rows(self, identifier, layout):
        return list(struct.iter_unpack("<" + layout, self.sections.get(identifier, b"")))

    def read_columns(self):
        self.string_offsets = self.column(1, "Q")
        self.string_bytes = self.sections.get(2, b"")
        self.types = self.rows(3, "IIII")
        self.shapes = self.rows(4, "QII")
        self.object_shapes = self.column(5, "I")
        self.addresses = self.column(6, "Q")
        self.offsets = self.column(7, "I")
        self.targets = self.column(8, "I")
        self.descriptors = self.column(9, "H") or (0,) * self.edges
        self.labels = self.column(10, "I") or (0,) * self.edges
        self.roots = self.rows(11, "IIIHH")
        self.counts = self.column(12, "I")
        self.generations = self.column(13, "B")
        self.flags = self.column(14, "I")
        self.texts = self.column(15, "I")
        self.metadata = {self.string(k): self.string(v) for k, v in self.rows(19, "II")}
        self.limitations = [(n, self.string(text)) for n, text, _ in self.rows(20, "QII")]
        self.dangling_examples = self.rows(21, "QII")
        self.at = {address: index for index, address in enumerate(self.addresses)}

    def check(self):
        n = self.count
        offsets = self.string_offsets
        require(offsets[0] == 0 and offsets[-1] == len(self.string_bytes), "string offsets")
        require(all(a <= b for a, b in zip(offsets, offsets[1:])), "string offsets fall")
        require(offsets[1] == 0, "string 0 is not empty")
        strings = len(offsets) - 1
        self.string_bytes.decode("utf-8")
        for name, qualified, cls, reserved in self.types:
            require(name < strings and qualified < strings and reserved == 0, "type")
            require(cls == 0xFFFFFFFF or cls < n, "class of a type")
        require(len(set(self.shapes)) == len(self.shapes), "a shape is listed twice")
        for _, kind, reserved in self.shapes:
            require(kind < len(self.types) and reserved == 0, "shape")
        for name, column in (("shapes", self.object_shapes), ("addresses", self.addresses),
                             ("counts", self.counts), ("generations", self.generations),
                             ("flags", self.flags), ("texts", self.texts)):
            require(len(column) == n, "length of %s" % name)
        require(all(shape < len(self.shapes) for shape in self.object_shapes), "shape number")
        require(len(self.at) == n, "an address appears twice")
        require(len(self.offsets) == n + 1 and self.offsets[0] == 0 and self.offsets[-1] == self.edges,
                "reference offsets")
        require(all(a <= b for a, b in zip(self.offsets, self.offsets[1:])), "reference offsets fall")
        for name, column in (("targets", self.targets), ("descriptors", self.descriptors),
                             ("labels", self.labels)):
            require(len(column) == self.edges, "length of %s" % name)
        for target, descriptor, label in zip(self.targets, self.descriptors, self.labels):
            require(target < n, "target")
            require(descriptor & 0xFF < len(KINDS) and descriptor >> 14 == 0, "descriptor")
            form = descriptor >> 10 & 3
            require(form != 0 or label == 0, "a label without a form")
            require(form != 1 or label < strings, "label string")
            require(form != 3 or label < n, "label object")
        for at, name, detail, kind, reserved in self.roots:
            require(at < n and name < strings and detail < strings, "root")
            require(kind < len(ROOTS) and reserved == 0, "root kind")
        require(all(text < strings for text in self.texts), "text")
        require(all(flags >> 15 == 0 for flags in self.flags), "flags")
        require(len(self.dangling_examples) <= 1000, "dangling examples")
        for address, holder, reserved in self.dangling_examples:
            require(holder < n and reserved == 0 and address not in self.at, "dangling reference")

    def string(self, number):
        return self.string_bytes[self.string_offsets[number]:self.string_offsets[number + 1]].decode("utf-8")

    def type_name(self, index):
        return self.string(self.types[self.shapes[self.object_shapes[index]][1]][0])

    def qualified_name(self, index):
        return self.string(self.types[self.shapes[self.object_shapes[index]][1]][1])

    def size(self, index):
        return self.shapes[self.object_shapes[index]][0]

    def text(self, index):
        return self.string(self.texts[index])

    def flag_names(self, index):
        return {name for bit, name in enumerate(FLAGS) if self.flags[index] >> bit & 1}

    def references(self, index):
        found = []
        for row in range(self.offsets[index], self.offsets[index + 1]):
            descriptor = self.descriptors[row]
            reference = Reference()
            reference.source = index
            reference.target = self.targets[row]
            reference.kind = KINDS[descriptor & 0xFF]
            reference.strength = STRENGTHS[descriptor >> 8 & 3]
            form, label = descriptor >> 10 & 3, self.labels[row]
            reference.label = (None if form == 0 else self.string(label) if form == 1 else label if form == 2
                               else ("key", label))
            reference.untraced = bool(descriptor >> 12 & 1)
            reference.inferred = bool(descriptor >> 13 & 1)
            found.append(reference)
        return found

    def label_text(self, reference):
        if type(reference.label) is tuple:
            return self.text(reference.label[1])
        return reference.label

    def root_names(self, kind):
        return {self.string(name): at for at, name, _, number, _ in self.roots if ROOTS[number] == kind}

    def global_variable(self, name, module=None):
        """The index of what a module's global variable holds."""
        index = self.root_names("module")[module or self.metadata["globals.module"]]
        namespace = next(r.target for r in self.references(index) if r.kind == "dict")
        for reference in self.references(namespace):
            if reference.kind == "value" and self.label_text(reference) == repr(name):
                return reference.target
        raise KeyError(name)

    def of_type(self, name):
        return [index for index in range(self.count) if self.type_name(index) == name]


def read(path):
    with open(path, "rb") as file:
        return Heap(file.read())


if __name__ == "__main__":
    for path in sys.argv[1:]:
        heap = read(path)
        print("%s: %d objects, %d references, %d roots, %d dangling, %s" % (
            path, heap.count, heap.edges, len(heap.roots), heap.dangling, heap.metadata))
        print("limitations: %s" % heap.limitations)
