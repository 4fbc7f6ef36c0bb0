# start: watched
# start: watches
# start: closer
"""Weak references with callbacks, of a living and of a dead object."""

import functools
import weakref


class Watched:
    pass


class Watcher:
    def __init__(self):
        self.log = []

    def gone(self, reference):
        self.log.append("gone")


watched = Watched()
watcher = Watcher()
dead = weakref.ref(Watched(), watcher.gone)
watches = [weakref.ref(watched, watcher.gone), weakref.ref(watched, functools.partial(print, "gone")), dead]
closer = weakref.finalize(watched, watcher.log.append, ["closed"])
closer.atexit = False
