extension PythonModule {
  static let functools = PythonModule(
    name: "functools",
    source: #"""
      from _functools import *
      from _functools import _lru_cache_wrapper
      from collections import namedtuple as _namedtuple

      WRAPPER_ASSIGNMENTS = ("__module__", "__name__", "__qualname__", "__doc__", "__annotations__",
                             "__type_params__")
      WRAPPER_UPDATES = ("__dict__",)

      def update_wrapper(wrapper, wrapped, assigned=WRAPPER_ASSIGNMENTS, updated=WRAPPER_UPDATES):
          for attr in assigned:
              try:
                  value = getattr(wrapped, attr)
              except AttributeError:
                  pass
              else:
                  setattr(wrapper, attr, value)
          for attr in updated:
              getattr(wrapper, attr).update(getattr(wrapped, attr, {}))
          wrapper.__wrapped__ = wrapped
          return wrapper

      def wraps(wrapped, assigned=WRAPPER_ASSIGNMENTS, updated=WRAPPER_UPDATES):
          return partial(update_wrapper, wrapped=wrapped, assigned=assigned, updated=updated)

      def cmp_to_key(mycmp):
          class K(object):
              __slots__ = ["obj"]

              def __init__(self, obj):
                  self.obj = obj

              def __lt__(self, other):
                  return mycmp(self.obj, other.obj) < 0

              def __gt__(self, other):
                  return mycmp(self.obj, other.obj) > 0

              def __eq__(self, other):
                  return mycmp(self.obj, other.obj) == 0

              def __le__(self, other):
                  return mycmp(self.obj, other.obj) <= 0

              def __ge__(self, other):
                  return mycmp(self.obj, other.obj) >= 0

              __hash__ = None
          return K

      _missing = object()

      def reduce(function, sequence, initial=_missing, /):
          it = iter(sequence)
          if initial is _missing:
              try:
                  value = next(it)
              except StopIteration:
                  raise TypeError("reduce() of empty iterable with no initial value") from None
          else:
              value = initial
          for element in it:
              value = function(value, element)
          return value

      _CacheInfo = _namedtuple("CacheInfo", ["hits", "misses", "maxsize", "currsize"])

      def lru_cache(maxsize=128, typed=False):
          if isinstance(maxsize, int):
              if maxsize < 0:
                  maxsize = 0
          elif callable(maxsize) and isinstance(typed, bool):
              user_function, maxsize = maxsize, 128
              wrapper = _lru_cache_wrapper(user_function, maxsize, typed, _CacheInfo)
              wrapper.cache_parameters = lambda: {"maxsize": maxsize, "typed": typed}
              return update_wrapper(wrapper, user_function)
          elif maxsize is not None:
              raise TypeError("Expected first argument to be an integer, a callable, or None")

          def decorating_function(user_function):
              wrapper = _lru_cache_wrapper(user_function, maxsize, typed, _CacheInfo)
              wrapper.cache_parameters = lambda: {"maxsize": maxsize, "typed": typed}
              return update_wrapper(wrapper, user_function)
          return decorating_function

      def cache(user_function, /):
          return lru_cache(maxsize=None)(user_function)

      class cached_property:
          def __init__(self, func):
              self.func = func
              self.attrname = None
              self.__doc__ = func.__doc__
              self.__module__ = func.__module__

          def __set_name__(self, owner, name):
              if self.attrname is None:
                  self.attrname = name

          def __get__(self, instance, owner=None):
              if instance is None:
                  return self
              cache = instance.__dict__
              val = cache.get(self.attrname, _missing)
              if val is _missing:
                  val = self.func(instance)
                  cache[self.attrname] = val
              return val

      def total_ordering(cls):
          def derived(name, op, negate, with_equal):
              def method(self, other):
                  result = getattr(type(self), op)(self, other)
                  if result is NotImplemented:
                      return result
                  if negate:
                      result = not result
                  if with_equal == "or":
                      return result or self == other
                  if with_equal == "and":
                      return result and self != other
                  return result
              method.__name__ = name
              return method
          table = {
              "__lt__": [("__gt__", True, "and"), ("__le__", False, "or"), ("__ge__", True, None)],
              "__le__": [("__ge__", True, "or"), ("__lt__", False, "and"), ("__gt__", True, None)],
              "__gt__": [("__lt__", True, "and"), ("__ge__", False, "or"), ("__le__", True, None)],
              "__ge__": [("__le__", True, "or"), ("__gt__", False, "and"), ("__lt__", True, None)],
          }
          roots = [op for op in table if op in cls.__dict__]
          if not roots:
              raise ValueError("must define at least one ordering operation: < > <= >=")
          root = max(roots)
          for name, negate, with_equal in table[root]:
              if name not in roots:
                  setattr(cls, name, derived(name, root, negate, with_equal))
          return cls
      """#)
}
