"""Write the heap of a running CPython program to a ``.heap`` file.

One file, nothing but the standard library, CPython 3.8 and newer. Copy it beside a program, or run a
program under it::

    import heapgraph_agent
    heapgraph_agent.dump("app.heap")             # now
    heapgraph_agent.install(path="app.heap")     # at every SIGUSR2, from a forked child

    python heapgraph_agent.py -o app.heap app.py ARGUMENTS...

What it promises:

* It runs no code of the program: no ``__repr__``, ``__getattr__``, ``__len__``, ``__eq__``, ``__hash__``,
  property or metaclass method, unless ``repr=True`` asks for ``__repr__``. (A forked dump runs the hooks
  that the program registered with ``os.register_at_fork``, as every fork does.)
* It changes nothing that can be seen in the heap. Attributes that lie inside their object are read without
  making a ``__dict__``. Two things cannot be read without a trace: the frame objects of running functions
  (3.11 and newer; they are marked as made by the capture), and before 3.13 the local variables of a frame,
  which leaves an empty dictionary in the frame until the function returns. A function that calls
  ``locals()`` keeps its locals unread there, since reading them would change what ``locals()`` returned.
* It leaves out its own objects and takes its own references off the counts. The modules that it needs and
  the program had not imported (at most ``gc``, ``array``, ``binascii``, ``itertools``, ``_operator``,
  ``_signal``, ``_weakref``, ``time``, ``zlib``) do not stay in ``sys.modules``.
* A name on a reference is proven for that very object: the value found under the name is the referent.
  Where no name can be proven the reference has none.

A forked dump pauses the program for the fork alone; the child writes and ends. It sees only one thread
alive: what nothing but another thread's ``threading.local`` storage holds is missing from it. If the fork
or the child fails, one line on standard error says why, and the program goes on.
"""

import sys

_private_modules = []
_modules_before = frozenset(sys.modules)


def _import(name):
    """Import a module and take it out of ``sys.modules`` again where the program had not imported it."""
    present = sys.modules.get(name)
    if present is not None:
        return present
    for module in _private_modules:
        if module.__name__ == name:
            return module
    module = __import__(name)
    sys.modules.pop(name, None)
    _private_modules.append(module)
    return module


os = _import("os")
gc = _import("gc")
time = _import("time")
binascii = _import("binascii")
itertools = _import("itertools")
_operator = _import("_operator")
_signal = _import("_signal")
_weakref = _import("_weakref")
array = _import("array").array

__all__ = ["dump", "install", "uninstall", "CaptureError"]
__version__ = "1.0"

_chain = itertools.chain.from_iterable
_repeat = itertools.repeat
_islice = itertools.islice
_referents = gc.get_referents
_getrefcount = sys.getrefcount
_attrgetter = _operator.attrgetter
_is = _operator.is_
_compress = itertools.compress
_filterfalse = itertools.filterfalse
_is_tracked = gc.is_tracked
_modules = sys.modules
# A key for an object's place in a dictionary: its address, turned so that neighbours do not collide there,
# which addresses, all of them multiples of 16, do. The built-in type's own; no class is asked.
_key = object.__hash__

_VERSION = sys.version_info[:2]
_CHUNK = 512
_NONE = 0xFFFFFFFF
_NONE_BYTES = b"\xff\xff\xff\xff"

# Reference kinds, label forms and bits of a descriptor, as docs/heap-format.md lists them.
_UNKNOWN, _ATTRIBUTE, _KEY, _VALUE, _ELEMENT, _SLOT, _CAPTURED, _CELL = range(8)
_TYPE, _BASE, _MODULE, _LOCAL, _DICT, _REFERENT, _INTERNAL = range(8, 15)
_WEAK = 1 << 8
_NAME, _INDEX, _OBJECT = 1 << 10, 2 << 10, 3 << 10
_UNTRACED = 1 << 12

_TRACKED, _IMMORTAL, _FINALIZER, _FINALIZED, _GARBAGE, _CLASS, _FUNCTION, _MODULE_FLAG = (
    1 << bit for bit in range(8))
_IMPORTED, _FRAME, _MADE = (1 << bit for bit in range(8, 11))
_CUT, _UNREADABLE = 1 << 13, 1 << 14

_ROOT_MODULE, _ROOT_FRAME = 1, 4

# Types, and the readers of their fields. A field is always read through the reader of the built-in type
# itself, never through the object, whose class could answer with code of its own.
_FunctionType = type(_import)
_CodeType = type(_import.__code__)
_ModuleType = type(sys)
_BuiltinType = type(len)
_FrameType = type(sys._getframe())
_MappingProxy = type(type.__dict__)
_MemberType = type(_FunctionType.__dict__["__globals__"])
_GetSetType = type(_FunctionType.__dict__["__code__"])
_WrapperType = type(object.__init__)
_MethodWrapperType = type(object().__str__)
_MethodDescriptorType = type(str.join)
_ClassMethodDescriptorType = type(dict.__dict__["fromkeys"])
_GeneratorType = type((lambda: (yield))())


async def _coroutine():
    pass


async def _asyncgen():
    yield


_sample = _coroutine()
_CoroutineType = type(_sample)
_sample.close()
del _sample
_AsyncGeneratorType = type(_asyncgen())
_CellType = type((lambda x: (lambda: x))(0).__closure__[0])
_TracebackType = None
try:
    raise ValueError
except ValueError as _error:
    _TracebackType = type(_error.__traceback__)
del _coroutine, _asyncgen


class _Bound:
    def method(self):
        pass


_MethodType = type(_Bound().method)
_WeakReference = _weakref.ReferenceType
_PROXIES = (_weakref.ProxyType, _weakref.CallableProxyType)

_mro_of = type.__dict__["__mro__"].__get__
_vars_of = type.__dict__["__dict__"].__get__
_name_of = type.__dict__["__name__"].__get__
_qualname_of = type.__dict__["__qualname__"].__get__
_module_of = type.__dict__["__module__"].__get__
_flags_of = type.__dict__["__flags__"].__get__
_bases_of = type.__dict__["__bases__"].__get__
_base_of = type.__dict__["__base__"].__get__
_item_size_of = type.__dict__["__itemsize__"].__get__
_OBJECT_SIZEOF = object.__dict__["__sizeof__"]
_basic_size_of = type.__dict__["__basicsize__"].__get__
_getattribute = object.__getattribute__
_inherits = type.__subclasscheck__  # of the second argument from the first, by the type structures alone

_HEAP_TYPE, _HAVE_GC = 1 << 9, 1 << 14
_INLINE_ATTRIBUTES = 1 << 4 if _VERSION >= (3, 11) else 0
_PRE_HEADER = (1 << 4) | ((1 << 3) if _VERSION >= (3, 12) else 0) if _VERSION >= (3, 11) else 0

# Which end of a list its collector visits first: found out, not assumed.
_REVERSED = _referents([1, 2])[0] == 2
_TYPE_IS_TRACED = any(r is _Bound for r in _referents(_Bound()))
_FRAME_LOCALS_ARE_A_VIEW = _VERSION >= (3, 13)


class CaptureError(Exception):
    """The heap could not be written."""


def _plain(text):
    """A string of the program as an exact ``str``; anything else as a stand-in that says so."""
    if type(text) is str:
        return text
    if _inherits(str, type(text)):
        return str.__getitem__(text, slice(None))
    return "?"


def _type_name(cls):
    return _plain(_name_of(cls))


def _qualified_name(cls):
    try:
        module = _module_of(cls)
    except AttributeError:
        module = ""
    name = _plain(_qualname_of(cls))
    return _plain(module) + "." + name if module is not None and module != "" and module != "builtins" else name


def _namespace_of(cls):
    """A class's own dictionary; ``None`` for a built-in type that was never made ready."""
    found = _referents(_vars_of(cls))
    return found[0] if found else None


def _members(cls):
    """What a class's own dictionary holds, under names that are exact strings."""
    namespace = _namespace_of(cls)
    if namespace is None:
        return {}
    return {name: value for name, value in list(dict.items(namespace)) if type(name) is str}


def _mro(cls):
    """The method resolution order, also of a class that is still being made."""
    order = _mro_of(cls)
    return order if type(order) is tuple else (cls, object)


class _Strings(dict):
    """The string table: a name's number by its text, and texts that are not looked for again."""

    def __init__(self):
        self.offsets = array("Q", (0, 0))
        self.data = bytearray()
        self[""] = 0

    def __missing__(self, text):
        self.data += text.encode("utf-8", "backslashreplace")
        self.offsets.append(len(self.data))
        number = self[text] = len(self.offsets) - 2
        return number

    def extend(self, texts):
        """Append texts without looking whether they are there, and return the numbers they got."""
        first = len(self.offsets) - 1
        joined = "".join(texts)
        if joined.isascii():
            lengths = map(len, texts)
            self.data += joined.encode("ascii")
        else:
            encoded = [text.encode("utf-8", "backslashreplace") for text in texts]
            lengths = map(len, encoded)
            self.data += b"".join(encoded)
        ends = itertools.accumulate(itertools.chain((self.offsets[-1],), lengths))
        self.offsets.extend(_islice(ends, 1, None))
        return range(first, first + len(texts))


class _Made(dict):
    """A dictionary that makes what it is asked for."""

    def __init__(self, make):
        self.make = make

    def __missing__(self, key):
        value = self.make(key)
        self[key] = value
        return value


# ---------------------------------------------------------------------------------------------------------
# What is known about a class: its layout, its readers, whether reading an attribute can run code.


class _ClassFacts:
    def __init__(self, cls):
        self.cls = cls
        self.mro = _mro(cls)
        self.attributes = {}  # name: the class attribute an instance sees, nearest class first
        self.slots = []  # (name, reader, declared by __slots__)
        self.user_sizeof = False
        flags = _flags_of(cls)
        self.is_heap_type = bool(flags & _HEAP_TYPE)
        # The type's own traversal reaches the built-in base that lays the object out.
        self.header = (16 if flags & _HAVE_GC else 0) + (16 if flags & _PRE_HEADER else 0)
        for ancestor in reversed(self.mro):
            members = _members(ancestor)
            declares = "__slots__" in members
            self.attributes.update(members)
            for name, value in members.items():
                if type(value) is _MemberType:
                    self.slots.append((name, value.__get__, declares))
        self.sizeof = self.attributes.get("__sizeof__")
        if type(self.sizeof) is not _MethodDescriptorType:
            self.user_sizeof = True
            for ancestor in self.mro:
                self.sizeof = _members(ancestor).get("__sizeof__")
                if type(self.sizeof) is _MethodDescriptorType:
                    break
        if _namespace_of(cls) is None:
            # The first look at such a type would make it ready, and change the heap.
            self.user_sizeof, self.sizeof = True, None
        self.has_finalizer = "__del__" in self.attributes
        # Of a class made in Python attributes can lie inline, so that any dictionary can be one of them.
        self.has_namespace = cls is not _FunctionType and not flags & _INLINE_ATTRIBUTES and (
            type(self.attributes.get("__dict__")) is _GetSetType)
        self.plain_getattr = "__getattr__" not in self.attributes and (
            self.attributes.get("__getattribute__") is object.__dict__["__getattribute__"])
        self.stored = None  # names that methods of the class mention, in their order
        self.init_names = frozenset()
        self.seen = {}  # names seen on instances, proven without doubt
        self.layouts = {}  # number of referents: readers in their order, and what they are
        self.doubts = _Made(self.doubt)
        self.uniform = True
        self.misses = self.learned = self.searches = 0
        self.chunks = 1

    def size(self, value):
        if not self.user_sizeof:
            try:
                return sys.getsizeof(value)
            except Exception:
                pass
        try:
            return self.sizeof(value) + self.header
        except Exception:
            return _basic_size_of(self.cls) + self.header

    def doubt(self, name):
        """Whether reading the name could run code, or be answered by the class: never, by class, both."""
        if name not in self.attributes:
            return 0
        value = self.attributes[name]
        kind = type(value)
        if kind is _FunctionType:
            return 0  # the class would answer with a new bound method, which nobody refers to
        if id(kind) in _PLAIN_TYPES:
            return 1
        for ancestor in _mro(kind):
            members = _members(ancestor)
            if "__get__" in members or "__set__" in members or "__delete__" in members:
                return 2
        return 1


