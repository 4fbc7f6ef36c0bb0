# start: storage
# start: kept
"""Storage of a thread's own, in this thread and in one that waits."""

import threading


class Storage(threading.local):
    def __init__(self):
        self.items = []


storage = Storage()
plain = threading.local()
kept = ["kept by this thread"]
storage.items.append(kept)
plain.value = kept
ready, gate = threading.Event(), threading.Event()


def other():
    storage.items.append("of another thread")
    ready.set()
    gate.wait()


thread = threading.Thread(target=other, daemon=True)
thread.start()
ready.wait()
while not gate._cond._waiters:
    pass
