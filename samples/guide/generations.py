"""Generations: thresholds, and who moves up when."""

# --- Three generations
import gc

gc.collect()
print(gc.get_threshold())


# --- Where an object is
class Card:
    pass


def generation(thing):
    for number in range(3):
        if any(each is thing for each in gc.get_objects(number)):
            return number


gc.disable()
card = Card()
print("new:", generation(card))
gc.collect(0)
print("after a collection of 0:", generation(card))
gc.collect(0)
print("after another one of 0:", generation(card))
gc.collect(1)
print("after one of 1:", generation(card))
gc.collect()
print("after a full one:", generation(card))


# --- A young cycle and an old one
def make_pair():
    one, two = Card(), Card()
    one.other, two.other = two, one
    return one


old = make_pair()
gc.collect()
young = make_pair()
del old, young
print("found among the young:", gc.collect(0))
print("found by a full collection:", gc.collect())

# --- Counting towards a collection
events = []


def note(phase, info):
    if phase == "stop":
        events.append((info["generation"], len(kept)))


kept = []
gc.collect()
gc.callbacks.append(note)
gc.enable()
while len(events) < 3:
    kept.append([])
gc.disable()
gc.callbacks.remove(note)
print(len(events), "collections, of generations", [number for number, _ in events])
print("objects from the first to the second:", events[1][1] - events[0][1])
print("objects from the second to the third:", events[2][1] - events[1][1])

# --- What comes and goes does not count
events.clear()
kept.clear()
gc.collect()
gc.callbacks.append(note)
gc.enable()
for _ in range(100000):
    [[]]
gc.disable()
gc.callbacks.remove(note)
print(len(events), "collections")

# --- Another threshold
gc.set_threshold(100, 2, 2)
events.clear()
gc.collect()
gc.callbacks.append(note)
gc.enable()
while len(events) < 8:
    kept.append([])
gc.disable()
gc.callbacks.remove(note)
print([number for number, _ in events])
gc.set_threshold(2000, 10, 10)

# --- What the collector looks after
print([gc.is_tracked(each) for each in (7, "text", 2.5, None)])
print([gc.is_tracked(each) for each in ([], {1, 2}, Card())])
print([gc.is_tracked(each) for each in ({}, {"a": 1}, {"a": []})])
pair = (len("a"), len("bb"))
print(gc.is_tracked(pair))
gc.collect()
print(gc.is_tracked(pair))
gc.enable()
