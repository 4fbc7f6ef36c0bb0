# Generations: when the cycle collector comes, and who moves up.

# --- Three generations
import gc

import objgraph

gc.collect()
gc.disable()
print("generations:", len(gc.get_stats()))
print("thresholds:", gc.get_threshold())


class Person:
    def __init__(self, name):
        self.name = name


def generation(thing):
    """The generation whose list has the object."""
    for number in range(3):
        if any(other is thing for other in gc.get_objects(number)):
            return number
    return None


# --- Who is in the lists
ann = Person("Ann")
print("an instance:", gc.is_tracked(ann), "in generation", generation(ann))
print("a list:", gc.is_tracked([]))
print("a number:", gc.is_tracked(2.5))
print("a string:", gc.is_tracked("Ann"))
print("a dict of numbers:", gc.is_tracked({"Ann": 41}))
print("a dict with a list in it:", gc.is_tracked({"Ann": [41]}))

# --- Moving up
gc.collect(0)
print("after collecting generation 0:", generation(ann))
gc.collect(1)
print("after collecting generation 1:", generation(ann))
gc.collect(2)
print("after collecting generation 2:", generation(ann))


# --- Each is as old as what it has survived
def couple(first, second):
    """Two people who know each other; the first of them."""
    one, two = Person(first), Person(second)
    one.friend, two.friend = two, one
    return one


ann = couple("Ann", "Bob")
gc.collect(0)
gc.collect(1)
cleo = couple("Cleo", "Dan")
gc.collect(0)
eva = couple("Eva", "Finn")
people = [ann, cleo, eva]
for person in people:
    print(person.name, "and", person.friend.name, "are in generation", generation(person))

# --- A young collection looks at young objects only
del people, person
del cleo, eva
print("found in generation 0:", gc.collect(0))
print("found in generation 1:", gc.collect(1))
print("found in all:", gc.collect())

# --- Who keeps the young
eva = couple("Eva", "Finn")
ann.guest = eva
del eva
print("found in generation 0:", gc.collect(0))
print("Eva is in generation", generation(ann.guest))

objgraph.show_refs(
    [ann],
    filter=lambda thing: not isinstance(thing, type),
    extra_info=lambda thing: "generation " + str(generation(thing)) if gc.is_tracked(thing) else "",
    filename="generations-1.svg",
)

# --- The collector comes by itself
visits = []


def note(phase, info):
    if phase == "stop":
        visits.append(info["generation"])


gc.collect()
gc.callbacks.append(note)
gc.set_threshold(100, 3, 1000)
gc.enable()
keep = [Person(number) for number in range(950)]
gc.disable()
gc.callbacks.remove(note)
print("visits:", visits)

# --- Objects that come and go at once do not count
gc.collect()
visits.clear()
gc.callbacks.append(note)
gc.enable()
for number in range(950):
    Person(number)
gc.disable()
gc.callbacks.remove(note)
print("visits:", visits)

# --- Only cycles wait
gc.set_threshold(2000, 10, 10)
gc.collect()
visits.clear()
gc.callbacks.append(note)
gc.enable()
for number in range(4500):
    couple("Gil", "Hal")
gc.disable()
gc.callbacks.remove(note)
print("visits:", visits)
print("some are still waiting:", gc.collect() > 0)

gc.enable()
