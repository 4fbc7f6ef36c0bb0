import gc
import sys

import objgraph


class Editor:
    def __init__(self):
        self.lines, self.history = [], []

    def add(self, line):
        before = tuple(self.lines)
        self.lines.append(line)
        self.history.append(lambda: self.restore(before))

    def restore(self, lines):
        self.lines = list(lines)


gc.collect()
editor = Editor()
editor.add("first line")
editor.add("second line")
print(sys.getrefcount(editor), sys.getrefcount(editor.lines))
objgraph.show_refs([editor], max_depth=6, filename="editor.dot", filter=lambda each: type(each).__name__ in ("Editor", "list", "tuple", "function", "cell", "str"))
objgraph.show_backrefs([editor], max_depth=4, filename="who-holds-it.dot", filter=lambda each: type(each).__name__ in ("Editor", "list", "tuple", "function", "cell"))
editor.history.pop()()
print(editor.lines)
del editor
print(gc.collect())
