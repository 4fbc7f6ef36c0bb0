# start: holder
# start: table
# start: callback
"""Structures, arrays, pointers and callbacks of ctypes."""

import ctypes


class Pair(ctypes.Structure):
    _fields_ = [("left", ctypes.c_int), ("right", ctypes.c_void_p)]


class Holder(ctypes.Structure):
    _fields_ = [("pair", ctypes.POINTER(Pair)), ("value", ctypes.py_object), ("name", ctypes.c_char_p)]


Callback = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.c_int)


@Callback
def callback(number):
    return number + 1


pair = Pair(1, None)
held = ["held by a structure"]
holder = Holder(ctypes.pointer(pair), ctypes.py_object(held), b"name")
table = (Pair * 3)(pair, Pair(2, None))
element = table[1]
buffer = ctypes.create_string_buffer(b"text", 10)
everything = [holder, table, element, buffer, callback]
