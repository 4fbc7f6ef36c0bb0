"""What a translated scenario runs on: reads its source from standard input, runs it, prints what it observed.

Nothing here may leave a trace that a scenario could measure: see README.md, "What is left of the recorder".
"""

import gc as _gc
import os
import sys as _sys
import types as _types
import weakref as _weakref

_lines = []
_id, _iter, _next, _chr, _len, _hash, _list, _pow = id, iter, next, chr, len, hash, list, pow
_hasattr, _isinstance = hasattr, isinstance
_seen = {}
_filler = []
_baseline = []

POOL_BYTES, POOL_HEADER, BYTES_HEADER = 16384, 48, 33
HEAP_TYPE = 1 << 9
# Not written where they are used: a tuple made at run time would be counted.
PLAIN, NAMED_BY_VALUE = (int, float, bool, type(None)), (str, bytes, type)
FLAGS = [
    (1 << 2, "inline-values"), (1 << 3, "managed-weakref"), (1 << 4, "managed-dict"), (1 << 5, "sequence"),
    (1 << 6, "mapping"), (1 << 7, "no-instances"), (1 << 8, "immutable"), (1 << 9, "heap-type"),
    (1 << 10, "base-type"), (1 << 11, "vectorcall"), (1 << 14, "collected"), (1 << 17, "method-descriptor"),
    (1 << 22, "match-self"), (1 << 23, "items-at-end"), (1 << 24, "int"), (1 << 25, "list"), (1 << 26, "tuple"),
    (1 << 27, "bytes"), (1 << 28, "str"), (1 << 29, "dict"), (1 << 30, "exception"), (1 << 31, "type"),
]


def _begin():
    """Leaves an empty heap behind: fresh pools, empty free lists, nothing in any generation, counts at zero."""
    _sys.unraisablehook = lambda raised: _log("unraisable", f"{raised.exc_type.__name__}: {raised.exc_value}")
    _gc.collect()
    _gc.freeze()
    _baseline.extend(tuple(row.values()) for row in _gc.get_stats())
    _gc.freeze()
    _gc.collect()
    _baseline.append(_gc.get_freeze_count())
    _fill()
    _gc.get_count()


def _fill():
    """Uses up the holes of every pool, so that the next blocks of every size lie in a fresh pool, from its second on.

    Keeps everything in the one list that was there before, so that the collector sees no new object.
    """
    size = 16
    while size <= 512:
        left = 16 * POOL_BYTES // size
        while True:
            block = object() if size == 16 else size * 0.1 if size == 32 else b"x" * (size - BYTES_HEADER)
            _filler.append(block)
            left -= 1
            if left < 0 and id(block) % POOL_BYTES == POOL_HEADER:
                break
        size += 16


def _end():
    _sys.stdout.write("".join(f"{line}\n" for line in _lines))
    _sys.stdout.flush()
    os._exit(0)


def _log(label, value):
    _lines.append(label + ": " + value if label else value)


def _observe(label, value):
    _log(label, _show(value))


def _change(label, value):
    """Records a value where it differs from the last of the same place."""
    entry = _seen.get(label)
    if entry is None:
        entry = _seen[label] = [0, None]
    entry[0] += 1
    if entry[1] != value:
        entry[1] = value
        _log(f"{label} [{entry[0]}]", _show(value))


def _caught(label, raised):
    # Where a function was defined is the translation's affair.
    text = f"{type(raised).__name__}: {raised}".replace("scenario.<locals>.", "").removesuffix(": ")
    _log(label, "no error" if raised is None else text)


def _text(value):
    # Where a function was defined is the translation's affair.
    value = value.rpartition("<locals>.")[2]
    escaped = value.encode("unicode_escape").decode("ascii")
    return escaped.replace('"', '\\"')


def _show(value):
    kind = type(value)
    if kind is _Shown:
        return value.text
    if kind is str:
        return f'"{_text(value)}"'
    if kind is bytes:
        return f'b"{_text(value.decode("latin-1"))}"'
    if kind in PLAIN:
        return repr(value)
    if kind is list:
        return "[" + _series(value) + "]"
    if kind is tuple:
        return "(" + _series(value) + ")"
    if kind is set or kind is frozenset:
        return "{" + _series(value) + "}"
    if kind is dict:
        text = ""
        for key in value:
            text += (", " if text else "") + _show(key) + ": " + _show(value[key])
        return "{" + text + "}"
    if isinstance(value, type):
        return value.__name__
    if isinstance(value, BaseException):
        return f"{kind.__name__}: {value}"
    return f"<{kind.__name__}>"


def _series(values):
    # Without a list of its own, which would stay in the free list of lists.
    text = ""
    for element in values:
        text += (", " if text else "") + _show(element)
    return text


def _name(value, registers):
    for name, held in registers.items():
        if held is value:
            return name
    kind = type(value)
    if kind in PLAIN or kind in NAMED_BY_VALUE:
        return _show(value)
    name = getattr(value, "name", None) if kind.__flags__ & HEAP_TYPE else None
    return f"<{kind.__name__} {name}>" if type(name) is str else f"<{kind.__name__}>"


def _names(values, registers):
    return _Shown(f"[{', '.join([_name(value, registers) for value in values if value is not registers])}]")


class _Shown:
    """A text that is shown as it is."""

    def __init__(self, text):
        self.text = text


def _refcount(value):
    # Its own parameter, the caller's stack and the argument of getrefcount are three references that come and go; the
    # caller's is a register's own or a constant's.
    count = _sys.getrefcount(value)
    return _IMMORTAL if count >= 1 << 31 else count - 2


_IMMORTAL = _Shown("immortal")


def _generation(value):
    for generation in range(3):
        for held in _gc.get_objects(generation):
            if held is value:
                return generation
    return None


def _stats(generation):
    then, now = _baseline[generation], tuple(_gc.get_stats()[generation].values())
    # The last collection of the preparation came after the baseline.
    return (now[0] - then[0] - (generation == 2), now[1] - then[1], now[2] - then[2])


def _frozen():
    count = _gc.get_freeze_count()
    return count - _baseline[3] if count >= _baseline[3] else count


def _flags(kind):
    return _Shown(" ".join([name for bit, name in FLAGS if kind.__flags__ & bit]) or "none")


def _word(value, offset, registers):
    import ctypes

    word = ctypes.c_uint64.from_address(id(value) + offset).value
    for name, held in registers.items():
        if id(held) == word:
            return _Shown(f"&{name}")
    for name, held in registers.items():
        if id(type(held)) == word:
            return _Shown(f"&{type(held).__name__}")
    if word < 1 << 32:
        return word
    return _Shown("address" if word < 1 << 47 else f"{word:#018x}")


def _half(value, offset):
    import ctypes

    return ctypes.c_uint32.from_address(id(value) + offset).value


def _byte(value, offset):
    import ctypes

    return ctypes.c_uint8.from_address(id(value) + offset).value


def _join(text, count):
    return text * count


def _eval(text):
    return eval(text, {})


def _logged(*values):
    _lines.append("- " + " ".join(values))


def _main():
    assert not _sys.flags.hash_randomization, "the hash seed must be 0"
    source = _sys.stdin.buffer.read().decode()
    exec(compile(source, "scenario", "exec"), globals())
    # The first use of a codec imports it.
    _text("text")
    globals()["scenario"]()


if __name__ == "__main__":
    _main()
