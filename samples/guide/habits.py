"""Good habits, each as a heap before and after."""

# --- A way to draw
import gc
import objgraph

gc.collect()
gc.disable()


def draw(things, file):
    """Draws things and what they hold, without classes, functions and modules."""
    left_out = ("type", "function", "module", "method", "builtin_function_or_method", "wrapper_descriptor")
    objgraph.show_refs(
        things, max_depth=5, filter=lambda thing: type(thing).__name__ not in left_out, filename=file)


# --- Slots: before
import tracemalloc


class Record:
    def __init__(self, x, y):
        self.__dict__ = {"x": x, "y": y}


def memory_of(make):
    """How many bytes an object takes, on average of ten thousand."""
    kept = [None] * 10000
    tracemalloc.start()
    for index in range(10000):
        kept[index] = make(1, 2)
    size, _ = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    return size // 10000


print("bytes each:", memory_of(Record))
draw([Record(1, 2), Record(3, 4)], "slots-before.svg")


# --- Slots: after
class Place:
    __slots__ = ("x", "y")

    def __init__(self, x, y):
        self.x = x
        self.y = y


print("bytes each:", memory_of(Place))
draw([Place(1, 2), Place(3, 4)], "slots-after.svg")

# --- Tracing: before
class Report:
    def __init__(self):
        self.lines = []
        self.history = []

    def add(self, line):
        self.lines.append(line)
        self.history.append(list(self.lines))


def grown_by(report):
    """How many blocks more are in use after twenty lines than after ten."""
    here = tracemalloc.Filter(True, Report.add.__code__.co_filename)
    tracemalloc.start()
    for number in range(10):
        report.add(str(number))
    before = tracemalloc.take_snapshot().filter_traces([here])
    for number in range(10):
        report.add(str(number))
    after = tracemalloc.take_snapshot().filter_traces([here])
    tracemalloc.stop()
    return sum(difference.count_diff for difference in after.compare_to(before, "lineno"))


print("blocks more:", grown_by(Report()))
report = Report()
for word in ("a", "b", "c"):
    report.add(word)
draw([report], "tracing-before.svg")


# --- Tracing: after
class ShortReport:
    def __init__(self):
        self.lines = []

    def add(self, line):
        self.lines.append(line)


print("blocks more:", grown_by(ShortReport()))
report = ShortReport()
for word in ("a", "b", "c"):
    report.add(word)
draw([report], "tracing-after.svg")


# --- Collecting: before
class Table:
    def __init__(self, number):
        self.number = number


def looked_after():
    return sum(type(thing) is Table for thing in gc.get_objects())


tables = [Table(number) for number in range(10000)]
gc.collect()
print("tables that each full collection goes through:", looked_after())

# --- Collecting: after
gc.freeze()
print("tables that each full collection goes through:", looked_after())
gc.unfreeze()


# --- Collecting at the right moment
class Job:
    def __init__(self):
        self.itself = self


def run_jobs(count):
    for _ in range(count):
        Job()


found = []
for _ in range(100):
    run_jobs(1)
    found.append(gc.collect())
print("a hundred collections:", sum(found))
run_jobs(100)
print("one collection:", gc.collect())

# --- Fewer references: before
class Folder:
    def __init__(self, name, parent=None):
        self.name = name
        self.parent = parent
        self.folders = []
        if parent is not None:
            parent.folders.append(self)


home = Folder("home")
music = Folder("music", home)
draw([home], "references-before.svg")
del home, music
print("for the collector:", gc.collect())


# --- Fewer references: after
class Shelf:
    def __init__(self, name):
        self.name = name
        self.shelves = []

    def add(self, name):
        shelf = Shelf(name)
        self.shelves.append(shelf)
        return shelf


home = Shelf("home")
music = home.add("music")
draw([home], "references-after.svg")
del home, music
print("for the collector:", gc.collect())


# --- A cache: before
class Picture:
    def __init__(self, name):
        self.name = name


cache = {}
shown = cache["bee"] = Picture("bee")
cache["ant"] = Picture("ant")
print(objgraph.count("Picture"))
draw([cache], "cache-before.svg")

# --- A cache: after
import weakref

cache = weakref.WeakValueDictionary()
shown = cache["bee"] = Picture("bee")
cache["ant"] = Picture("ant")
print(objgraph.count("Picture"), list(cache))
draw([cache.data], "cache-after.svg")
gc.enable()
