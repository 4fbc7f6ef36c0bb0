"""The references without the *untraced* bit are what ``gc.get_referents`` gives, in its order.

Run under the interpreter to be tried: ``python check_referents.py AGENT_FOLDER WORK_FOLDER``.
"""

import sys

sys.dont_write_bytecode = True
sys.path.insert(0, sys.argv[1])

import gc
import os

import everything
import heapgraph_agent
import read_heap

path = os.path.join(sys.argv[2], "referents-%d.%d.heap" % sys.version_info[:2])
things = everything.make()
os.makedirs(sys.argv[2], exist_ok=True)
gc.collect()
before = {id(o): (o, [id(r) for r in gc.get_referents(o)]) for o in gc.get_objects()}
mine = {id(before)} | {id(pair) for pair in before.values()}
heapgraph_agent.dump(path)
heap = read_heap.read(path)

agent = {id(heapgraph_agent), id(heapgraph_agent.__dict__)}
failures = []
compared = 0
missing = set()
for address, (value, expected) in before.items():
    if [id(r) for r in gc.get_referents(value)] != expected or address in mine:
        continue  # it changed in between, as the list of modules and the test's own variables do
    index = heap.at.get(address)
    if index is None:
        missing.add(address)
        continue
    expected = [target for target in expected if target in heap.at]
    found = [heap.addresses[r.target] for r in heap.references(index) if not r.untraced]
    compared += 1
    if found != expected:
        failures.append("%s: expected %d referents, found %d" % (type(value).__name__, len(expected), len(found)))
    if heap.type_name(index) != type.__dict__["__name__"].__get__(type(value)):
        failures.append("type of %s is %s" % (type(value).__name__, heap.type_name(index)))
# What is left out belongs to the agent: nothing but the agent's own objects refers to it.
for address in sorted(missing):
    value = before[address][0]
    owner = getattr(value, "__globals__", None)
    holders = [h for h in gc.get_referrers(value) if id(h) in heap.at and id(h) not in mine and h is not sys.modules
               and h is not globals()]
    if holders and owner is not heapgraph_agent.__dict__ and id(value) not in agent:
        failures.append("left out: %s %.60r held by %s" % (
            type(value).__name__, value, [type(h).__name__ for h in holders][:3]))
lost = [o for o in things.values() if id(o) not in heap.at]
if lost:
    failures.append("%d of the program's objects are missing: %s" % (len(lost), [type(o) for o in lost]))
if heap.dangling:
    failures.append("%d dangling references" % heap.dangling)
if compared < 3000:
    failures.append("only %d objects were compared" % compared)
for failure in failures[:20]:
    print(failure)
print("%d objects compared, %d left out, %d failures" % (compared, len(missing), len(failures)))
sys.exit(1 if failures else 0)
