extension PythonModule {
  static let itertools = PythonModule(
    name: "itertools",
    source: #"""
      from _itertools import *
      """#)

  static let inspect = PythonModule(
    name: "inspect",
    source: #"""
      import types
      from sys import _getframe

      CO_OPTIMIZED, CO_NEWLOCALS, CO_VARARGS, CO_VARKEYWORDS = 1, 2, 4, 8
      CO_NESTED, CO_GENERATOR = 16, 32

      def ismodule(object):
          return isinstance(object, types.ModuleType)

      def isclass(object):
          return isinstance(object, type)

      def ismethod(object):
          return isinstance(object, types.MethodType)

      def isfunction(object):
          return isinstance(object, types.FunctionType)

      def isgeneratorfunction(obj):
          if ismethod(obj):
              obj = obj.__func__
          return isfunction(obj) and bool(obj.__code__.co_flags & CO_GENERATOR)

      def iscoroutinefunction(obj):
          return False

      def isgenerator(object):
          return isinstance(object, types.GeneratorType)

      def iscoroutine(object):
          return False

      def isawaitable(object):
          return False

      def isasyncgen(object):
          return False

      def isasyncgenfunction(obj):
          return False

      def istraceback(object):
          return isinstance(object, types.TracebackType)

      def isframe(object):
          return isinstance(object, types.FrameType)

      def iscode(object):
          return isinstance(object, types.CodeType)

      def isbuiltin(object):
          return isinstance(object, types.BuiltinFunctionType)

      def ismethodwrapper(object):
          return isinstance(object, types.MethodWrapperType)

      def isroutine(object):
          return (isbuiltin(object) or isfunction(object) or ismethod(object)
                  or ismethoddescriptor(object) or ismethodwrapper(object))

      def ismethoddescriptor(object):
          if isclass(object) or ismethod(object) or isfunction(object):
              return False
          tp = type(object)
          return hasattr(tp, "__get__") and not hasattr(tp, "__set__") and not hasattr(tp, "__delete__")

      def isdatadescriptor(object):
          if isclass(object) or ismethod(object) or isfunction(object):
              return False
          tp = type(object)
          return hasattr(tp, "__set__") or hasattr(tp, "__delete__")

      def isgetsetdescriptor(object):
          return isinstance(object, types.GetSetDescriptorType)

      def ismemberdescriptor(object):
          return isinstance(object, types.MemberDescriptorType)

      def isabstract(object):
          return False

      def getmembers(object, predicate=None):
          results = []
          for name in dir(object):
              try:
                  value = getattr(object, name)
              except AttributeError:
                  continue
              if predicate is None or predicate(value):
                  results.append((name, value))
          results.sort(key=lambda pair: pair[0])
          return results

      def getmro(cls):
          return cls.__mro__

      def getmodule(object):
          from sys import modules
          if ismodule(object):
              return object
          return modules.get(getattr(object, "__module__", None))

      def getdoc(object):
          doc = getattr(object, "__doc__", None)
          return cleandoc(doc) if isinstance(doc, str) else None

      def cleandoc(doc):
          lines = doc.expandtabs().split("\n")
          margin = None
          for line in lines[1:]:
              content = len(line.lstrip())
              if content:
                  indent = len(line) - content
                  margin = indent if margin is None else min(margin, indent)
          if lines:
              lines[0] = lines[0].lstrip()
          if margin is not None:
              for index in range(1, len(lines)):
                  lines[index] = lines[index][margin:]
          while lines and not lines[-1]:
              lines.pop()
          while lines and not lines[0]:
              lines.pop(0)
          return "\n".join(lines)

      def currentframe():
          return _getframe(1)

      GEN_CREATED, GEN_RUNNING = "GEN_CREATED", "GEN_RUNNING"
      GEN_SUSPENDED, GEN_CLOSED = "GEN_SUSPENDED", "GEN_CLOSED"

      def getgeneratorlocals(generator):
          if not isgenerator(generator):
              raise TypeError("{!r} is not a Python generator".format(generator))
          frame = getattr(generator, "gi_frame", None)
          if frame is not None:
              return generator.gi_frame.f_locals
          else:
              return {}

      def getgeneratorstate(generator):
          if generator.gi_running:
              return GEN_RUNNING
          if generator.gi_suspended:
              return GEN_SUSPENDED
          if generator.gi_frame is None:
              return GEN_CLOSED
          return GEN_CREATED
      """#)
}
