extension PythonModule {
  static let collections = PythonModule(
    name: "collections",
    source: #"""
      from _collections import deque, defaultdict, OrderedDict
      from sys import intern as _intern

      class _tuplegetter:
          __slots__ = ("_index", "__doc__")

          def __init__(self, index, doc):
              self._index = index
              self.__doc__ = doc

          def __get__(self, instance, owner=None):
              if instance is None:
                  return self
              return tuple.__getitem__(instance, self._index)

          def __set__(self, instance, value):
              raise AttributeError("can't set attribute")

          def __delete__(self, instance):
              raise AttributeError("can't delete attribute")

      _keywords = frozenset(("False", "None", "True", "and", "as", "assert", "async", "await", "break",
          "class", "continue", "def", "del", "elif", "else", "except", "finally", "for", "from",
          "global", "if", "import", "in", "is", "lambda", "nonlocal", "not", "or", "pass", "raise",
          "return", "try", "while", "with", "yield"))

      def namedtuple(typename, field_names, *, rename=False, defaults=None, module=None):
          if isinstance(field_names, str):
              field_names = field_names.replace(",", " ").split()
          field_names = list(map(str, field_names))
          typename = _intern(str(typename))
          if rename:
              seen = set()
              for index, name in enumerate(field_names):
                  if (not name.isidentifier() or name in _keywords or name.startswith("_")
                          or name in seen):
                      field_names[index] = f"_{index}"
                  seen.add(name)
          for name in [typename] + field_names:
              if not name.isidentifier():
                  raise ValueError(f"Type names and field names must be valid identifiers: {name!r}")
              if name in _keywords:
                  raise ValueError(f"Type names and field names cannot be a keyword: {name!r}")
          seen = set()
          for name in field_names:
              if name.startswith("_") and not rename:
                  raise ValueError(f"Field names cannot start with an underscore: {name!r}")
              if name in seen:
                  raise ValueError(f"Encountered duplicate field name: {name!r}")
              seen.add(name)
          field_defaults = {}
          if defaults is not None:
              defaults = tuple(defaults)
              if len(defaults) > len(field_names):
                  raise TypeError("Got more default values than field names")
              field_defaults = dict(reversed(list(zip(reversed(field_names), reversed(defaults)))))
          field_names = tuple(map(_intern, field_names))
          num_fields = len(field_names)
          tuple_new = tuple.__new__

          def __new__(_cls, *args, **kwds):
              if len(args) > num_fields:
                  raise TypeError(f"{typename}.__new__() takes {num_fields + 1} positional arguments "
                                  f"but {len(args) + 1} were given")
              values = list(args)
              missing = []
              for name in field_names[len(args):]:
                  if name in kwds:
                      values.append(kwds.pop(name))
                  elif name in field_defaults:
                      values.append(field_defaults[name])
                  else:
                      missing.append(repr(name))
              for name in kwds:
                  if name in field_names:
                      raise TypeError(f"{typename}.__new__() got multiple values for argument {name!r}")
                  raise TypeError(f"{typename}.__new__() got an unexpected keyword argument {name!r}")
              if missing:
                  noun = "argument" if len(missing) == 1 else "arguments"
                  if len(missing) == 1:
                      listed = missing[0]
                  elif len(missing) == 2:
                      listed = " and ".join(missing)
                  else:
                      listed = ", ".join(missing[:-1]) + ", and " + missing[-1]
                  raise TypeError(f"{typename}.__new__() missing {len(missing)} required positional "
                                  f"{noun}: {listed}")
              return tuple_new(_cls, values)

          __new__.__doc__ = f"Create new instance of {typename}({', '.join(field_names)})"
          if defaults is not None:
              __new__.__defaults__ = defaults

          @classmethod
          def _make(cls, iterable):
              result = tuple_new(cls, iterable)
              if len(result) != num_fields:
                  raise TypeError(f"Expected {num_fields} arguments, got {len(result)}")
              return result

          def _replace(self, /, **kwds):
              result = self._make(map(kwds.pop, field_names, self))
              if kwds:
                  raise TypeError(f"Got unexpected field names: {list(kwds)!r}")
              return result

          repr_fmt = "(" + ", ".join(f"{name}=%r" for name in field_names) + ")"

          def __repr__(self):
              return self.__class__.__name__ + repr_fmt % tuple(self)

          def _asdict(self):
              return dict(zip(self._fields, self))

          def __getnewargs__(self):
              return tuple(self)

          for method in (__new__, _make.__func__, _replace, __repr__, _asdict, __getnewargs__):
              method.__qualname__ = f"{typename}.{method.__name__}"

          class_namespace = {
              "__doc__": f"{typename}({', '.join(field_names)})",
              "__slots__": (),
              "_fields": field_names,
              "_field_defaults": field_defaults,
              "__new__": __new__,
              "_make": _make,
              "__replace__": _replace,
              "_replace": _replace,
              "__repr__": __repr__,
              "_asdict": _asdict,
              "__getnewargs__": __getnewargs__,
              "__match_args__": field_names,
          }
          for index, name in enumerate(field_names):
              class_namespace[name] = _tuplegetter(index, _intern(f"Alias for field number {index}"))
          result = type(typename, (tuple,), class_namespace)
          if module is None:
              from sys import _getframe
              module = _getframe(1).f_globals.get("__name__", "__main__")
          result.__module__ = module
          return result
      """#
        + counter)
}
