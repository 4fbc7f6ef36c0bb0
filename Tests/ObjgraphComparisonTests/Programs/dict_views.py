# start: views
# start: proxy
# start: source
"""Views, iterators and read-only proxies of dictionaries."""

import types

source = {"one": [1], "two": [2]}
proxy = types.MappingProxyType(source)
keys, values, items = source.keys(), source.values(), source.items()
walking = iter(items)
next(walking)
backwards = reversed(list(items))
namespace = types.SimpleNamespace(source=source, proxy=proxy)
namespace.me = namespace


class Plain:
    pass


views = [keys, values, items, walking, backwards, proxy, namespace, Plain.__dict__]
