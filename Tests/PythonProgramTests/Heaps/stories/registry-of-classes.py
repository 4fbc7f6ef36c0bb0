import objgraph


class Plugin:
    known = {}

    def __init_subclass__(cls, **options):
        super().__init_subclass__(**options)
        Plugin.known[cls.__name__.lower()] = cls


class Reader(Plugin):
    pass


class Writer(Plugin):
    pass


objgraph.show_refs([Plugin.known], max_depth=2, filename="registry.dot", filter=lambda each: isinstance(each, (type, str, tuple)) and each not in (object, type))
objgraph.show_backrefs([Reader], max_depth=2, filename="backrefs.dot", filter=lambda each: isinstance(each, dict) and "__name__" not in each or isinstance(each, (type, tuple)), too_many=20)
