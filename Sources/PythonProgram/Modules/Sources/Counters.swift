extension PythonModule {
  /// The class of counters, the second part of `collections`.
  static let counter = #"""

    class Counter(dict):
        def __init__(self, iterable=None, /, **kwds):
            super().__init__()
            self.update(iterable, **kwds)

        def __missing__(self, key):
            return 0

        def most_common(self, n=None):
            counts = sorted(self.items(), key=lambda pair: pair[1], reverse=True)
            return counts if n is None else counts[:n]

        def elements(self):
            for element, count in self.items():
                for _ in range(count):
                    yield element

        def total(self):
            return sum(self.values())

        def update(self, iterable=None, /, **kwds):
            if iterable is not None:
                if isinstance(iterable, dict) and not self:
                    super().update(iterable)
                elif isinstance(iterable, dict):
                    for element, count in iterable.items():
                        self[element] = self.get(element, 0) + count
                else:
                    for element in iterable:
                        self[element] = self.get(element, 0) + 1
            if kwds:
                self.update(kwds)

        def subtract(self, iterable=None, /, **kwds):
            if iterable is not None:
                if isinstance(iterable, dict):
                    for element, count in iterable.items():
                        self[element] = self.get(element, 0) - count
                else:
                    for element in iterable:
                        self[element] = self.get(element, 0) - 1
            if kwds:
                self.subtract(kwds)

        def copy(self):
            return self.__class__(self)

        def __delitem__(self, elem):
            if elem in self:
                super().__delitem__(elem)

        @classmethod
        def fromkeys(cls, iterable, v=None):
            raise NotImplementedError("Counter.fromkeys() is undefined.  Use Counter(iterable) instead.")

        def __repr__(self):
            if not self:
                return f"{self.__class__.__name__}()"
            try:
                shown = dict(self.most_common())
            except TypeError:
                shown = dict(self)
            return f"{self.__class__.__name__}({shown!r})"

        def _holds(self, other, test):
            if not isinstance(other, Counter):
                return NotImplemented
            return all(test(self[element], other[element]) for each in (self, other) for element in each)

        def __eq__(self, other):
            return self._holds(other, lambda mine, its: mine == its)

        def __ne__(self, other):
            if not isinstance(other, Counter):
                return NotImplemented
            return not self == other

        def __le__(self, other):
            return self._holds(other, lambda mine, its: mine <= its)

        def __lt__(self, other):
            if not isinstance(other, Counter):
                return NotImplemented
            return self <= other and self != other

        def __ge__(self, other):
            return self._holds(other, lambda mine, its: mine >= its)

        def __gt__(self, other):
            if not isinstance(other, Counter):
                return NotImplemented
            return self >= other and self != other

        def _merged(self, other, count):
            if not isinstance(other, Counter):
                return NotImplemented
            result = Counter()
            for each in (self, other):
                for element in each:
                    if element not in result:
                        number = count(self[element], other[element])
                        if number > 0:
                            result[element] = number
            return result

        def __add__(self, other):
            return self._merged(other, lambda mine, its: mine + its)

        def __sub__(self, other):
            return self._merged(other, lambda mine, its: mine - its)

        def __or__(self, other):
            return self._merged(other, lambda mine, its: its if mine < its else mine)

        def __and__(self, other):
            return self._merged(other, lambda mine, its: mine if mine < its else its)

        def __pos__(self):
            return self._merged(Counter(), lambda mine, its: mine)

        def __neg__(self):
            return self._merged(Counter(), lambda mine, its: 0 - mine)

        def _keep_positive(self):
            for element in [element for element, count in self.items() if not count > 0]:
                del self[element]
            return self

        def __iadd__(self, other):
            for element, count in other.items():
                self[element] += count
            return self._keep_positive()

        def __isub__(self, other):
            for element, count in other.items():
                self[element] -= count
            return self._keep_positive()

        def __ior__(self, other):
            for element, count in other.items():
                if count > self[element]:
                    self[element] = count
            return self._keep_positive()

        def __iand__(self, other):
            for element, count in self.items():
                if other[element] < count:
                    self[element] = other[element]
            return self._keep_positive()
    """#
}
