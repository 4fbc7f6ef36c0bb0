extension PythonModule {
  static let contextlib = PythonModule(
    name: "contextlib",
    source: #"""
      from functools import wraps

      class AbstractContextManager:
          def __enter__(self):
              return self

          def __exit__(self, exc_type, exc_value, traceback):
              return None

      class ContextDecorator:
          def _recreate_cm(self):
              return self

          def __call__(self, func):
              @wraps(func)
              def inner(*args, **kwds):
                  with self._recreate_cm():
                      return func(*args, **kwds)
              return inner

      class _GeneratorContextManager(ContextDecorator, AbstractContextManager):
          def __init__(self, func, args, kwds):
              self.gen = func(*args, **kwds)
              self.func, self.args, self.kwds = func, args, kwds
              doc = getattr(func, "__doc__", None)
              if doc is None:
                  doc = type(self).__doc__
              self.__doc__ = doc

          def _recreate_cm(self):
              return self.__class__(self.func, self.args, self.kwds)

          def __enter__(self):
              del self.args, self.kwds, self.func
              try:
                  return next(self.gen)
              except StopIteration:
                  raise RuntimeError("generator didn't yield") from None

          def __exit__(self, typ, value, traceback):
              if typ is None:
                  try:
                      next(self.gen)
                  except StopIteration:
                      return False
                  else:
                      try:
                          raise RuntimeError("generator didn't stop")
                      finally:
                          self.gen.close()
              else:
                  if value is None:
                      value = typ()
                  try:
                      self.gen.throw(value)
                  except StopIteration as exc:
                      return exc is not value
                  except RuntimeError as exc:
                      if exc is value:
                          exc.__traceback__ = traceback
                          return False
                      if isinstance(value, StopIteration) and exc.__cause__ is value:
                          value.__traceback__ = traceback
                          return False
                      raise
                  except BaseException as exc:
                      if exc is not value:
                          raise
                      exc.__traceback__ = traceback
                      return False
                  try:
                      raise RuntimeError("generator didn't stop after throw()")
                  finally:
                      self.gen.close()

      def contextmanager(func):
          @wraps(func)
          def helper(*args, **kwds):
              return _GeneratorContextManager(func, args, kwds)
          return helper

      class closing(AbstractContextManager):
          def __init__(self, thing):
              self.thing = thing

          def __enter__(self):
              return self.thing

          def __exit__(self, *exc_info):
              self.thing.close()

      class suppress(AbstractContextManager):
          def __init__(self, *exceptions):
              self._exceptions = exceptions

          def __enter__(self):
              pass

          def __exit__(self, exctype, excinst, exctb):
              if exctype is None:
                  return None
              return issubclass(exctype, self._exceptions)

      class nullcontext(AbstractContextManager):
          def __init__(self, enter_result=None):
              self.enter_result = enter_result

          def __enter__(self):
              return self.enter_result

          def __exit__(self, *excinfo):
              pass
      """#)
}