_PLAIN_TYPES = frozenset(map(id, (
    int, float, str, bytes, bool, type(None), tuple, list, dict, set, frozenset)))


def _code_names(code, names, depth=0):
    """Add the names a code object and those nested in it mention, in their order."""
    for name in code.co_names:
        names[name] = None
    if depth < 20:
        for constant in code.co_consts:
            if type(constant) is _CodeType:
                _code_names(constant, names, depth + 1)


def _functions_of(value):
    """The plain functions behind a class attribute: itself, a property's, a class or static method's."""
    if type(value) is _FunctionType:
        return (value,)
    if type(value) is property or type(value) is classmethod or type(value) is staticmethod:
        return [part for part in _referents(value) if type(part) is _FunctionType]
    return ()


def _names_of_class(facts):
    names = {}
    init = {}
    for ancestor in facts.mro:
        for name, value in _members(ancestor).items():
            for function in _functions_of(value):
                found = {}
                _code_names(_code_of(function), found)
                closure = _closure_of(function)
                if closure is not None:  # a decorator's wrapper holds the function itself
                    for cell in closure:
                        for inner in _referents(cell):
                            if type(inner) is _FunctionType:
                                _code_names(_code_of(inner), found)
                names.update(found)
                if name in ("__init__", "__new__", "__post_init__"):
                    init.update(found)
            if name in ("__annotations__", "__dataclass_fields__") and type(value) is dict:
                names.update((key, None) for key in list(value) if type(key) is str)
    facts.init_names = frozenset(init)
    return names


_code_of = _FunctionType.__dict__["__code__"].__get__
_closure_of = _FunctionType.__dict__["__closure__"].__get__


# ---------------------------------------------------------------------------------------------------------
# The fields of built-in types: `hints` name what the collector visits, `extras` tell what it does not.
# Both are lists of (value, descriptor, label); a label is a text, an index, or the key object itself.


def _readers(cls, names, kinds={}):
    """Readers of a built-in type's fields, those that this version has."""
    found = []
    for name in names:
        descriptor = cls.__dict__.get(name)
        if type(descriptor) in (_MemberType, _GetSetType):
            found.append((descriptor.__get__, kinds.get(name, _INTERNAL) | _NAME, name))
    return found


def _fields(cls, names, kinds={}, nullable=True):
    """What finds the fields that hold something; those that are empty read as ``None``, unless told."""
    readers = _readers(cls, names, kinds)

    def fields(value, row=None):
        found = []
        for read, descriptor, name in readers:
            try:
                item = read(value)
            except (AttributeError, ValueError, RuntimeError):
                continue
            # A text or a module's name is None itself where there is none.
            if item is not None or not nullable or name == "__doc__" or name == "__module__":
                found.append((item, descriptor, name))
        return found

    return fields


_function_fields = _fields(
    _FunctionType,
    ("__code__", "__globals__", "__builtins__", "__module__", "__defaults__", "__kwdefaults__", "__doc__",
     "__name__", "__closure__", "__qualname__"))


def _function_hints(function, row):
    found = _function_fields(function)
    known = {id(value) for value, _, _ in found}
    left = [value for value in row if id(value) not in known]
    spaces = [value for value in left if type(value) is dict]
    if len(spaces) == 2 and not (spaces[0] and spaces[1]):
        # Empty ones tell nothing, but attributes come before annotations.
        found.append((spaces[0], _DICT | _NAME, "__dict__"))
        found.append((spaces[1], _INTERNAL | _NAME, "__annotations__"))
        left = [value for value in left if type(value) is not dict]
    for value in left:
        if type(value) is tuple and len(value):
            strings = type(value[0]) is str
            found.append((value, _INTERNAL | _NAME, "__annotations__" if strings else "__type_params__"))
        elif type(value) is dict and value:
            # Asking for __dict__ or __annotations__ would make them; their contents tell them apart.
            proven = False
            for name, item in list(value.items()):
                if type(name) is not str or name in _FunctionType.__dict__:
                    proven = False
                    break
                try:
                    proven = _getattribute(function, name) is item
                except AttributeError:
                    proven = False
                if not proven:
                    break
            if proven:
                found.append((value, _DICT | _NAME, "__dict__"))
            else:
                code = _code_of(function)
                arguments = code.co_varnames[:code.co_argcount + code.co_kwonlyargcount + 2] + ("return",)
                if all(type(name) is str and name in arguments for name in list(value)):
                    found.append((value, _INTERNAL | _NAME, "__annotations__"))
    return found


def _element_hints(values, descriptor=_ELEMENT | _INDEX):
    found = [(value, descriptor, index) for index, value in enumerate(values)]
    if _REVERSED:
        found.reverse()
    return found


def _tuple_values(value):
    return value if type(value) is tuple else tuple.__getitem__(value, slice(None))


def _list_hints(value, row):
    return _element_hints(list.__getitem__(value, slice(None)))


def _tuple_hints(value, row):
    return _element_hints(_tuple_values(value))


def _dict_hints(value, row):
    # The keys, which only some dictionaries let the collector visit, are among the extras of each.
    return [(item, _VALUE | _OBJECT, key) for key, item in list(dict.items(value))]


def _dict_extras(value):
    return [(key, _KEY, None) for key in list(dict.keys(value))]


def _set_hints(value, row):
    base = set if _inherits(set, type(value)) else frozenset
    return [(item, _ELEMENT, None) for item in list(base.__iter__(value))]


def _weak_extras(value):
    referent = _WeakReference.__call__(value)
    return [] if referent is None else [(referent, _REFERENT | _WEAK, None)]


def _weak_hints(value, row):
    callback = _WeakReference.__dict__["__callback__"].__get__(value)
    return [] if callback is None else [(callback, _INTERNAL | _NAME, "__callback__")]


# Only those fields that are objects the code holds; others are made for the asking.
_code_extras = _fields(
    _CodeType,
    ("co_consts", "co_names", "co_filename", "co_name")
    + (("co_qualname", "co_linetable", "co_exceptiontable") if _VERSION >= (3, 11) else
       ("co_code", "co_varnames", "co_freevars", "co_cellvars",
        "co_linetable" if _VERSION >= (3, 10) else "co_lnotab")))

_frame_fields = _fields(_FrameType, ("f_back", "f_code", "f_builtins", "f_globals", "f_trace"))

def _type_fields(cls, row=None):
    namespace = _namespace_of(cls)
    if namespace is None:
        return []
    found = [(namespace, _DICT | _NAME, "__dict__")]
    for name, read in (("__mro__", _mro_of), ("__bases__", _bases_of), ("__base__", _base_of)):
        try:
            base = read(cls)
        except AttributeError:
            continue
        if base is not None:
            found.append((base, _BASE | _NAME, name))
    for value in row or ():
        if _inherits(_ModuleType, type(value)):
            found.append((value, _MODULE | _NAME, "module"))
    return found


def _type_extras(cls):
    if _flags_of(cls) & _HEAP_TYPE:
        return []
    return _type_fields(cls)


def _module_hints(value, row):
    namespace = _ModuleType.__dict__["__dict__"].__get__(value)
    return [] if namespace is None else [(namespace, _DICT | _NAME, "__dict__")]


def _cell_hints(value, row):
    return [(item, _CELL, None) for item in row]


def _deque_hints(value, row):
    return [(item, _ELEMENT | _INDEX, index) for index, item in enumerate(list(_Deque.__iter__(value)))]


def _defaultdict_hints(value, row):
    factory = _DefaultDict.__dict__["default_factory"].__get__(value)
    return [(factory, _ATTRIBUTE | _NAME, "default_factory")] + _dict_hints(value, row)


def _mappingproxy_hints(value, row):
    return [(item, _INTERNAL | _NAME, "mapping") for item in row]


_range_extras = _fields(range, ("start", "stop", "step"))
_generator_fields = _fields(_GeneratorType, ("gi_code", "gi_yieldfrom", "__name__", "__qualname__"))
_coroutine_fields = _fields(_CoroutineType, ("cr_code", "cr_origin", "__name__", "__qualname__"))
_asyncgen_fields = _fields(_AsyncGeneratorType, ("ag_code", "__name__", "__qualname__"))


def _suspended_hints(fields, reader):
    """Generators and their kin: the frame, and where it has no object of its own, what the frame holds."""

    def hints(value, row):
        found = fields(value)
        if _VERSION < (3, 11):
            found.append((reader(value), _INTERNAL | _NAME, "frame"))
        else:
            for item in row:
                if type(item) is _FunctionType and _code_of(item) in (field[0] for field in found):
                    found.append((item, _INTERNAL | _NAME, "function"))
                    break
        return found

    return hints


def _descriptor_hints(value, row):
    return [(item, _INTERNAL | _NAME, "__objclass__") for item in row if _inherits(type, type(item))]


_exception_fields = _fields(
    BaseException, ("args", "__traceback__", "__context__", "__cause__"),
    {"args": _ATTRIBUTE, "__traceback__": _ATTRIBUTE, "__context__": _ATTRIBUTE, "__cause__": _ATTRIBUTE})


def _exception_hints(value, row):
    return [field for field in _exception_fields(value) if field[0] is not None]


_Deque = _DefaultDict = _Partial = None

_HINTS = {
    id(_FunctionType): _function_hints,
    id(list): _list_hints,
    id(tuple): _tuple_hints,
    id(dict): _dict_hints,
    id(set): _set_hints,
    id(frozenset): _set_hints,
    id(type): _type_fields,
    id(_ModuleType): _module_hints,
    id(_CellType): _cell_hints,
    id(_MethodType): _fields(_MethodType, ("__func__", "__self__")),
    id(_BuiltinType): _fields(_BuiltinType, ("__self__", "__module__")),
    id(_WrapperType): _descriptor_hints,
    id(_MethodDescriptorType): _descriptor_hints,
    id(_ClassMethodDescriptorType): _descriptor_hints,
    id(_MemberType): _descriptor_hints,
    id(_GetSetType): _descriptor_hints,
    id(_MethodWrapperType): _fields(_MethodWrapperType, ("__self__",)),
    id(_WeakReference): _weak_hints,
    id(_TracebackType): _fields(_TracebackType, ("tb_next", "tb_frame")),
    id(property): _fields(property, ("fget", "fset", "fdel", "__doc__")),
    id(staticmethod): _fields(staticmethod, ("__func__",)),
    id(classmethod): _fields(classmethod, ("__func__",)),
    id(slice): _fields(slice, ("start", "stop", "step"), nullable=False),
    id(super): _fields(super, ("__thisclass__", "__self__", "__self_class__")),
    id(_MappingProxy): _mappingproxy_hints,
    id(_GeneratorType): _suspended_hints(
        _generator_fields, _GeneratorType.__dict__["gi_frame"].__get__),
    id(_CoroutineType): _suspended_hints(
        _coroutine_fields, _CoroutineType.__dict__["cr_frame"].__get__),
    id(_AsyncGeneratorType): _suspended_hints(
        _asyncgen_fields, _AsyncGeneratorType.__dict__["ag_frame"].__get__),
    id(BaseException): _exception_hints,
}

