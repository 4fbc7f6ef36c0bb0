import gc
import sys
import weakref

import registry
from worker import Worker

first = Worker("first")
second = Worker("second")
print(registry.names(), sys.getrefcount(first), registry.count())
del first
print(registry.names())
second.friend = second
watch = weakref.ref(second)
del second
print(registry.names(), watch() is not None)
print("found", gc.collect() > 0, registry.names())
kept = registry.strong(Worker("kept"))
print(sys.getrefcount(kept), registry.names())
print("end of main")
