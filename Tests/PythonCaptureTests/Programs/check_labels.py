"""Every name is right, nothing of the program ran, nothing of it changed; sizes, counts, texts and flags.

Run under the interpreter to be tried: ``python check_labels.py AGENT_FOLDER WORK_FOLDER``.
"""

import sys
import time

sys.dont_write_bytecode = True
sys.path.insert(0, sys.argv[1])

import gc
import os
import types

import everything
import heapgraph_agent
import read_heap

VERSION = sys.version_info[:2]
failures = []


def expect(condition, text, *values):
    if not condition:
        failures.append(text % values if values else text)


def names(value):
    """{name: address} of an object's attributes and slots, and how many have no name."""
    found, nameless = {}, 0
    for reference in heap.references(heap.at[id(value)]):
        if reference.kind in ("attribute", "slot") and not reference.untraced:
            if reference.label is None:
                nameless += 1
            else:
                found[reference.label] = heap.addresses[reference.target]
        elif reference.kind == "dict":
            for inner in heap.references(reference.target):
                if inner.kind == "value":
                    found[heap.label_text(inner)[1:-1]] = heap.addresses[inner.target]
        elif reference.kind == "unknown":
            nameless += 1
    return found, nameless


def labels(value, kind):
    return [(heap.label_text(r), heap.addresses[r.target]) for r in heap.references(heap.at[id(value)])
            if r.kind == kind]


def kinds(value):
    return {(r.kind, heap.label_text(r)) for r in heap.references(heap.at[id(value)])}


things = everything.make()
for value in list(gc.get_objects()):
    if type(value) is types.FunctionType:
        value.__code__.co_freevars  # some versions make these on the first reading
del value
gc.collect()
del everything.ran[:]
dictionaries = sum(1 for o in gc.get_objects() if type(o) is dict)
shapes = [len(gc.get_referents(o)) for o in things["plain"] + things["lacking"]]
counted = [things["cycle"], things["referent"], things["plain"][3], things["big_text"], things["deque"]]
true_counts = [sys.getrefcount(o) for o in counted]
enabled = gc.isenabled()
path = os.path.join(sys.argv[2], "labels-%d.%d.heap" % VERSION)
os.makedirs(sys.argv[2], exist_ok=True)
modules = set(sys.modules)
heapgraph_agent.dump(path)
expect(set(sys.modules) == modules, "modules were imported: %s", set(sys.modules) - modules)
expect(gc.isenabled() == enabled, "the collector was left switched off")
after = sum(1 for o in gc.get_objects() if type(o) is dict)
# Reading the variables of a function that has run leaves an empty dictionary in its frame before 3.13.
expect(after <= dictionaries + (8 if VERSION < (3, 13) else 0),
       "%d dictionaries were made", after - dictionaries)
expect([len(gc.get_referents(o)) for o in things["plain"] + things["lacking"]] == shapes,
       "instances have other referents than before")
expect(everything.ran == [], "code of the program ran: %s", everything.ran[:5])
# All the other dumps too come before any reading, since what the reader makes would be in them.
# A forked child may look closer, since nothing of the program can be changed from there.
forked = os.path.join(sys.argv[2], "forked-%d.%d.heap" % VERSION)
if os.path.exists(forked):
    os.unlink(forked)
heapgraph_agent.dump(forked, fork=True)
for _ in range(2400):
    if os.path.exists(forked):
        break
    time.sleep(0.05)
redacted = os.path.join(sys.argv[2], "redacted-%d.%d.heap.gz" % VERSION)
heapgraph_agent.dump(redacted, redact=True)
shown = os.path.join(sys.argv[2], "repr-%d.%d.heap" % VERSION)
del everything.ran[:]
heapgraph_agent.dump(shown, repr=True)
heap = read_heap.read(path)

# Attributes, for each object on its own.
wrong = nameless_total = total = 0
for value in things["plain"] + things["lacking"] + [
        things["touched"], things["added"], things["both"], things["slotted"], things["list_child"],
        things["dict_child"]] + things["point"]:
    found, nameless = names(value)
    nameless_total += nameless
    for name, address in found.items():
        total += 1
        if id(getattr(value, name, found)) != address and not isinstance(value, dict):
            wrong += 1
expect(wrong == 0, "%d of %d names are wrong", wrong, total)
expect(total > 10000, "only %d attributes have names", total)
expect(nameless_total <= 300, "%d attributes have no name", nameless_total)
for key in ("plain", "point"):
    for value in things[key]:
        found, nameless = names(value)
        expected = {"name", "number", "items"} if key == "plain" else {"x", "y"}
        if VERSION < (3, 11) or nameless == 0:
            expect(set(found) == expected, "%s has the attributes %s", key, sorted(found))