_EXTRAS = {
    id(dict): _dict_extras,
    id(_WeakReference): _weak_extras,
    id(_CodeType): _code_extras,
    id(type): _type_extras,
    id(range): _range_extras,
}


def _learn_library_types():
    """Add the library's types whose fields are worth a name, once the program has loaded them."""
    global _Deque, _DefaultDict, _Partial
    collections = _modules.get("_collections")
    if collections is not None and _Deque is None:
        _Deque = collections.deque
        _DefaultDict = collections.defaultdict
        _HINTS[id(_Deque)] = _deque_hints
        _HINTS[id(_DefaultDict)] = _defaultdict_hints
    functools = _modules.get("_functools")
    if functools is not None and _Partial is None:
        _Partial = functools.partial
        _HINTS[id(_Partial)] = _fields(
            _Partial, ("func", "args", "keywords"),
            {"func": _ATTRIBUTE, "args": _ATTRIBUTE, "keywords": _ATTRIBUTE})


_ATOMS = frozenset(map(id, (int, str, float, bool, complex, bytes, bytearray, type(None), type(...),
                            type(NotImplemented))))


# ---------------------------------------------------------------------------------------------------------
# The agent's own objects, which the heap leaves out.


def _is_private_class(cls):
    """Whether a class was made by a module that only the agent has imported."""
    if not _flags_of(cls) & _HEAP_TYPE:
        return False
    try:
        name = _module_of(cls)
    except AttributeError:
        return False
    return type(name) is str and any(
        name == module.__name__ and any(item is module or item is module.__dict__.get(_type_name(cls))
                                        for item in _referents(cls) + [cls])
        for module in _private_modules)


def _own_objects(classes):
    """The agent's module, functions, code, classes and tables, and the modules only it has imported."""
    namespace = globals()
    private = {id(module) for module in _private_modules}
    foreign = {id(_modules), id(gc.garbage), id(gc.callbacks), id(sys.__dict__), id(sys.path), id(sys.argv)}
    builtins = namespace["__builtins__"]
    foreign.add(id(builtins if type(builtins) is dict else builtins.__dict__))
    # One of each is everybody's.
    foreign.update(map(id, ((), b"", frozenset())))
    foreign.update(id(bytes((byte,))) for byte in range(256))
    special = {id(namespace.get("__spec__")), id(namespace.get("__loader__"))} - {id(None)}
    containers = {id(kind) for kind in (
        _CodeType, _CellType, tuple, list, dict, set, frozenset, array, bytes, _MethodWrapperType)}
    own = {}
    stack = [namespace]
    stack.extend(cls for cls in classes if _is_private_class(cls))
    for module in list(_modules.values()):
        if type(module) is _ModuleType and _ModuleType.__dict__["__dict__"].__get__(module) is namespace:
            stack.append(module)
    while stack:
        value = stack.pop()
        if id(value) in own:
            continue
        own[id(value)] = value
        reached = _referents(value)
        if type(value) is _CodeType:
            reached = reached + [field[0] for field in _code_extras(value)]
        for item in reached:
            if id(item) in own or id(item) in foreign:
                continue
            kind = type(item)
            if kind is _FunctionType:
                mine = _FunctionType.__dict__["__globals__"].__get__(item) is namespace
            elif id(kind) in containers or id(item) in special:
                mine = True
            elif kind is _ModuleType:
                mine = id(item) in private
            elif kind is _BuiltinType:
                holder = item.__self__
                mine = id(holder) in private or type(holder) is type
            elif _inherits(type, kind):
                mine = id(item) in _OWN_CLASSES or _is_private_class(item)
            elif id(kind) in _OWN_CLASSES:
                mine = True
            else:
                holder = getattr(item, "__objclass__", None) if id(kind) in _DESCRIPTORS else None
                mine = holder is not None and id(holder) in own
            if mine:
                stack.append(item)
    return own


_DESCRIPTORS = frozenset(map(id, (
    _MemberType, _GetSetType, _WrapperType, _MethodDescriptorType, _ClassMethodDescriptorType)))


# ---------------------------------------------------------------------------------------------------------
# Stack frames: their objects, and their local variables.


class _Frames:
    """The frames of all threads but the agent's own, innermost first, with what their variables hold."""

    def __init__(self):
        self.frames = []
        self.names = []  # (function, thread) for each frame
        self.variables = {}  # id of the frame: (names, values)
        self.own = []
        self.unread = 0
        namespace = globals()
        for thread, frame in sys._current_frames().items():
            label = _thread_name(thread)
            while frame is not None:
                if frame.f_globals is namespace:
                    self.own.append(frame)
                else:
                    self.frames.append(frame)
                    code = frame.f_code
                    self.names.append((_plain(getattr(code, "co_qualname", code.co_name)), label))
                    self.variables[id(frame)] = self.read(frame)
                frame = frame.f_back

    def read(self, frame):
        code = frame.f_code
        if not code.co_flags & 1:
            return None
        if not _FRAME_LOCALS_ARE_A_VIEW:
            if not _READS_LOCALS.isdisjoint(code.co_names):
                self.unread += 1
                return None
            # A dictionary that somebody has asked for before stays as it is.
            filled = {id(item) for item in _referents(frame) if type(item) is dict and item}
        variables = frame.f_locals
        names = list(variables)
        values = [variables[name] for name in names] if _FRAME_LOCALS_ARE_A_VIEW else list(variables.values())
        if not _FRAME_LOCALS_ARE_A_VIEW and id(variables) not in filled and (
                _getrefcount(variables) == _ONLY_THE_FRAME):
            variables.clear()
        return names, values

    def containers(self):
        """The agent's own containers in here, to be left out and to be taken off the counts."""
        yield self.frames
        yield self.own
        for pair in self.variables.values():
            if pair is not None:
                yield pair[1]


_READS_LOCALS = frozenset(("locals", "vars", "dir", "eval", "exec"))


def _references_of_frame_locals():
    """How many references to a frame's dictionary are counted when the frame alone keeps it."""

    def sample():
        frame = sys._getframe()
        variables = frame.f_locals
        count = _getrefcount(variables)
        variables.clear()  # it holds the frame
        return count

    return sample()


_ONLY_THE_FRAME = 0 if _FRAME_LOCALS_ARE_A_VIEW else _references_of_frame_locals()


def _thread_name(identifier):
    threading = _modules.get("threading")
    if threading is not None:
        try:
            thread = threading._active[identifier]
            name = _getattribute(thread, "_name")
            if type(name) is str:
                return name
        except (AttributeError, KeyError, TypeError):
            pass
    return "MainThread" if identifier == _MAIN_THREAD else "thread %d" % identifier


_thread = _import("_thread")
_MAIN_THREAD = _thread.get_ident()


def _frame_fields_of(frame, row, variables):
    """What a frame holds; a variable shared with a closure is held through its cell."""
    found = [field for field in _frame_fields(frame) if field[0] is not None]
    code = frame.f_code
    if not code.co_flags & 1:
        namespace = frame.f_locals
        # Newer frames hold this one alone, older ones first the globals; mostly they are the same.
        found.insert(0 if _VERSION >= (3, 11) else len(found), (namespace, _INTERNAL | _NAME, "f_locals"))
    elif variables is not None:
        shared = frozenset(code.co_cellvars) | frozenset(code.co_freevars)
        cells = [item for item in row if type(item) is _CellType]
        for name, value in zip(*variables):
            if name in shared and cells:
                for cell in cells:
                    inside = _referents(cell)
                    if inside and inside[0] is value:
                        found.append((cell, _LOCAL | _NAME, name))
                        break
            else:
                found.append((value, _LOCAL | _NAME, name))
        if not _FRAME_LOCALS_ARE_A_VIEW:
            # The dictionary that somebody asked for: it has the variables under their names.
            values = dict(zip(*variables))
            for item in row:
                if type(item) is dict and item and len(item) == len(values) and all(
                        type(name) is str and name in values and values[name] is value
                        for name, value in list(item.items())):
                    found.append((item, _INTERNAL | _NAME, "f_locals"))
                    break
    return found


# ---------------------------------------------------------------------------------------------------------
# The capture: find the objects, number them, describe them, column by column.


