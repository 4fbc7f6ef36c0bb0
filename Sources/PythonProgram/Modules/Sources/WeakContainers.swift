extension PythonModule {
  /// What the weak collections and `weakref.finalize` have that is a generator or takes arguments by name.
  ///
  /// Source: CPython's `Lib/weakref.py` and `Lib/_weakrefset.py`.
  static let weakContainers = #"""
    import weakref as _weakref
    from _weakrefset import _IterationGuard

    _make_values = _weakref.WeakValueDictionary.__init__
    _update_values = _weakref.WeakValueDictionary.update

    class WeakValueDictionary:
        def __init__(self, other=(), /, **kw):
            _make_values(self, other)
            for key, value in kw.items():
                self[key] = value

        def update(self, other=None, /, **kwargs):
            _update_values(self, other)
            for key, value in kwargs.items():
                self[key] = value

        def items(self):
            if self._pending_removals:
                self._commit_removals()
            with _IterationGuard(self):
                for k, wr in self.data.items():
                    v = wr()
                    if v is not None:
                        yield k, v

        def keys(self):
            if self._pending_removals:
                self._commit_removals()
            with _IterationGuard(self):
                for k, wr in self.data.items():
                    if wr() is not None:
                        yield k

        __iter__ = keys

        def itervaluerefs(self):
            if self._pending_removals:
                self._commit_removals()
            with _IterationGuard(self):
                yield from self.data.values()

        def values(self):
            if self._pending_removals:
                self._commit_removals()
            with _IterationGuard(self):
                for wr in self.data.values():
                    obj = wr()
                    if obj is not None:
                        yield obj

        def __repr__(self):
            return "<%s at %#x>" % (self.__class__.__name__, id(self))

    class WeakKeyDictionary:
        def items(self):
            with _IterationGuard(self):
                for wr, value in self.data.items():
                    key = wr()
                    if key is not None:
                        yield key, value

        def keys(self):
            with _IterationGuard(self):
                for wr in self.data:
                    obj = wr()
                    if obj is not None:
                        yield obj

        __iter__ = keys

        def values(self):
            with _IterationGuard(self):
                for wr, value in self.data.items():
                    if wr() is not None:
                        yield value

        def __repr__(self):
            return "<%s at %#x>" % (self.__class__.__name__, id(self))

    class WeakSet:
        def __iter__(self):
            with _IterationGuard(self):
                for itemref in self.data:
                    item = itemref()
                    if item is not None:
                        yield item

        def __ior__(self, other):
            self.update(other)
            return self

        def difference(self, other):
            newset = self.copy()
            newset.difference_update(other)
            return newset
        __sub__ = difference

        def difference_update(self, other):
            self.__isub__(other)

        def __isub__(self, other):
            if self._pending_removals:
                self._commit_removals()
            if self is other:
                self.data.clear()
            else:
                self.data.difference_update(_weakref.ref(item) for item in other)
            return self

        def intersection(self, other):
            return self.__class__(item for item in other if item in self)
        __and__ = intersection

        def intersection_update(self, other):
            self.__iand__(other)

        def __iand__(self, other):
            if self._pending_removals:
                self._commit_removals()
            self.data.intersection_update(_weakref.ref(item) for item in other)
            return self

        def issubset(self, other):
            return self.data.issubset(_weakref.ref(item) for item in other)
        __le__ = issubset

        def __lt__(self, other):
            return self.data < set(map(_weakref.ref, other))

        def issuperset(self, other):
            return self.data.issuperset(_weakref.ref(item) for item in other)
        __ge__ = issuperset

        def __gt__(self, other):
            return self.data > set(map(_weakref.ref, other))

        def symmetric_difference(self, other):
            newset = self.copy()
            newset.symmetric_difference_update(other)
            return newset
        __xor__ = symmetric_difference

        def symmetric_difference_update(self, other):
            self.__ixor__(other)

        def __ixor__(self, other):
            if self._pending_removals:
                self._commit_removals()
            if self is other:
                self.data.clear()
            else:
                self.data.symmetric_difference_update(_weakref.ref(item, self._remove) for item in other)
            return self

        def union(self, other):
            return self.__class__(e for s in (self, other) for e in s)
        __or__ = union

        def isdisjoint(self, other):
            return len(self.intersection(other)) == 0

        def __repr__(self):
            return repr(self.data)

    _initialize = _weakref.finalize.__init__

    class finalize:
        def __init__(self, obj, func, /, *args, **kwargs):
            _initialize(self, obj, func, *args)
            if kwargs:
                self._registry[self].kwargs = kwargs

        def __repr__(self):
            info = self._registry.get(self)
            obj = info and info.weakref()
            if obj is None:
                return "<%s object at %#x; dead>" % (type(self).__name__, id(self))
            return "<%s object at %#x; for %r at %#x>" % (
                type(self).__name__, id(self), type(obj).__qualname__, id(obj))

    for _methods in (WeakValueDictionary, WeakKeyDictionary, WeakSet, finalize):
        _class = getattr(_weakref, _methods.__name__)
        for _name in _methods.__dict__:
            _value = _methods.__dict__[_name]
            if callable(_value) and (_name not in _class.__dict__ or _name in ("__init__", "update")):
                setattr(_class, _name, _value)
    _weakref.ProxyTypes = (_weakref.ProxyType, _weakref.CallableProxyType)
    del _methods, _class, _name, _value, WeakValueDictionary, WeakKeyDictionary, WeakSet, finalize
    """#
}
