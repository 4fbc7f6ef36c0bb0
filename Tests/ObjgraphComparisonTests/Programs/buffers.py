# start: view
# start: blocks
# start: buffer
"""Byte arrays, views of them, and arrays of numbers."""

import array
import mmap

buffer = bytearray(b"some bytes that can change")
view = memoryview(buffer)
part = view[5:10]
numbers = array.array("d", [1.0, 2.5])
shared = mmap.mmap(-1, 4096)


class Tagged(bytearray):
    pass


tagged = Tagged(b"tagged")
tagged.tag = [view]
blocks = [buffer, view, part, numbers, memoryview(numbers), shared, tagged, b"constant bytes", memoryview(b"x")]
