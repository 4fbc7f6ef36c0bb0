# start: cache
# start: value
# start: observers
"""Weak dictionaries, sets, references and proxies."""

import weakref


class Value:
    def __init__(self, name):
        self.name = name


value, other = Value("value"), Value("other")
cache = weakref.WeakValueDictionary(value=value, other=other)
notes = weakref.WeakKeyDictionary({value: ["note"], other: {"k": value}})
observers = weakref.WeakSet([value, other])
plain = weakref.ref(value)
proxy = weakref.proxy(other)
references = [plain, proxy, weakref.WeakMethod(Value("gone").__init__)]