class _Capture:
    """One moment of the heap, as the columns of a file."""

    def __init__(self, frames, text_limit, redact, use_repr, materialize, progress):
        self.frames = frames
        self.text_limit = max(0, text_limit)
        self.redact = redact
        self.use_repr = use_repr
        self.materialize = materialize
        self.progress = progress
        self.strings = _Strings()
        self.classes = []
        self.blocks = []  # per class, lists by generation: 0, 1, 2, not tracked, permanent
        self.facts = _Made(lambda key: None)
        self.limitations = []
        self.dangling = 0
        self.dangling_examples = []
        self.unnamed = 0
        self.pool = None

    def run(self):
        _learn_library_types()
        # Before anything is called that makes cells and lists of its own.
        self.discover(
            gc.get_objects(generation=2), gc.get_objects(generation=1), gc.get_objects(generation=0))
        self.number()
        self.count_references()
        self.describe_types()
        self.emit()
        self.write_texts()
        self.find_roots()

    def report(self, what):
        if self.progress is not None:
            self.progress(what)

    # Finding the objects

    def discover(self, old, middle, young):
        frames = self.frames
        own = _own_objects([cls for cls in _chain((young, middle, old)) if type(cls) is type])
        for value in (old, middle, young, frames, frames.__dict__, self, self.__dict__, self.strings,
                      self.classes, self.blocks, self.facts, self.limitations, self.dangling_examples,
                      frames.names, frames.variables):
            own[id(value)] = value
        for container in frames.containers():
            own[id(container)] = container
        for frame in frames.own:
            own[id(frame)] = frame
        for items in (frames.names, frames.variables.values()):
            for item in items:
                own[id(item)] = item
                if item is not None and type(item[0]) is list:
                    own[id(item[0])] = item[0]
        own.pop(id(None), None)
        here = sys._getframe()
        while here is not None:
            if here.f_globals is globals():
                own[id(here)] = here
            here = here.f_back
        own[id(own)] = own
        self.own = own

        permanent = gc.get_freeze_count() > 0
        known = {}  # key: an object that was met, and later the number of each object of the heap
        slots = [{}, {}, {}, {}, {}]  # class id: objects
        classes = {}

        def place(values, slot):
            lists = slots[slot]

            def begin(key):
                lists[key] = made = []
                return made.append

            append = _Made(begin)
            for key, made in lists.items():
                append[key] = made.append
            for key, value in zip(map(id, map(type, values)), values):
                append[key](value)
            for key, made in lists.items():
                if key not in classes:
                    classes[key] = type(made[0])
            return lists

        def leave_out_own(lists):
            for key in {id(type(value)) for value in own.values()} & lists.keys():
                lists[key][:] = [value for value in lists[key] if id(value) not in own]

        waiting = []
        for slot, values in enumerate((young, middle, old)):
            leave_out_own(place(values, slot))
            waiting.extend(slots[slot].items())
            if permanent:
                known.update(zip(map(_key, values), values))
        for values in (young, middle, old):
            del own[id(values)]
            known.pop(_key(values), None)
        known.update(zip(map(_key, own.values()), own.values()))
        self.report("%d objects are tracked" % (len(old) + len(middle) + len(young)))
        del old, middle, young, values

        fresh = []

        def meet(values):
            # What the collector tracks has been met, unless it is frozen.
            if not permanent:
                values = list(_filterfalse(_is_tracked, values))
            before = len(known)
            known.update(zip(map(_key, values), values))
            grew = len(known) - before
            if grew:
                new = list(_islice(reversed(known.values()), grew))
                new.reverse()
                fresh.extend(new)

        meet(frames.frames)
        for pair in frames.variables.values():
            if pair is not None:
                meet(pair[1])
        met_classes = set()
        while waiting or fresh:
            for key, values in waiting:
                cls = classes[key]
                if key not in met_classes:
                    met_classes.add(key)
                    meet((cls,))
                if key in _ATOMS:
                    continue
                extra = _extra_of(cls)
                for start in range(0, len(values), 4096):
                    chunk = values[start:start + 4096]
                    meet(_referents(*chunk))
                    if cls is dict:
                        meet(list(_chain(chunk)))
                    elif extra is not None:
                        for value in chunk:
                            meet([field[0] for field in extra(value)])
                    if cls is _FrameType:
                        for value in chunk:
                            pair = frames.variables.get(id(value))
                            meet([f[0] for f in _frame_fields_of(value, (), pair)])
            wave, fresh[:] = list(fresh), ()
            tracked = list(_compress(wave, map(_is_tracked, wave)))
            if tracked:
                wave = [value for value in wave if not _is_tracked(value)]
            waiting = []
            for slot, values in ((4 if permanent else 0, tracked), (3, wave)):
                old_lengths = {key: len(made) for key, made in slots[slot].items()}
                for key, made in place(values, slot).items():
                    start = old_lengths.get(key, 0)
                    if len(made) > start:
                        waiting.append((key, made[start:] if start else made))
        for key in map(_key, own.values()):
            known.pop(key, None)
        self.index = known
        for key, cls in classes.items():
            self.classes.append(cls)
            self.blocks.append([lists.get(key, ()) for lists in slots])
        classes.clear()  # what outlives this function must not count

    def number(self):
        blocks = list(_chain(self.blocks))
        self.all_blocks = blocks
        self.addresses = array("Q", map(id, _chain(blocks)))
        self.count = len(self.addresses)
        # The dictionary lets go of the objects that were met here.
        self.index.update(zip(map(_key, _chain(blocks)), itertools.count()))
        if len(self.index) != self.count:
            raise CaptureError("the heap changed while its objects were numbered")
        if self.count >= _NONE:
            raise CaptureError("more than 4294967294 objects do not fit a .heap file")
        self.report("%d objects found" % self.count)

    def count_references(self):
        probe = [object()]
        overhead = next(map(_getrefcount, probe))
        counts = array("I")
        adjust = _Made(lambda raw: _NONE if raw >= 1 << 29 else max(raw - overhead, 0)).__getitem__
        for block in self.all_blocks:
            counts.extend(map(adjust, map(_getrefcount, block)))
        find = self.index.get
        # The classes and the frames' containers are among them.
        for holder in self.own.values():
            if holder is self.own or holder is self or holder is self.__dict__:
                continue
            for value in _referents(holder):
                at = find(_key(value))
                if at is not None and counts[at] != _NONE and counts[at] > 0:
                    counts[at] -= 1
        self.counts = counts

    # Types, sizes, flags

    def describe_types(self):
        strings = self.strings
        find = self.index.get
        self.types = array("I")
        self.shape_sizes = array("Q")
        self.shape_types = array("I")
        self.shapes = array("I")
        self.generations = bytearray()
        self.flags = array("I")
        self.type_facts = []
        at = 0
        for number, (cls, lists) in enumerate(zip(self.classes, self.blocks)):
            facts = _ClassFacts(cls)
            self.type_facts.append(facts)
            self.types.extend((strings[_type_name(cls)], strings[_qualified_name(cls)],
                               find(_key(cls), _NONE), 0))
            size_of = facts.size if facts.user_sizeof else sys.getsizeof
            shape_of = _Made(lambda size, number=number: self.add_shape(size, number)).__getitem__
            flag = _FINALIZER if facts.has_finalizer else 0
            if _inherits(type, cls):
                flag |= _CLASS
            elif cls is _FunctionType or cls is _BuiltinType or cls is _MethodType:
                flag |= _FUNCTION
            elif cls is _FrameType:
                flag |= _FRAME
            elif _inherits(_ModuleType, cls):
                flag |= _MODULE_FLAG
            for slot, block in enumerate(lists):
                if not block:
                    continue
                try:
                    if facts.sizeof is _OBJECT_SIZEOF and not facts.user_sizeof and not _item_size_of(cls):
                        shapes = array("I", (shape_of(size_of(block[0])),)) * len(block)
                    else:
                        shapes = list(map(shape_of, map(size_of, block)))
                except Exception:
                    shapes = [shape_of(facts.size(value)) for value in block]
                self.shapes.extend(shapes)
                self.generations += bytes((255 if slot == 3 else 254 if slot == 4 else slot,)) * len(block)
                base = flag if slot == 3 else flag | _TRACKED
                counts = self.counts[at:at + len(block)]
                if _NONE_BYTES in counts.tobytes():  # at times of two neighbours, which does no harm
                    self.flags.extend([base | _IMMORTAL if n == _NONE else base for n in counts])
                else:
                    self.flags.extend(array("I", (base,)) * len(block))
                if _VERSION >= (3, 9) and slot != 3 and not _inherits(type, cls) and (
                        facts.has_finalizer or id(cls) in _FINALIZED_BY_C):
                    for position, value in enumerate(block):
                        if gc.is_finalized(value):
                            self.flags[at + position] |= _FINALIZED
                if cls is _FrameType and _VERSION >= (3, 11):
                    self.mark_made_frames(block, at)
                at += len(block)
        for value in list(gc.garbage):
            position = find(_key(value))
            if position is not None:
                self.flags[position] |= _GARBAGE

    def mark_made_frames(self, block, at):
        """Frame objects that nobody but their running function keeps were made by looking."""
        running = self.frames.variables
        for position, frame in enumerate(block):
            if id(frame) in running and self.counts[at + position] <= 1:
                self.flags[at + position] |= _MADE

    def add_shape(self, size, type_number):
        self.shape_sizes.append(max(size, 0))
        self.shape_types.append(type_number)
        return len(self.shape_sizes) - 1

    # References

    def emit(self):
        self.lengths = array("I")
        self.targets = array("I")
        self.descriptors = array("H")
        self.labels = array("I")
        self.find_closures()
        self.find_proxies()
        self.names = set()  # ids of dictionaries whose keys are names
        for cls, facts, lists in zip(self.classes, self.type_facts, self.blocks):
            if id(cls) in _ATOMS:
                self.lengths.extend(array("I", (0,)) * sum(map(len, lists)))
                continue
            facts.hints = _hints_of(cls)
            facts.extras = _extra_of(cls)
            facts.instance = facts.is_heap_type or facts.hints is None and cls is not _FrameType
            if cls is dict:
                bulk = self.emit_dicts
            elif cls is list or cls is tuple:
                bulk = self.emit_sequences
            elif cls is set or cls is frozenset:
                bulk = self.emit_sets
            elif facts.is_heap_type and facts.hints is None and facts.extras is None and _TYPE_IS_TRACED:
                bulk = self.emit_instances
            else:
                bulk = None
            for block in lists:
                if bulk is None:
                    for value in block:
                        self.emit_one(facts, value)
                    continue
                for start in range(0, len(block), _CHUNK):
                    self.emit_chunk(bulk, facts, block[start:start + _CHUNK])
        self.report("%d references found" % len(self.targets))

    def emit_chunk(self, bulk, facts, chunk):
        """Describe many objects at once; what does not fit the common form, one by one."""
        columns = (self.lengths, self.targets, self.descriptors, self.labels)
        marks = list(map(len, columns))
        try:
            done = bulk(facts, chunk)
        except (KeyError, AttributeError):
            done = False
        if done:
            return
        for column, mark in zip(columns, marks):
            del column[mark:]
        if len(chunk) < 8:
            for value in chunk:
                self.emit_one(facts, value)
        else:
            middle = len(chunk) // 2
            self.emit_chunk(bulk, facts, chunk[:middle])
            self.emit_chunk(bulk, facts, chunk[middle:])

    def emit_dicts(self, facts, chunk):
        """Dictionaries whose collector visits the values alone, or each value and then its key."""
        lengths = list(map(len, chunk))
        flat = _referents(*chunk)
        keys = list(_chain(chunk))
        values = list(_chain(map(dict.values, chunk)))
        count = len(keys)
        if len(values) != count or lengths != list(map(len, chunk)):
            return False
        if len(flat) == count and all(map(_is, flat, values)):
            descriptors, visits = _DICT_PAIR, 1
        elif len(flat) == 2 * count and all(map(_is, flat, _chain(zip(values, keys)))):
            descriptors, visits = _TRACED_DICT_PAIR, 2
        else:
            return False
        # The collector visits nothing where the values lie in an instance: then the sum tells of none.
        if _VALUES_IN_INSTANCES and [visits * length for length in lengths] != list(
                map(len, map(_referents, chunk))):
            return False
        number = self.index.__getitem__
        width = lengths[0]
        if width * len(chunk) == count and all(map(_is, keys, itertools.cycle(keys[:width]))) and (
                len(set(lengths)) == 1):  # records: all have the same keys
            key_numbers = array("I", map(number, map(_key, keys[:width]))) * len(chunk)
        else:
            key_numbers = array("I", map(number, map(_key, keys)))
        pairs = array("I", bytes(8 * count))
        pairs[1::2] = key_numbers
        pairs[::2] = array("I", map(number, map(_key, values)))
        self.targets.extend(pairs)
        pairs = array("I", bytes(8 * count))
        pairs[::2] = key_numbers
        self.labels.extend(pairs)
        self.descriptors.frombytes(descriptors * count)
        self.lengths.extend(map(_operator.add, lengths, lengths))
        return True

    def emit_sequences(self, facts, chunk):
        if facts.cls is tuple and not self.closures.keys().isdisjoint(map(id, chunk)):
            return False
        lengths = list(map(len, chunk))
        flat = _referents(*chunk)
        # The collector never visits more than there are, so that the sum tells of each.
        if sum(lengths) != len(flat) or lengths != list(map(len, chunk)):
            return False
        self.targets.extend(array("I", map(self.index.__getitem__, map(_key, flat))))
        self.labels.frombytes(b"".join(map(_POSITIONS.__getitem__, lengths)))
        self.descriptors.frombytes(_ELEMENT_BYTES * len(flat))
        self.lengths.extend(lengths)
        return True

    def emit_sets(self, facts, chunk):
        lengths = list(map(len, chunk))
        flat = _referents(*chunk)
        if sum(lengths) != len(flat) or lengths != list(map(len, chunk)):
            return False
        self.targets.extend(array("I", map(self.index.__getitem__, map(_key, flat))))
        self.labels.frombytes(bytes(4 * len(flat)))
        self.descriptors.frombytes(_MEMBER_BYTES * len(flat))
        self.lengths.extend(lengths)
        return True

    def emit_instances(self, facts, chunk):
        """Instances of one class: the layout that the last of them had, verified for each of these."""
        facts.chunks += 1
        first = _referents(chunk[0])
        layout = facts.layouts.get(len(first))
        if layout is None:
            layout = self.learn_layout(facts, chunk[0], first)
        if facts.uniform and layout is not None and self.emit_uniform(facts, chunk, layout):
            return True
        facts.misses += 1
        facts.uniform = facts.misses < 4 or facts.misses * 4 < facts.chunks
        for value, row in zip(chunk, map(_referents, chunk)):
            self.emit_instance(facts, value, row)
        return True

    def emit_uniform(self, facts, chunk, layout):
        """Instances that all have one layout, field by field; false where one of them has another."""
        count = len(chunk)
        width = len(layout.readers)
        flat = _referents(*chunk)
        if len(flat) != width * count:
            return False
        # The reader of an attribute dictionary would make one where there is none, and has to be told first.
        if layout.makes_dict and not _all_have(width, chunk):
            return False
        kind = layout.kind
        if kind is not None:
            if not all(map(_is, flat[kind::width], _repeat(facts.cls))):
                return False
            del flat[kind::width]
            width -= 1
        try:
            if layout.read_all is not None:
                if not all(map(_is, flat, _chain(map(layout.read_all, chunk)))):
                    return False
            else:
                for position, reader in enumerate(layout.value_readers):
                    if not all(map(_is, flat[position::width], map(reader, chunk))):
                        return False
        except AttributeError:
            return False
        for position, default in layout.defaults:
            if any(map(_is, flat[position::width], _repeat(default))):
                return False
        number = self.index.__getitem__
        targets = array("I", map(number, map(_key, flat)))
        own_class = array("I", (number(_key(facts.cls)),))
        # Where each row ends with the class, and the class is nowhere else, the rows are what they seem.
        if (kind != width or own_class.tobytes() in targets.tobytes()) and not _all_have(
                len(layout.readers), chunk):
            return False
        if kind is not None:
            values = targets
            targets = own_class * (count * (width + 1))
            for position in range(width):
                targets[position + (position >= kind)::width + 1] = values[position::width]
        self.targets.extend(targets)
        self.descriptors.frombytes(layout.descriptors * count)
        self.labels.frombytes(layout.labels * count)
        self.lengths.extend(array("I", (len(layout.readers),)) * count)
        return True

    def emit_instance(self, facts, value, row):
        layout = facts.layouts.get(len(row))
        if layout is not None:
            try:
                found = [read(value) for read in layout.readers]
            except AttributeError:
                found = ()
            if len(found) == len(row) and all(map(_is, row, found)) and not any(
                    layout.values_of(row)[position] is default for position, default in layout.defaults):
                self.targets.extend(map(self.index.__getitem__, map(_key, row)))
                self.descriptors.frombytes(layout.descriptors)
                self.labels.frombytes(layout.labels)
                self.lengths.append(len(row))
                return
        self.emit_one(facts, value, row)
        if facts.learned < 64:
            self.learn_layout(facts, value, row)

    def learn_layout(self, facts, value, row):
        """Remember in which order an instance's referents lie, where every one of them has a proven name."""
        facts.learned += 1
        hints, extras = self.describe(facts, value, row)
        by_id = {}
        for hint in hints:
            by_id.setdefault(id(hint[0]), []).append(hint)
        layout = _Layout()
        descriptors, labels = array("H"), array("I")
        for position, item in enumerate(row):
            candidates = by_id.get(id(item))
            # Two names for one value: another instance will tell which comes first.
            if candidates is None or len(candidates) != 1 or extras:
                return None
            _, descriptor, label = candidates[0]
            kind = descriptor & 0xFF
            if kind == _TYPE:
                reader = type
                layout.kind = position
            elif kind == _DICT and not _INLINE_VALUES and not facts.slots:
                reader = facts.attributes["__dict__"].__get__
                layout.makes_dict = True
            elif kind == _SLOT:
                reader = dict((name, read) for name, read, _ in facts.slots)[label]
            elif kind == _ATTRIBUTE:
                if label in facts.attributes:
                    layout.defaults.append((position - (layout.kind is not None), facts.attributes[label]))
                if "." in label:
                    return None
                reader = _attrgetter(label) if facts.plain_getattr else _Reader(label)
                layout.names.append(label)
            else:
                return None
            layout.readers.append(reader)
            descriptors.append(descriptor)
            labels.append(self.strings[label] if type(label) is str else 0)
        layout.descriptors, layout.labels = descriptors.tobytes(), labels.tobytes()
        layout.value_readers = layout.values_of(layout.readers)
        if facts.plain_getattr and len(layout.names) == len(layout.value_readers) > 1:
            layout.read_all = _attrgetter(*layout.names)
        facts.layouts[len(row)] = layout
        return layout

    def emit_one(self, facts, value, row=None):
        """Describe one object, whatever it is: match what the collector visits with what the type says."""
        if row is None:
            row = _referents(value)
        hints, extras = self.describe(facts, value, row)
        by_id = {}
        for hint in hints:
            by_id.setdefault(id(hint[0]), []).append(hint)
        for extra in extras:
            by_id.setdefault(id(extra[0]), []).append(extra)
        find = self.index.get
        strings = self.strings
        length = 0
        used = set()
        for item in row:
            key = id(item)
            candidates = by_id.get(key)
            descriptor, label = _UNKNOWN, None
            if candidates:
                hint = candidates.pop(0)
                used.add(id(hint))
                _, descriptor, label = hint
            elif facts.instance:
                descriptor = _ATTRIBUTE if facts.hints is None else _UNKNOWN
                self.unnamed += 1
            length += self.add(find, strings, value, item, descriptor, label)
        for extra in extras:
            if id(extra) not in used:
                length += self.add(find, strings, value, extra[0], extra[1] | _UNTRACED, extra[2])
        self.lengths.append(length)

    def add(self, find, strings, holder, item, descriptor, label):
        target = find(_key(item))
        if target is None:
            if id(item) not in self.own:
                self.dangling += 1
                if len(self.dangling_examples) < 1000:
                    self.dangling_examples.append((id(item), find(_key(holder))))
            return 0
        if descriptor & _OBJECT == _OBJECT:
            label = find(_key(label))
            if label is None:
                descriptor &= ~_OBJECT
                label = 0
        elif descriptor & _NAME:
            label = strings[label]
        elif label is None:
            label = 0
        self.targets.append(target)
        self.descriptors.append(descriptor)
        self.labels.append(label)
        return 1

    def describe(self, facts, value, row):
        """What is known of an object's referents: names for those visited, and those not visited."""
        hints = facts.hints(value, row) if facts.hints is not None else []
        extras = facts.extras(value) if facts.extras is not None else []
        cls = facts.cls
        if cls is tuple and id(value) in self.closures:
            names = self.closures[id(value)]
            if len(names) == len(value):
                hints = [(item, _CAPTURED | _NAME, name) for item, name in zip(value, names)]
        elif cls is _FrameType:
            variables = self.frames.variables.get(id(value))
            if variables is None and value.f_code.co_flags & 1:
                variables = self.frames.read(value)
            extras = _frame_fields_of(value, row, variables)
        elif self.proxies and id(value) in self.proxies:
            extras = extras + [(self.proxies[id(value)], _REFERENT | _WEAK, None)]
        if facts.is_heap_type:
            known = (cls, _TYPE, None)
            if _TYPE_IS_TRACED:
                hints = hints + [known]
            else:
                extras = extras + [known]
        if facts.instance and len(row) > len(hints) - _TYPE_IS_TRACED:
            hints = hints + self.attribute_hints(facts, value, row, hints)
        if facts.has_namespace and len(row) > len(hints):
            hints = hints + self.namespace_hint(facts, value, row, hints)
        return hints, extras

    def namespace_hint(self, facts, value, row, known):
        """The attribute dictionary of a built-in type's object: asking for it could make it."""
        hinted = {id(hint[0]) for hint in known}
        left = [item for item in row if id(item) not in hinted]
        for item in left:
            # Where all other fields have their names, it is the only one that is left.
            if type(item) is dict and (
                    self.is_namespace(facts, value, item) or len(left) == 1 and facts.hints is not None):
                return [(item, _DICT | _NAME, "__dict__")]
        return []

    def attribute_hints(self, facts, value, row, known):
        wanted = {}
        for item in row:
            wanted[id(item)] = wanted.get(id(item), 0) + 1
        for hint in known:
            if wanted.get(id(hint[0])):
                wanted[id(hint[0])] -= 1
        found = []

        def take(item, descriptor, name):
            if wanted.get(id(item)):
                wanted[id(item)] -= 1
                found.append((item, descriptor | _NAME, name))
                return True
            return False

        for name, read, declared in facts.slots:
            try:
                item = read(value)
            except Exception:
                continue
            # What a C field gives may be made for the asking; small numbers and None are everybody's.
            if declared:
                take(item, _SLOT, name)
            elif not (item is None or type(item) is int or type(item) is bool or type(item) is str):
                take(item, _DICT if name == "__dict__" else _ATTRIBUTE, name)
        if not any(wanted.values()):
            return found
        if not facts.is_heap_type:
            return found
        if not _INLINE_VALUES and facts.hints is None:
            for item in row:
                if wanted.get(id(item)) and _inherits(dict, type(item)):
                    take(item, _DICT, "__dict__")
            return found

        by_class = []

        def test(name):
            doubt = facts.doubts[name]
            if doubt == 2:
                return
            try:
                item = _getattribute(value, name)
            except Exception:
                return
            if not wanted.get(id(item)):
                return
            if doubt == 1 and item is facts.attributes[name]:
                by_class.append((item, name))
            elif take(item, _ATTRIBUTE, name):
                facts.seen[name] = None

        tested = set()
        for name in list(facts.seen):
            tested.add(name)
            test(name)
        if any(wanted.values()):
            if facts.stored is None:
                facts.stored = _names_of_class(facts)
            for name in facts.stored:
                if name not in tested:
                    tested.add(name)
                    test(name)
        for item in row:
            if wanted.get(id(item)) and _inherits(dict, type(item)) and self.is_namespace(facts, value, item):
                take(item, _DICT, "__dict__")
        left = sum(wanted.values())
        if left and facts.searches < 3 and left > len(by_class):
            facts.searches += 1
            for name in self.all_names():
                if name not in tested:
                    test(name)
        # The class gives the same value under the name: only where nothing else can be meant.
        left = sum(wanted.values())
        if left and left == len(by_class) and all(
                name in facts.seen or name in facts.init_names for _, name in by_class):
            for item, name in by_class:
                take(item, _ATTRIBUTE, name)
        reader = facts.attributes.get("__dict__")
        if any(wanted.values()) and self.materialize and type(reader) is _GetSetType:
            # In the forked child alone, where nothing of the program can be changed any more.
            namespace = reader.__get__(value)
            for name, item in list(dict.items(namespace)) if _inherits(dict, type(namespace)) else ():
                if type(name) is str and take(item, _ATTRIBUTE, name):
                    facts.seen[name] = None
        return found

    def is_namespace(self, facts, value, candidate):
        """Whether a dictionary is the object's attribute dictionary: each of its names leads to its value."""
        proven = False
        for name, item in list(dict.items(candidate)):
            if type(name) is not str:
                return False
            if facts.doubts[name] == 2:
                continue
            try:
                if _getattribute(value, name) is not item:
                    return False
            except Exception:
                return False
            proven = proven or name not in facts.attributes
        return proven

    def all_names(self):
        """Every name that any code in the heap mentions, for attributes set from outside their class."""
        if self.pool is None:
            pool = dict.fromkeys(_script_names)
            for cls, lists in zip(self.classes, self.blocks):
                if cls is _CodeType:
                    for code in _chain(lists):
                        pool.update(dict.fromkeys(code.co_names))
                        pool.update((c, None) for c in code.co_consts if type(c) is str and c.isidentifier())
            self.pool = pool
        return self.pool

    def find_closures(self):
        self.closures = {}
        for cls, lists in zip(self.classes, self.blocks):
            if cls is _FunctionType:
                for function in _chain(lists):
                    closure = _closure_of(function)
                    if closure is not None:
                        self.closures[id(closure)] = _code_of(function).co_freevars

    def find_proxies(self):
        """What weak proxies point to; they do not tell, but what they point to knows its proxies."""
        self.proxies = {}
        if not any(cls is proxy for cls in self.classes for proxy in _PROXIES):
            return
        for block in self.all_blocks:
            for value, count in zip(block, map(_weakref.getweakrefcount, block)):
                if count:
                    for reference in _weakref.getweakrefs(value):
                        if type(reference) is _PROXIES[0] or type(reference) is _PROXIES[1]:
                            self.proxies[id(reference)] = value


