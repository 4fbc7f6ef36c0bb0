# start: groups
# start: settings
# start: everything
"""The dictionaries of the collections module."""

from collections import ChainMap, Counter, OrderedDict, UserDict, UserList, defaultdict

groups = defaultdict(list, {"a": [1], "b": [2]})
groups["c"].append(groups["a"])
order = OrderedDict([("first", ["x"]), ("second", groups["a"])])
order.note = ["an attribute"]
counts = Counter("mississippi")
settings = ChainMap({"colour": ["red"]}, order, dict(groups))
everything = {"groups": groups, "order": order, "counts": counts, "settings": settings,
              "user": UserDict(key=["v"]), "list": UserList([order])}
