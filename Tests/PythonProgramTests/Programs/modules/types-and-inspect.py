import inspect
import sys
import types


class Class:
    x = property(lambda self: 1)
    __slots__ = ("slot",)

    def method(self):
        pass

    @staticmethod
    def static():
        pass

    @classmethod
    def of_class(cls):
        pass


def generator():
    yield


try:
    1 / 0
except ZeroDivisionError as error:
    traceback = error.__traceback__
samples = {
    "function": generator, "generator": generator(), "lambda": lambda: 0, "class": Class, "instance": Class(), "method": Class().method,
    "class method": Class.of_class, "static": Class.static, "plain": Class.method, "built-in": len, "built-in method": [].append, "slot wrapper": int.__add__,
    "wrapper": (1).__add__, "method descriptor": str.upper, "property": Class.x, "member": Class.slot, "module": sys, "code": generator.__code__, "frame": sys._getframe(),
    "traceback": traceback, "int": 5, "type": type, "getset": type.__dict__["__dict__"],
}
tests = [inspect.isfunction, inspect.ismethod, inspect.isbuiltin, inspect.isclass, inspect.ismodule, inspect.isgenerator, inspect.isgeneratorfunction,
         inspect.iscode, inspect.isframe, inspect.istraceback, inspect.isroutine, inspect.ismethoddescriptor, inspect.isdatadescriptor,
         inspect.isgetsetdescriptor, inspect.ismemberdescriptor, inspect.ismethodwrapper]
for name, sample in samples.items():
    print(name + ":", *[test.__name__[2:] for test in tests if test(sample)])
kinds = ["FunctionType", "LambdaType", "GeneratorType", "CodeType", "MethodType", "BuiltinFunctionType", "BuiltinMethodType", "ModuleType", "TracebackType", "FrameType",
         "CellType", "MappingProxyType", "SimpleNamespace", "NoneType", "EllipsisType", "NotImplementedType", "WrapperDescriptorType", "MethodWrapperType",
         "MethodDescriptorType", "GetSetDescriptorType", "MemberDescriptorType"]
for kind in kinds:
    cls = getattr(types, kind)
    print(kind, cls.__name__, [name for name, sample in samples.items() if isinstance(sample, cls)])
print(types.FunctionType is types.LambdaType, types.MethodType(lambda self, n: (self, n), "me")(1), types.ModuleType("made").__name__)
space = types.SimpleNamespace(a=1, b=[2])
space.c = 3
print(space, space.a, vars(space), space == types.SimpleNamespace(a=1, b=[2], c=3))
proxy = types.MappingProxyType({"k": 1})
print(proxy["k"], len(proxy), proxy, list(proxy))
try:
    proxy["k"] = 2
except TypeError as error:
    print(error)
cell = types.CellType(5)
print(cell.cell_contents)
