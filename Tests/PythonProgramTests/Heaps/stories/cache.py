import gc
import sys

import objgraph


class Image:
    def __init__(self, name):
        self.name, self.pixels = name, bytes(1000)

    def __repr__(self):
        return f"<Image {self.name}>"


cache = {}


def load(name):
    if name not in cache:
        cache[name] = Image(name)
    return cache[name]


gc.collect()
logo = load("logo")
for number in range(3):
    load(f"photo {number}")
print(objgraph.count("Image"), sys.getrefcount(logo), sys.getsizeof(cache))
objgraph.show_refs([cache], max_depth=2, filename="cache.dot", filter=lambda each: each is not Image)
objgraph.show_backrefs([logo], max_depth=2, filename="holders.dot", filter=lambda each: each is cache or isinstance(each, (Image, list)))
chain = objgraph.find_backref_chain(cache["photo 1"], lambda each: each is cache)
objgraph.show_chain(chain, filename="chain.dot")
cache.clear()
print(objgraph.count("Image"), gc.collect())