class _Layout:
    """In which order the referents of an instance lie, and how each of them is read."""

    def __init__(self):
        self.kind = None  # the position of the class among them
        self.makes_dict = False
        self.names = []  # the attributes among them
        self.defaults = []  # (position without the class, what the class itself gives under the name)
        self.readers = []  # of all of them
        self.value_readers = []  # of all but the class
        self.read_all = None  # one reader for all but the class, where all are attributes
        self.descriptors = self.labels = b""

    def values_of(self, row):
        return row if self.kind is None else row[:self.kind] + row[self.kind + 1:]


class _Reader:
    """Reads an attribute of an object whose class has an attribute hook, past the hook."""

    __slots__ = ("name",)

    def __init__(self, name):
        self.name = name

    def __call__(self, value):
        return _getattribute(value, self.name)


def _all_have(width, values):
    """Whether the collector finds the same number of referents in each of the objects."""
    return all(map(width.__eq__, map(len, map(_referents, values))))


def _nearest(cls, table):
    for ancestor in _mro(cls):
        found = table.get(id(ancestor))
        if found is not None:
            return found
    return None


def _hints_of(cls):
    return _nearest(cls, _HINTS)


def _extra_of(cls):
    return _nearest(cls, _EXTRAS)


def _positions(length):
    positions = range(length - 1, -1, -1) if _REVERSED else range(length)
    return array("I", positions).tobytes()