expect(set(names(things["added"])[0]) == {"name", "number", "items", "from_outside"},
       "an attribute set from outside its class has no name: %s", names(things["added"]))
expect(set(names(things["both"])[0]) >= {"left", "extra"}, "slots: %s", names(things["both"])[0])
hostile, _ = names(things["hostile"])
expect(set(hostile) <= {"attribute"}, "hostile instance: %s", hostile)

found, nameless = names(things["computed"])
expect(set(found) - {"computed"} == {"name", "number", "items"}, "an attribute by a computed name: %s", found)

plain_heap, heap = heap, read_heap.read(forked)
found, nameless = names(things["computed"])
expect(nameless == 0 and found["computed"] == id(things["computed"].computed), "a forked child: %s", found)
expect({(d, n) for n, d in [(heap.string(n), heap.string(d)) for _, n, d, k, _ in heap.roots if k == 4]}
       == {("MainThread", "<module>")}, "frames of a forked dump")
heap = plain_heap

# Containers.
mixed = things["mixed"]
values = {label: address for label, address in labels(mixed, "value")}
expect(values.get("'two'") == id(2) and values.get("1") == id(mixed[1]) and values.get("2 items") == id(mixed[3, 4]),
       "dictionary values: %s", values)
for value in things["reordered"] + things["by_number"]:
    # From 3.13 on, the values that lie in an instance are the instance's own references.
    found = labels(value, "value")
    expect(sorted(found) == sorted((repr(name), id(value[name])) for name in value)
           or not found and not gc.get_referents(value), "values of %s: %s", value, found)
    expect([a for _, a in labels(value, "key")] == [id(name) for name in value], "keys of %s", value)
keys = {address for _, address in labels(mixed, "key")}
expect(keys == {id(k) for k in mixed}, "dictionary keys")
expect(sorted(labels(things["pair"], "element")) == [(0, id(things["pair"][0])), (1, id(things["pair"][1]))],
       "tuple elements")
expect(labels(things["cycle"], "element") == [(0, id(things["cycle"]))], "a list that holds itself")
expect(sorted(labels(things["deque"], "element"))[0] == (0, id(things["deque"][0])), "deque elements")
expect({a for _, a in labels(things["sets"][0], "element")} == {id(i) for i in things["sets"][0]}, "set elements")
expect(("attribute", "default_factory") in kinds(things["defaultdict"]), "default factory")

# Functions, closures, methods, generators, weak references.
closure = things["closure"]
expect({("internal", name) for name in ("__code__", "__globals__", "__defaults__", "__kwdefaults__",
                                        "__closure__", "__name__", "__qualname__", "__module__")}
       <= kinds(closure), "function: %s", kinds(closure))
expect(dict(labels(closure.__closure__, "captured")) == {
    name: id(cell) for name, cell in zip(closure.__code__.co_freevars, closure.__closure__)}, "captured variables")
expect([a for _, a in labels(closure.__closure__[0], "cell")] == [id(closure.__closure__[0].cell_contents)], "cell")
expect(kinds(things["bound"]) >= {("internal", "__self__"), ("internal", "__func__")}, "bound method")
expect(kinds(things["partial"]) >= {("attribute", "func"), ("attribute", "args")}, "partial")
weak = [r for r in heap.references(heap.at[id(things["weak"])]) if r.kind == "referent"]
expect([(r.strength, r.untraced, heap.addresses[r.target]) for r in weak] == [
    ("weak", True, id(things["referent"]))], "weak reference")
proxy = [r for r in heap.references(heap.at[id(things["proxy"])]) if r.kind == "referent"]
expect([heap.addresses[r.target] for r in proxy] == [id(things["referent"])], "weak proxy")
expect(kinds(things["error"]) >= {("attribute", "args"), ("attribute", "__traceback__")}, "exception")
trace = things["error"].__traceback__
while trace.tb_next is not None:
    trace = trace.tb_next
expect(("internal", "tb_frame") in kinds(trace), "traceback")
expect("local_of_failing" in {l for l, _ in labels(trace.tb_frame, "local")}, "locals of a frame that is done")
frame = things["frame"]
expect("things" in {l for l, _ in labels(frame, "local")}, "locals of a finished function: %s", kinds(frame))

# Classes.
plain = everything.Plain
expect({("dict", "__dict__"), ("base", "__mro__"), ("base", "__bases__"), ("base", "__base__")} <= kinds(plain),
       "class: %s", kinds(plain))
expect("class" in heap.flag_names(heap.at[id(plain)]), "a class is not flagged")
expect(heap.qualified_name(heap.at[id(things["plain"][0])]) == "everything.Plain", "qualified name")
expect(heap.type_name(heap.at[id(things["string_name"])]) == "OddName", "a name that is no exact str")

