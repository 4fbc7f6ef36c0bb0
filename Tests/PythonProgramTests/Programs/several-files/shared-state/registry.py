import weakref

_workers = weakref.WeakValueDictionary()
_strong = []


def add(worker):
    _workers[worker.name] = worker


def names():
    return sorted(_workers)


def count():
    return len(_workers)


def strong(worker):
    _strong.append(worker)
    return worker
