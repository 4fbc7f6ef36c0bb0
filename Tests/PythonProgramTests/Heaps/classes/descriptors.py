import sys

import objgraph


class Typed:
    def __init__(self, kind):
        self.kind = kind

    def __get__(self, instance, owner):
        return self if instance is None else 1


class Model:
    field = Typed(int)

    @property
    def plain(self):
        return 1

    @plain.setter
    def plain(self, value):
        pass

    @classmethod
    def of_class(cls):
        pass

    @staticmethod
    def static():
        pass


parts = [vars(Model)[name] for name in ("field", "plain", "of_class", "static")]
print([sys.getsizeof(part) for part in parts])
objgraph.show_refs(parts, max_depth=1, filename="parts.dot", refcounts=True)
objgraph.show_refs([Model.of_class, Model.static, Model().of_class], max_depth=1, filename="looked-up.dot", filter=lambda each: not (isinstance(each, dict) and "__name__" in each))