class _Positions(dict):
    def __missing__(self, length):
        made = _positions(length)
        if length < 256:
            self[length] = made
        return made


_POSITIONS = _Positions()
_DICT_PAIR = array("H", (_VALUE | _OBJECT, _KEY | _UNTRACED)).tobytes()
_TRACED_DICT_PAIR = array("H", (_VALUE | _OBJECT, _KEY)).tobytes()
_ELEMENT_BYTES = array("H", (_ELEMENT | _INDEX,)).tobytes()
_MEMBER_BYTES = array("H", (_ELEMENT,)).tobytes()
_INLINE_VALUES = _VERSION >= (3, 11)
_VALUES_IN_INSTANCES = _VERSION >= (3, 13)
_FINALIZED_BY_C = frozenset((id(_GeneratorType), id(_CoroutineType), id(_AsyncGeneratorType)))
_script_names = {}


# ---------------------------------------------------------------------------------------------------------
# Texts, roots, and the file.


def _cut_repr(value, limit, base, size, piece):
    """The start of a long value's text, without making the whole of it."""
    if size <= limit:
        return base.__repr__(value)
    start = piece(value, slice(0, limit))
    single, double = ("'", '"') if base is str else (b"'", b'"')
    if base.__contains__(value, single):
        # What lies behind decides on the quotes, too.
        return base.__repr__(start + (double if base.__contains__(value, double) else single))
    return base.__repr__(start)


def _bytearray_text(value, limit):
    return "%s(%s)" % (_type_name(type(value)), _cut_repr(
        bytes(bytearray.__getitem__(value, slice(0, limit + 1))), limit, bytes,
        bytearray.__len__(value), bytes.__getitem__))


def _int_text(value, limit):
    if int.bit_length(value) > 4 * limit + 64:
        return ("-" if int.__lt__(value, 0) else "") + "int of %d bits" % int.bit_length(value)
    return int.__repr__(value)


def _function_text(function):
    name = _plain(_FunctionType.__dict__["__name__"].__get__(function))
    if name == "<lambda>":
        code = _code_of(function)
        return "lambda: %s:%d" % (_plain(code.co_filename).rpartition("/")[2], code.co_firstlineno)
    return name


def _builtin_text(value):
    return _plain(_BuiltinType.__dict__["__name__"].__get__(value))


def _method_text(value):
    function = _MethodType.__dict__["__func__"].__get__(value)
    kind = type(function)
    if kind is _FunctionType:
        name = _plain(_FunctionType.__dict__["__name__"].__get__(function))
    elif kind is _BuiltinType:
        name = _builtin_text(function)
    elif _inherits(type, kind):
        name = _type_name(function)
    else:
        name = _type_name(kind)
    return name + " (bound)"


def _module_text(value):
    namespace = _ModuleType.__dict__["__dict__"].__get__(value)
    for key, name in list(dict.items(namespace)) if namespace is not None else ():
        if type(key) is str and key == "__name__":
            return _plain(name)
    return ""


def _code_text(value):
    return "%s %s:%d" % (_plain(value.co_name), _plain(value.co_filename).rpartition("/")[2],
                         value.co_firstlineno)


def _frame_text(value):
    return "%s:%d" % (_plain(value.f_code.co_filename), value.f_lineno or 0)


def _traceback_text(value):
    code = value.tb_frame.f_code
    return "%s:%d" % (_plain(code.co_filename), value.tb_lineno or 0)


def _descriptor_text(value):
    return _plain(type(value).__dict__["__name__"].__get__(value))


def _suspended_text(kind):
    name = kind.__dict__["__qualname__"].__get__
    return lambda value: _plain(name(value))


def _items_text(length):
    return lambda value: "%d items" % length(value)


_NAMES_TEXT = {
    id(type): _type_name,
    id(_FunctionType): _function_text,
    id(_BuiltinType): _builtin_text,
    id(_MethodType): _method_text,
    id(_ModuleType): _module_text,
    id(_CodeType): _code_text,
    id(_FrameType): _frame_text,
    id(_TracebackType): _traceback_text,
    id(_WrapperType): _descriptor_text,
    id(_MethodDescriptorType): _descriptor_text,
    id(_ClassMethodDescriptorType): _descriptor_text,
    id(_MemberType): _descriptor_text,
    id(_GetSetType): _descriptor_text,
    id(_MethodWrapperType): _descriptor_text,
    id(_GeneratorType): _suspended_text(_GeneratorType),
    id(_CoroutineType): _suspended_text(_CoroutineType),
    id(_AsyncGeneratorType): _suspended_text(_AsyncGeneratorType),
    id(type(None)): lambda value: "None",
    id(bool): bool.__repr__,
    id(type(...)): lambda value: "Ellipsis",
    id(type(NotImplemented)): lambda value: "NotImplemented",
}

_LENGTHS = {id(kind): kind.__len__ for kind in (tuple, list, dict, set, frozenset)}


def _data_texts(limit):
    return {
        id(str): lambda v: _cut_repr(v, limit, str, str.__len__(v), str.__getitem__),
        id(bytes): lambda v: _cut_repr(v, limit, bytes, bytes.__len__(v), bytes.__getitem__),
        id(bytearray): lambda v: _bytearray_text(v, limit),
        id(int): lambda v: _int_text(v, limit),
        id(float): float.__repr__,
        id(complex): complex.__repr__,
        id(range): lambda v: "range(%s, %s, %s)" % tuple(
            _int_text(field[0], limit) for field in _range_extras(v)),
    }


def _write_texts(self):
    """The column of short texts, each of them made by the built-in type's own code."""
    self.texts = array("I")
    limit = self.text_limit
    strings = self.strings
    data = _data_texts(limit)
    items = _Made(lambda length: strings["%d items" % length]).__getitem__
    names = self.names_in_namespaces() if self.redact else None
    at = 0
    for cls, block in ((cls, block) for cls, lists in zip(self.classes, self.blocks) for block in lists):
        if not block:
            continue
        at = len(self.texts)
        text_of = _nearest(cls, _NAMES_TEXT)
        length_of = _nearest(cls, _LENGTHS)
        data_of = _nearest(cls, data)
        if text_of is None and length_of is not None:
            self.texts.extend(map(items, map(length_of, block)))
        elif text_of is None and data_of is not None:
            if self.redact:
                if _inherits(str, cls):
                    self.texts.extend([
                        strings[data_of(value)] if id(value) in names and str.isidentifier(value) else 0
                        for value in block])
                else:
                    self.texts.extend(array("I", (0,)) * len(block))
            else:
                self.texts_of_data(cls, block, data_of)
        elif text_of is not None:
            for value in block:
                try:
                    text = text_of(value)
                except Exception:
                    text = ""
                    self.flags[len(self.texts)] |= _UNREADABLE
                if len(text) > max(limit, 40) and not _keeps_whole(cls):
                    text = text[:limit]
                    self.flags[len(self.texts)] |= _CUT
                self.texts.append(strings[text])
        else:
            self.texts.extend(array("I", (0,)) * len(block))
        if self.use_repr:
            self.texts_by_repr(cls, block, at)
    if len(self.texts) != self.count:
        raise CaptureError("the texts do not match the objects")


def _keeps_whole(cls):
    """Names and places are told in full up to what anybody writes."""
    return cls is _FrameType or cls is _TracebackType or cls is _ModuleType


def _texts_of_data(self, cls, block, data_of):
    limit = self.text_limit
    for start in range(0, len(block), _CHUNK):
        chunk = block[start:start + _CHUNK]
        if cls is str and max(map(len, chunk)) <= limit or cls is float:
            texts = list(map(repr, chunk))
        elif cls is int and max(map(int.bit_length, chunk)) < 256:
            texts = list(map(repr, chunk))
        else:
            texts = []
            for value in chunk:
                try:
                    texts.append(data_of(value))
                except Exception:
                    texts.append("")
                    self.flags[len(self.texts) + len(texts) - 1] |= _UNREADABLE
            if _inherits(str, cls) or _inherits(bytes, cls) or _inherits(bytearray, cls):
                base = str if _inherits(str, cls) else bytes if _inherits(bytes, cls) else bytearray
                for position, value in enumerate(chunk):
                    if base.__len__(value) > limit:
                        self.flags[len(self.texts) + position] |= _CUT
        if max(map(len, texts)) > limit:
            for position, text in enumerate(texts):
                if len(text) > limit:
                    texts[position] = text[:limit]
                    self.flags[len(self.texts) + position] |= _CUT
        self.texts.extend(self.strings.extend(texts))


