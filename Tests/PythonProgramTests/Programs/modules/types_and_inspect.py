import inspect
import types


class Thing:
    def method(self):
        pass

    @property
    def prop(self):
        pass


def function(a, b=1):
    """Documented."""
    yield a


thing = Thing()
values = {"class": Thing, "function": function, "method": thing.method, "lambda": lambda: 0, "built-in": len,
          "bound built-in": [].append, "generator": function(1), "module": types, "property": Thing.prop,
          "code": function.__code__, "text": "x"}
predicates = ("isclass", "isfunction", "ismethod", "isbuiltin", "isgenerator", "isgeneratorfunction", "ismodule",
              "iscode", "isroutine", "isdatadescriptor")
for name, value in values.items():
    print(f"{name}:", *(p for p in predicates if getattr(inspect, p)(value)))
print(isinstance(function, types.FunctionType), isinstance(len, types.BuiltinFunctionType), types.NoneType is type(None))
print(isinstance(thing.method, types.MethodType), isinstance(types, types.ModuleType), isinstance(function(1), types.GeneratorType))
space = types.SimpleNamespace(a=1, b="two")
space.c = [3]
print(space, space.a, space == types.SimpleNamespace(a=1, b="two", c=[3]), vars(space))
view = types.MappingProxyType({"k": 1})
print(view, view["k"], type(Thing.__dict__).__name__)
try:
    view["k"] = 2
except TypeError as error:
    print(error)
module = types.ModuleType("made", "its text")
module.value = 5
print(module, module.__name__, module.__doc__, module.value)
bound = types.MethodType(lambda self, n: (type(self).__name__, n), thing)
print(bound(3), inspect.getdoc(function), types.FunctionType is types.LambdaType)
