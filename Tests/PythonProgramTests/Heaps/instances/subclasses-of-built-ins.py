import sys

import objgraph


class Stack(list):
    pass


class Table(dict):
    pass


class Pair(tuple):
    pass


class Text(str):
    pass


class Number(int):
    pass


class Names(set):
    pass


class Error(Exception):
    pass


samples = [Stack([[1000]]), Table(k=[1001]), Pair(([1002],)), Text("text"), Number(1003), Names(["n"]), Error([1004])]
for sample in samples:
    sample.note = ["of " + type(sample).__name__]
    print(type(sample).__name__, sys.getsizeof(sample))
objgraph.show_refs([samples], max_depth=3, filename="samples.dot", filter=lambda each: not isinstance(each, type))
