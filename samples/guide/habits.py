# Good habits: five of them, each with the memory before and after.

# --- Measuring
import gc
import sys
import tracemalloc
import weakref

import objgraph

gc.collect()


def traced(make):
    """What was made, and how many bytes of it are there at the end."""
    tracemalloc.start()
    tracemalloc.get_traced_memory()
    before = tracemalloc.get_traced_memory()[0]
    made = make()
    after = tracemalloc.get_traced_memory()[0]
    tracemalloc.stop()
    return made, after - before


# --- Slots for what there is much of
class Pixel:
    def __init__(self, x, y):
        self.x = x
        self.y = y


class SlimPixel:
    __slots__ = ("x", "y")

    def __init__(self, x, y):
        self.x = x
        self.y = y


def picture(kind):
    return [kind(x, y) for x in range(100) for y in range(100)]


for warm in range(50):
    Pixel(0, 0)
pixels, size = traced(lambda: picture(Pixel))
print("before:", size // len(pixels), "bytes a pixel")
slim, size = traced(lambda: picture(SlimPixel))
print("after:", size // len(slim), "bytes a pixel")
pixel, slim_pixel = pixels[-1], slim[-1]
del pixels, slim


# --- Trace while you develop
class Message:
    __slots__ = ("text",)

    def __init__(self, text):
        self.text = text


log = []


def handle(number):
    message = Message("message %d" % number)
    log.append(message)
    return len(message.text)


def handle_and_forget(number):
    message = Message("message %d" % number)
    log.append(message)
    del log[:-10]
    return len(message.text)


def kept(work):
    """How many blocks of memory a hundred calls leave behind, by lines of the function."""
    for number in range(100):
        work(number)
    tracemalloc.start()
    for number in range(100):
        work(number)
    first = tracemalloc.take_snapshot()
    for number in range(100):
        work(number)
    second = tracemalloc.take_snapshot()
    tracemalloc.stop()
    begin = work.__code__.co_firstlineno
    for change in second.compare_to(first, "lineno"):
        line = change.traceback[0].lineno - begin
        hundreds = round(change.count_diff / 100)
        if 0 < line <= 4 and hundreds:
            print("line", line, "of", work.__name__, "-", hundreds, "blocks more with each call")


print("before:")
kept(handle)
print("messages:", objgraph.count("Message"))
log.clear()
print("after:")
kept(handle_and_forget)
print("messages:", objgraph.count("Message"))
log.clear()


# --- Collect sparingly
class Star:
    def __init__(self, name):
        self.name = name


visits = []


def note(phase, info):
    if phase == "stop":
        visits.append(info["generation"])


def sky():
    return [Star(number) for number in range(15_000)]


gc.collect()
gc.callbacks.append(note)
stars = sky()
print("before:", len(visits), "collections")
del stars
visits.clear()
gc.disable()
stars = sky()
gc.enable()
gc.callbacks.remove(note)
print("after:", len(visits), "collections")


# --- Freeze what stays
def watched():
    """How many stars the collector looks at."""
    return sum(isinstance(thing, Star) for thing in gc.get_objects())


print("before:", watched(), "stars to look at")
gc.collect()
gc.freeze()
print("after:", watched(), "stars to look at")
gc.unfreeze()
del stars


# --- Fewer references
class Report:
    def __init__(self, title):
        self.title = title
        self.rows = [row * 1.5 for row in range(1000)]


class Ticket:
    def __init__(self, report):
        self.report = report


class SmallTicket:
    def __init__(self, report):
        self.title = report.title


def ours(thing):
    return not isinstance(thing, (type, float))


report = Report("sales")
tickets = [Ticket(report)]
del report
print("before:", objgraph.count("Report"), "report in memory")

objgraph.show_refs([tickets], max_depth=4, filter=ours, filename="habits-1.svg")

report = Report("sales")
tickets = [SmallTicket(report)]
del report
print("after:", objgraph.count("Report"), "reports in memory")

objgraph.show_refs([tickets], max_depth=4, filter=ours, filename="habits-2.svg")


# --- Weak caches
class Image:
    def __init__(self, name):
        self.name = name


def browse(cache):
    """Looks at three images, and keeps the last."""
    for name in ("cat", "dog", "owl"):
        image = cache.get(name)
        if image is None:
            image = cache[name] = Image(name)
    return image


def kinds(thing):
    return isinstance(thing, (dict, weakref.WeakValueDictionary, weakref.ref, Image))


strong = {}
shown = browse(strong)
print("before:", objgraph.count("Image"), "images in memory")

objgraph.show_refs([strong, shown], max_depth=3, filter=kinds, filename="habits-3.svg")

del strong, shown
weak = weakref.WeakValueDictionary()
shown = browse(weak)
print("after:", objgraph.count("Image"), "image in memory")

objgraph.show_refs([weak, shown], max_depth=3, filter=kinds, filename="habits-4.svg")