def _texts_by_repr(self, cls, block, at):
    """The program's own ``__repr__``, where it was asked for and the class has one."""
    if _inherits(type, cls) or _inherits(_ModuleType, cls):
        return  # a name says more
    if type(_nearest_attribute(cls, "__repr__")) is _WrapperType:
        return  # written in C: it would tell a container with all that is in it
    for position, value in enumerate(block):
        if self.redact and _nearest(cls, _data_texts(1)) is not None:
            return
        try:
            text = _plain(repr(value))
        except Exception as error:
            text = "<__repr__ raised %s>" % _type_name(type(error))
            self.flags[at + position] |= _UNREADABLE
        if len(text) > self.text_limit:
            text = text[:self.text_limit]
            self.flags[at + position] |= _CUT
        self.texts[at + position] = self.strings[text]


def _nearest_attribute(cls, name):
    for ancestor in _mro(cls):
        members = _members(ancestor)
        if name in members:
            return members[name]
    return None


def _names_in_namespaces(self):
    """The ids of the strings that name variables and attributes: keys of attribute dictionaries."""
    spaces = {target for target, descriptor in zip(self.targets, self.descriptors)
              if descriptor & 0xFF == _DICT}
    names = set()
    at = 0
    for cls, lists in zip(self.classes, self.blocks):
        for block in lists:
            if _inherits(dict, cls):
                for position, value in enumerate(block):
                    if at + position in spaces:
                        names.update(map(id, list(dict.keys(value))))
            at += len(block)
    return names


def _find_roots(self):
    strings = self.strings
    find = self.index.get
    self.roots = array("I")
    for name, module in list(dict.items(_modules)):
        at = find(_key(module))
        if at is None or type(name) is not str:
            continue
        self.roots.extend((at, strings[name], 0, _ROOT_MODULE))
        if _inherits(_ModuleType, type(module)) and _module_text(module) == name:
            self.flags[at] |= _IMPORTED
    for frame, (function, thread) in zip(self.frames.frames, self.frames.names):
        at = find(_key(frame))
        if at is not None:
            self.roots.extend((at, strings[function], strings[thread], _ROOT_FRAME))


def _sections(self, metadata):
    strings = self.strings
    offsets = array("I", (0,))
    offsets.extend(itertools.accumulate(self.lengths))
    if offsets[-1] != len(self.targets) or len(offsets) != self.count + 1:
        raise CaptureError("the references do not match the objects")
    pairs = array("I")
    for key, value in metadata:
        pairs.extend((strings[key], strings[value]))
    limits = array("I")
    notes = list(self.limitations)
    if self.unnamed:
        notes.append((self.unnamed, "references whose attribute name could not be proven"))
    if self.frames.unread:
        notes.append((self.frames.unread,
                      "frames whose local variables were not read, since their function looks at them itself"))
    for count, text in notes:
        limits.extend((count & _NONE, count >> 32, strings[text], 0))
    shapes = array("I")
    for size, number in zip(self.shape_sizes, self.shape_types):
        shapes.extend((size & _NONE, size >> 32, number, 0))
    dangling = array("I")
    for address, holder in self.dangling_examples:
        dangling.extend((address & _NONE, address >> 32, holder, 0))
    return [
        (1, 8, strings.offsets), (2, 1, strings.data), (3, 16, self.types), (4, 16, shapes),
        (5, 4, self.shapes), (6, 8, self.addresses), (7, 4, offsets), (8, 4, self.targets),
        (9, 2, self.descriptors), (10, 4, self.labels), (11, 16, self.roots), (12, 4, self.counts),
        (13, 1, self.generations), (14, 4, self.flags), (15, 4, self.texts), (19, 8, pairs),
        (20, 16, limits), (21, 16, dangling),
    ]


_Capture.write_texts = _write_texts
_Capture.texts_of_data = _texts_of_data
_Capture.texts_by_repr = _texts_by_repr
_Capture.names_in_namespaces = _names_in_namespaces
_Capture.find_roots = _find_roots
_Capture.sections = _sections


def _write(capture, metadata, path):
    """Write the sections to a file beside the target, and put it in the target's place when complete."""
    sections = capture.sections(metadata)
    if sys.byteorder != "little":
        for _, _, column in sections:
            if type(column) is array:
                column.byteswap()
    at = 64 + 32 * len(sections)
    table = bytearray()
    for identifier, width, column in sections:
        length = len(column) * (column.itemsize if type(column) is array else 1)
        for number, size in ((identifier, 4), (width, 4), (at, 8), (length, 8),
                             (binascii.crc32(column), 4), (0, 4)):
            table += number.to_bytes(size, "little")
        at += length + -length % 8
    header = bytearray(b"\x89HEAP\r\n\x1a")
    for number, size in ((1, 2), (0, 2), (0, 4), (at, 8), (len(sections), 4), (capture.count, 4),
                         (len(capture.targets), 8), (capture.dangling, 8), (0, 8),
                         (binascii.crc32(table), 4)):
        header += number.to_bytes(size, "little")
    header += binascii.crc32(header).to_bytes(4, "little")

    folder, name = os.path.split(path)
    beside = os.path.join(folder, ".%s.%d.part" % (name, os.getpid()))
    compressor = None
    if path.endswith(".gz"):
        compressor = _import("zlib").compressobj(4, 8, 31)
    try:
        output = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | getattr(os, "O_CLOEXEC", 0), 0o600)
        try:
            _write_all(output, compressor, header)
            _write_all(output, compressor, table)
            for _, _, column in sections:
                _write_all(output, compressor, column)
                length = len(column) * (column.itemsize if type(column) is array else 1)
                _write_all(output, compressor, bytes(-length % 8))
            if compressor is not None:
                _write_all(output, None, compressor.flush())
        finally:
            os.close(output)
        os.replace(beside, path)
    except BaseException:
        try:
            os.unlink(beside)
        except OSError:
            pass
        raise


def _write_all(output, compressor, content):
    view = memoryview(content)
    if len(view) == 0:
        return
    view = view.cast("B")
    if compressor is not None:
        for start in range(0, len(view), 1 << 24):
            piece = compressor.compress(view[start:start + (1 << 24)])
            written = 0
            while written < len(piece):
                written += os.write(output, piece[written:])
        return
    written = 0
    while written < len(view):
        written += os.write(output, view[written:written + (1 << 30)])


# ---------------------------------------------------------------------------------------------------------
# What a program calls.


class _Settings:
    def __init__(self):
        self.path = None
        self.first = 0  # number of the first dump without a path of its own; 0 is the path itself
        self.text_limit = 80
        self.redact = False
        self.repr = False
        self.progress = None
        self.handlers = {}  # signal: the handler that was there before
        self.pipes = []
        self.dumping = False


_settings = _Settings()


def _next_path():
    base = _settings.path
    if base is None:
        base = "heap-%d.heap" % os.getpid()
    number = _settings.first
    _settings.first += 1 if number else 2
    if number == 0:
        return base
    stem, suffix = base, ""
    for ending in (".heap.gz", ".heap", ".gz"):
        if base.endswith(ending):
            stem, suffix = base[:-len(ending)], ending
            break
    return "%s-%d%s" % (stem, number, suffix)


def _metadata(redact):
    now = time.time()
    stamp = time.strftime("%Y-%m-%dT%H:%M:%S", time.gmtime(now)) + ".%03dZ" % (now % 1 * 1000)
    found = [
        ("runtime", sys.implementation.name), ("runtime.version", "%d.%d.%d" % sys.version_info[:3]),
        ("process.id", str(os.getpid())), ("captured.at", stamp),
        ("producer", "heapgraph_agent " + __version__), ("globals.module", "__main__"),
    ]
    if not redact:
        arguments = [_plain(argument) for argument in list(getattr(sys, "argv", ()))]
        found.append(("process.arguments", " ".join(arguments)))
    return found


def dump(path=None, *, fork=False, redact=None, repr=None, text_limit=None, progress=None):
    """Write the heap as it is now to ``path``, and return the path.

    Without a path the file is the one given to ``install`` or to the command, or ``heap-PID.heap``; dumps
    after the first get a number before the ending. A path that ends in ``.gz`` is compressed.

    ``fork`` lets a child write, so that the program stops for milliseconds only; the file is there when the
    child is done. ``redact`` leaves out the texts of strings, bytes and numbers, but not the names of
    variables, attributes, classes, functions and modules. ``text_limit`` is the longest text, in
    characters. ``repr`` asks the program's own ``__repr__`` methods for texts, which runs their code.

    Raises ``CaptureError`` or ``OSError`` where the heap cannot be written; no partial file is left.
    """
    path = os.path.abspath(os.fspath(path) if path is not None else _next_path())
    if type(path) is bytes:
        path = os.fsdecode(path)
    if redact is None:
        redact = _settings.redact
    if repr is None:
        repr = _settings.repr
    if text_limit is None:
        text_limit = _settings.text_limit
    if sys.implementation.name != "cpython" or _VERSION < (3, 8):
        raise CaptureError("only CPython 3.8 and newer can be captured, this is %s %d.%d"
                           % ((sys.implementation.name,) + _VERSION))
    if _settings.dumping:
        raise CaptureError("a dump is being made already")
    _settings.dumping = True
    try:
        if fork:
            _fork_and_dump(path, redact, repr, text_limit)
        else:
            _dump_here(_Frames(), path, redact, repr, text_limit, False, progress or _settings.progress)
    finally:
        _settings.dumping = False
    return path


def _dump_here(frames, path, redact, use_repr, text_limit, materialize, progress):
    collecting = gc.isenabled()
    gc.disable()
    try:
        capture = _Capture(frames, text_limit, redact, use_repr, materialize, progress)
        capture.run()
        capture.report("writing %s" % path)
        _write(capture, _metadata(redact), path)
        # It holds itself through its list of own objects: without this it would stay until the next full collection,
        # and be found in the next dump.
        capture.own.clear()
        capture.__dict__.clear()
    finally:
        if collecting:
            gc.enable()


def _fork_and_dump(path, redact, use_repr, text_limit):
    """Let a grandchild write the heap: the child between ends at once, so that no zombie is left."""
    frames = _Frames()
    deafened = _deafen()
    alive, writing = os.pipe()
    try:
        child = _quiet_fork()
        if child == 0:
            status = 1
            try:
                # The program waits for this child: nothing is done in it but what lets it end. It has one thread
                # alone, so that no fork warns, and must not collect garbage meanwhile.
                gc.disable()
                if os.fork() != 0:
                    os._exit(0)
                os.close(alive)
                for number in (_signal.SIGINT, _signal.SIGHUP) + tuple(_settings.handlers):
                    _signal.signal(number, _signal.SIG_IGN)
                _dump_here(frames, path, redact, use_repr, text_limit, True, None)
                status = 0
            except BaseException as error:
                _complain("the heap was not written to %s: %s" % (path, _error_text(error)))
            finally:
                os._exit(status)
        try:
            os.waitpid(child, 0)
        except ChildProcessError:
            pass
    finally:
        os.close(writing)
        _listen_again(deafened)
        _settings.pipes = [pipe for pipe in _settings.pipes if not _is_finished(pipe)] + [alive]