# Sizes and counts.
for key, value in things.items():
    if key.startswith("hostile") or key in ("negative_size", "proxy"):
        continue
    size = heap.size(heap.at[id(value)])
    expect(size == sys.getsizeof(value), "size of %s: %s, not %s", key, size, sys.getsizeof(value))
hidden = heap.size(heap.at[id(things["hostile"])])
expect(hidden == sys.getsizeof(types.new_class("Same")()), "size past __sizeof__: %s", hidden)
for value, true in zip(counted, true_counts):
    # The loop that counted held one more, as its argument did; the agent takes off its own.
    count = heap.counts[heap.at[id(value)]]
    expect(count == true - 2, "reference count of %s: %s, not %s", type(value).__name__, count, true - 2)
none = heap.counts[heap.at[id(None)]]
expect(none == 0xFFFFFFFF if VERSION >= (3, 12) else 100 < none < 0xFFFFFFFF, "reference count of None: %s", none)
expect(("immortal" in heap.flag_names(heap.at[id(None)])) == (VERSION >= (3, 12)), "immortal")

# Texts and flags.


def text(value):
    return heap.text(heap.at[id(value)])


expect(text(things["nested"]) == "2 items" and text(things["mixed"]) == "4 items", "items")
expect(text(things["big_text"]) == "'" + "long " * 15 + "long", "a long text: %s", text(things["big_text"]))
expect("cut" in heap.flag_names(heap.at[id(things["big_text"])]), "a long text is not flagged as cut")
expect(text(things["surrogate"]) == "'lone \\udc80 surrogate'", "a lone surrogate: %s", text(things["surrogate"]))
expect(text(things["huge"]) == "int of 4000001 bits", "a huge number: %s", text(things["huge"]))
expect(text(things["hostile_str"]) == "'hostile text'" and text(things["hostile_int"]) == "77777", "hostile texts")
expect(text(things["bound"]) == "__init__ (bound)", "bound method: %s", text(things["bound"]))
expect(text(things["lambda"]).startswith("lambda: everything.py:"), "lambda: %s", text(things["lambda"]))
expect(text(plain) == "Plain" and text(types) == "types" and text(len) == "len", "names as texts")
expect(text(things["plain"][0]) == "", "an object without a text: %s", text(things["plain"][0]))
expect(text(things["floats"][0]) == "1.5" and text(True) == "True" and text(None) == "None", "texts of values")
flags = heap.flag_names(heap.at[id(things["finalizing"])])
expect("finalizer" in flags and "tracked" in flags and "finalized" not in flags, "finalizer: %s", flags)
expect({"module", "imported"} <= heap.flag_names(heap.at[id(types)]), "imported module")
expect("imported" not in heap.flag_names(heap.at[id(things["module"])]), "a module that is not imported")
expect("function" in heap.flag_names(heap.at[id(closure)]), "function")
expect("frame" in heap.flag_names(heap.at[id(frame)]), "frame")
expect(heap.generations[heap.at[id(things["plain"])]] in (0, 1, 2), "generation")
expect(heap.generations[heap.at[id(things["big_text"])]] == 255, "generation of what is not tracked")

# Roots, and what is left out.
roots = heap.root_names("module")
expect(roots["everything"] == heap.at[id(everything)] and "__main__" in roots, "module roots")
expect("heapgraph_agent" not in roots and id(heapgraph_agent) not in heap.at, "the agent is in the heap")
expect("<module>" in heap.root_names("frame"), "frame roots: %s", heap.root_names("frame"))
expect(heap.global_variable("things") == heap.at[id(things)], "a global variable by its name")
expect(heap.dangling == 0, "%d dangling references", heap.dangling)

# Nothing of the data remains when it is to be left out, and the names do.
everything_redacted = read_heap.read(redacted)
content = everything_redacted.string_bytes
for secret in (b"long long", b"hostile text", b"plain 77", b"77777", b"captured'"):
    expect(secret not in content, "a secret is told: %s", secret)
expect(b"'things'" in content and b"Plain" in content, "names are gone with the data")
expect(everything_redacted.global_variable("things") is not None, "a variable has no name")
shown_heap = read_heap.read(shown)
expect(shown_heap.text(shown_heap.at[id(things["point"][5])]) == "Point(x=5, y=[5])", "the program's own text")
expect("Hostile.__repr__" in everything.ran, "no __repr__ ran, though it was asked for")
expect(not os.listdir(sys.argv[2]) or not [n for n in os.listdir(sys.argv[2]) if n.endswith(".part")], "left-over")

for failure in failures[:25]:
    print(failure)
print("%d failures, %d names, %d nameless" % (len(failures), total, nameless_total))
sys.exit(1 if failures else 0)
