import tracemalloc


class Node:
    pass


early = bytes(50)
tracemalloc.start(5)
print(tracemalloc.get_object_traceback(early))


def make():
    return Node()


def indirect():
    return make()


node = indirect()
data = bytes(300)
for thing in (node, data):
    traceback = tracemalloc.get_object_traceback(thing)
    print(len(traceback), [frame.lineno for frame in traceback])
print(traceback[0].filename == __file__)
print(tracemalloc.get_object_traceback(5), tracemalloc.get_traceback_limit())
for line in tracemalloc.get_object_traceback(node).format():
    print(line.replace(__file__, "FILE"))
tracemalloc.stop()
print(tracemalloc.get_object_traceback(node), tracemalloc.get_traceback_limit())
