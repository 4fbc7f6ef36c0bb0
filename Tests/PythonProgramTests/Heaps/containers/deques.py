import gc
import sys
from collections import deque

import objgraph

gc.collect()
queue = deque([["first"], ["second"]], maxlen=3)
queue.append(queue)
print(sys.getsizeof(queue), sys.getrefcount(queue))
objgraph.show_refs([queue], filename="queue.dot", filter=lambda each: each is not deque)
del queue
print(gc.collect())