def _quiet_fork():
    """Fork, without the warning that 3.12 and newer give a program that has threads."""
    warnings = _modules.get("_warnings")
    if _VERSION < (3, 12) or warnings is None:
        return os.fork()
    entry = ("ignore", None, DeprecationWarning, None, 0)
    warnings.filters.insert(0, entry)
    warnings._filters_mutated()
    try:
        return os.fork()
    finally:
        if entry in warnings.filters:
            warnings.filters.remove(entry)
        warnings._filters_mutated()


def _deafen():
    """Set the program's handler for ended children aside, so that it never hears of ours."""
    handler = _signal.getsignal(_signal.SIGCHLD)
    if handler is None or type(handler) is int:  # not Python's to give back, default or ignored
        return None
    try:
        _signal.signal(_signal.SIGCHLD, _signal.SIG_DFL)
    except ValueError:  # not in the main thread
        return None
    return handler


def _listen_again(handler):
    if handler is None:
        return
    _signal.signal(_signal.SIGCHLD, handler)
    try:
        ended = os.waitid(os.P_ALL, 0, os.WEXITED | os.WNOHANG | os.WNOWAIT) is not None
    except (OSError, AttributeError):
        ended = False
    if ended:  # one of the program's own, which it may not have heard of
        os.kill(os.getpid(), _signal.SIGCHLD)


def _is_finished(pipe, wait=0.0):
    """Whether the writer at the pipe's other end is done; closes the pipe then."""
    select = _import("select")
    if not select.select([pipe], [], [], wait)[0]:
        return False
    os.close(pipe)
    return True


def _wait_for_writers(seconds=600.0):
    for pipe in _settings.pipes:
        _is_finished(pipe, seconds)
    _settings.pipes = []


def _error_text(error):
    if type(error) is MemoryError:
        return "not enough memory"
    return "%s: %s" % (_type_name(type(error)), error)


def _complain(text):
    try:
        os.write(2, ("heapgraph_agent: %s\n" % text).encode("utf-8", "backslashreplace"))
    except OSError:
        pass


def install(signum=None, *, path=None, redact=False, repr=False, text_limit=80):
    """Dump whenever the signal arrives (``SIGUSR2`` unless another is given), from a forked child.

    The program pauses for the fork alone. Call it from the main thread. Files are numbered from the second
    on. Where a dump fails, one line on standard error says why, and the program goes on.
    """
    if signum is None:
        signum = _signal.SIGUSR2
    _settings.path = os.fspath(path) if path is not None else _settings.path
    if _settings.path is not None:
        _settings.path = os.path.abspath(_settings.path)
    _settings.redact, _settings.repr, _settings.text_limit = redact, repr, text_limit
    previous = _signal.signal(signum, _on_signal)
    if signum not in _settings.handlers:
        _settings.handlers[signum] = previous


def uninstall():
    """Give the signals back to the handlers they had before ``install``."""
    for signum, handler in list(_settings.handlers.items()):
        _signal.signal(signum, handler if handler is not None else _signal.SIG_DFL)
        del _settings.handlers[signum]


def _on_signal(signum, frame):
    try:
        dump(fork=True)
    except Exception as error:
        _complain("no dump was made: %s" % _error_text(error))


# ---------------------------------------------------------------------------------------------------------
# Running a program under the agent.

_USAGE = """\
usage: python heapgraph_agent.py [options] SCRIPT [ARGUMENTS...]
       python heapgraph_agent.py [options] -m MODULE [ARGUMENTS...]

Run a script as python would, and write its heap to a .heap file.

  -o FILE            the file to write (SCRIPT.heap); gzip where it ends in .gz
  --at MOMENT        exit: when the script ends, also by an exception (this unless told)
                     signal: whenever the signal arrives, from a forked child
                     call: only where the script calls heapgraph_agent.dump()
  --signal NAME      the signal (SIGUSR2)
  --redact           leave out the texts of strings, bytes and numbers
  --repr             ask the script's own __repr__ methods for texts, which runs their code
  --text-limit N     the longest text, in characters (80)
  --progress         tell on standard error what is being done
"""


def _parse(arguments):
    options = {"output": None, "at": "exit", "signal": "SIGUSR2", "redact": False, "repr": False,
               "text_limit": 80, "progress": False, "module": None}
    valued = {"-o": "output", "--output": "output", "--at": "at", "--signal": "signal",
              "--text-limit": "text_limit", "-m": "module"}
    rest = list(arguments)
    while rest and rest[0].startswith("-") and rest[0] != "-":
        option = rest.pop(0)
        value = None
        if option.startswith("--") and "=" in option:
            option, _, value = option.partition("=")
        if option == "--":
            break
        if option in ("-h", "--help"):
            sys.stderr.write(_USAGE)
            raise SystemExit(0)
        if option in valued:
            if value is None:
                if not rest:
                    _usage_error("%s needs a value" % option)
                value = rest.pop(0)
            options[valued[option]] = value
            if option == "-m":
                break
        elif option in ("--redact", "--repr", "--progress"):
            options[option[2:]] = True
        else:
            _usage_error("there is no option %s" % option)
    if options["at"] not in ("exit", "signal", "call"):
        _usage_error("--at takes exit, signal or call, not %s" % options["at"])
    try:
        options["text_limit"] = int(options["text_limit"])
        if options["text_limit"] < 0:
            raise ValueError
    except ValueError:
        _usage_error("--text-limit takes a number from 0 on, not %s" % options["text_limit"])
    name = options["signal"].upper()
    name = name if name.startswith("SIG") else "SIG" + name
    options["signal"] = getattr(_signal, name, None)
    if type(options["signal"]) is not int:
        _usage_error("there is no signal %s" % name)
    if options["module"] is None and not rest:
        _usage_error("which script is to be run? Give its path")
    return options, rest


def _usage_error(text):
    sys.stderr.write("heapgraph_agent: %s\n%s" % (text, _USAGE))
    raise SystemExit(64)


def _tell_progress():
    """A function that tells what is being done, once it has taken a second."""
    began = time.time()

    def tell(what):
        if time.time() - began > 1:
            _complain(what)

    return tell


def _find_code(module, rest):
    """The code to run as ``__main__``, its arguments and the variables it starts with."""
    if module is not None:
        runpy = __import__("runpy")
        sys.argv = ["-m"] + rest
        _set_first_path(os.getcwd())
        _, spec, code = runpy._get_module_details(module)
        sys.argv[0] = spec.origin
        return code, {"__file__": spec.origin, "__cached__": spec.cached, "__loader__": spec.loader,
                      "__package__": spec.parent, "__spec__": spec}
    path = rest[0]
    sys.argv = list(rest)
    _set_first_path(os.path.dirname(os.path.realpath(path)))
    if _VERSION >= (3, 9):
        path = os.path.abspath(path)
    try:
        with open(path, "rb") as file:
            source = file.read()
    except OSError as error:
        sys.stderr.write("%s: can't open file %r: [Errno %d] %s\n" % (
            sys.executable, path, error.errno, error.strerror))
        raise SystemExit(2)
    loader = _modules["_frozen_importlib_external"].SourceFileLoader("__main__", path)
    return compile(source, path, "exec", dont_inherit=True), {
        "__file__": path, "__cached__": None, "__loader__": loader, "__package__": None, "__spec__": None}


def _set_first_path(folder):
    own = os.path.dirname(os.path.abspath(__file__))
    if sys.path and os.path.abspath(sys.path[0]) == own:
        sys.path[0] = folder
    elif not getattr(sys.flags, "safe_path", sys.flags.isolated):
        sys.path.insert(0, folder)


def _without_agent_frames(error):
    """Cut the agent's own frames from the start of a traceback."""
    trace = error.__traceback__
    while trace is not None and trace.tb_frame.f_globals is globals():
        trace = trace.tb_next
    if type(error) is SyntaxError:
        return None if trace is None else trace
    return trace


def _print_error(error):
    """Print an uncaught exception as the interpreter does, and leave it where the interpreter does."""
    sys.last_type, sys.last_value, sys.last_traceback = type(error), error, error.__traceback__
    if _VERSION >= (3, 12):
        sys.last_exc = error
    try:
        sys.excepthook(type(error), error, error.__traceback__)
    except BaseException as failure:
        sys.stderr.write("Error in sys.excepthook:\n")
        sys.__excepthook__(type(failure), failure, failure.__traceback__)
        sys.stderr.write("\nOriginal exception was:\n")
        sys.__excepthook__(type(error), error, error.__traceback__)


def _execute(module, rest):
    """Run the program, and return how it ended: an exit code, or the sign of an interrupt."""
    main = _ModuleType("__main__")
    try:
        code, variables = _find_code(module, rest)
        namespace = main.__dict__
        namespace.update(variables)
        namespace["__builtins__"] = _modules["builtins"]
        if _VERSION < (3, 14):
            namespace["__annotations__"] = {}
        _modules["__main__"] = main
        _code_names(code, _script_names)
        del main, variables
        exec(code, namespace)
    except SystemExit as error:
        return SystemExit.__dict__["code"].__get__(error)
    except BaseException as error:
        _complete_traceback(error)
        _print_error(error)
        return _INTERRUPTED if isinstance(error, KeyboardInterrupt) else 1
    return None


def _complete_traceback(error):
    trace = _without_agent_frames(error)
    BaseException.with_traceback(error, trace)


class _Interrupted:
    """How a program ends that did not catch the keyboard's interrupt."""


_INTERRUPTED = _Interrupted()


def _wait_for_threads():
    """Wait for the program's threads as the interpreter does before it ends."""
    threading = _modules.get("threading")
    if threading is None or len(sys._current_frames()) < 2:
        return
    if any(not thread.daemon and thread is not threading.main_thread() for thread in threading.enumerate()):
        threading._shutdown()


def _forget_imports():
    """Take out of ``sys.modules`` what the agent's imports brought along: 3.13's array brings collections."""
    brought = [name for name in _modules if name not in _modules_before and name != "heapgraph_agent"]
    for name in brought:
        del _modules[name]
    if brought:
        gc.collect()


def _main(arguments):
    options, rest = _parse(arguments)
    script = options["module"] or os.path.basename(rest[0])
    stem = script[:-3] if script.endswith(".py") else script
    _settings.path = os.path.abspath(options["output"] or stem + ".heap")
    _settings.redact, _settings.repr = options["redact"], options["repr"]
    _settings.text_limit = options["text_limit"]
    at_exit = options["at"] == "exit"
    _settings.first = 1 if at_exit else 0
    _modules["heapgraph_agent"] = _modules["__main__"]
    _forget_imports()
    if options["at"] == "signal":
        _signal.signal(options["signal"], _on_signal)
        _settings.handlers[options["signal"]] = None
    status = _execute(options["module"], rest)
    try:
        _wait_for_threads()
    except BaseException as error:
        _print_error(error)
    if at_exit:
        try:
            progress = _tell_progress() if options["progress"] else None
            dump(_settings.path, progress=progress)
        except Exception as error:
            _complain("the heap was not written to %s: %s" % (_settings.path, _error_text(error)))
    _wait_for_writers()
    if status is _INTERRUPTED:
        sys.excepthook = lambda *_: None
        raise KeyboardInterrupt
    raise SystemExit(status)


_OWN_CLASSES = frozenset(
    id(value) for value in list(globals().values())
    if type(value) is type and value.__module__ == __name__)

if __name__ == "__main__":
    _main(sys.argv[1:])
