"""Objects of every kind that a heap may hold, some of them hostile: they fail loudly when their code runs."""

import collections
import dataclasses
import functools
import itertools
import sys
import threading
import types
import weakref

ran = []  # what user code ran; a capture must leave it empty


def trap(name):
    def method(self, *arguments, **keywords):
        ran.append("%s.%s" % (type.__dict__["__name__"].__get__(type(self)), name))
        raise RuntimeError("user code ran: %s" % name)

    return method


TRAPPED = """__repr__ __str__ __len__ __eq__ __ne__ __hash__ __bool__ __iter__ __contains__ __getattr__ __sizeof__
__dir__ __index__ __int__ __format__ __reduce_ex__ __call__ __lt__ __enter__ __next__ __getitem__""".split()


def hostile(name, *bases, **extra):
    members = {trapped: trap(trapped) for trapped in TRAPPED}
    if any(issubclass(base, int) for base in bases):
        del members["__index__"]
    members.update(extra)
    return type(name, bases or (object,), members)


class HostileMeta(type):
    __getattribute__ = trap("meta.__getattribute__")
    __getattr__ = trap("meta.__getattr__")
    __eq__ = trap("meta.__eq__")
    __hash__ = type.__hash__
    __repr__ = trap("meta.__repr__")
    __instancecheck__ = trap("meta.__instancecheck__")
    __subclasscheck__ = trap("meta.__subclasscheck__")
    __len__ = trap("meta.__len__")
    __bool__ = trap("meta.__bool__")
    __iter__ = trap("meta.__iter__")


class Plain:
    def __init__(self, number):
        self.name = "plain %d" % number
        self.number = number + 1000
        self.items = [number]


class Lacking:
    """Its instances do not all have the same attributes."""

    default = None

    def __init__(self, number):
        if number % 2:
            self.first = object()
        if number % 3:
            self.second = object()
        self.third = object()
        if number % 5:
            self.default = object()
        if number % 7 == 0:
            self.default = None


class Alone:
    def __init__(self, number):
        self.number = number


class Slotted:
    __slots__ = ("left", "right", "__weakref__")


class SlottedWithDict(Slotted):
    __slots__ = ("extra", "__dict__")


@dataclasses.dataclass
class Point:
    x: int = 0
    y: object = None


Pair = collections.namedtuple("Pair", "first second")


class Finalizing:
    def __del__(self):
        pass


class DictChild(dict):
    pass


class ListChild(list):
    __slots__ = ("slot",)


class Failure(Exception):
    def __init__(self, *arguments):
        super().__init__(*arguments)
        self.detail = [1]


def closure_maker():
    captured = ["captured"]
    counter = 0

    def closure(argument=("default",), *, keyword={"k": "v"}):
        nonlocal counter
        counter += 1
        return captured, counter

    return closure


def generating():
    inside = ["inside a generator"]
    while True:
        yield inside


async def waiting(argument):
    inside = [argument]
    await suspended(inside)


@types.coroutine
def suspended(value):
    yield value


def failing():
    local_of_failing = ["local of a frame that is done"]
    raise Failure("failed", local_of_failing)


class Properties:
    @property
    def trapped(self):
        ran.append("Properties.trapped")
        raise RuntimeError

    @staticmethod
    def static():
        pass

    @classmethod
    def for_class(cls):
        pass


def make():
    """Make one of everything, by name."""
    things = {}
    things["plain"] = [Plain(n) for n in range(2000)]
    things["lacking"] = [Lacking(n) for n in range(2000)]
    touched = Plain(1)
    touched.__dict__
    things["touched"] = touched
    added = Plain(2)
    added.from_outside = ["set from outside"]
    things["added"] = added
    computed = Plain(4)
    setattr(computed, "".join(["comp", "uted"]), ["under a name that no code mentions"])
    things["computed"] = computed
    # Attribute dictionaries whose order is not the one in which their class met the names first.
    reordered = [Plain(n) for n in range(100)]
    for number, plain in enumerate(reordered):
        for name in ("first", "second") if number % 2 else ("second", "first"):
            setattr(plain, name, [name, number])
    things["reordered"] = [plain.__dict__ for plain in reordered]
    # Dictionaries of one key that the collector visits once, twice, or not at all, each after another.
    alone = [Alone(n) for n in range(100)]
    things["by_number"] = [d for n in range(100) for d in ({n: n}, {"n": n}, alone[n].__dict__)]
    things["alone"] = alone
    slotted = Slotted()
    slotted.left = ["left"]
    things["slotted"] = slotted
    both = SlottedWithDict()
    both.left, both.extra, both.dynamic = [1], [2], [3]
    things["both"] = both
    things["point"] = [Point(n, [n]) for n in range(600)] + [Point()]
    things["pair"] = Pair([1], "second")
    things["finalizing"] = Finalizing()
    child = DictChild(key=["value"])
    child.attribute = ["attribute of a dict"]
    things["dict_child"] = child
    list_child = ListChild([[1], [2]])
    list_child.slot = ["slot of a list"]
    things["list_child"] = list_child
    things["mixed"] = {1: "one", "two": 2, (3, 4): [5], None: object()}
    things["emptied"] = {}
    general = {1: 2, "x": [1]}
    del general[1]
    things["general"] = general
    things["nested"] = ((((1,), [2]), "3"), frozenset((4, "five")))
    things["sets"] = [{1, "two"}, frozenset(["three"]), set()]
    things["closure"] = closure_maker()
    generator = generating()
    next(generator)
    things["generator"] = generator
    coroutine = waiting("argument")
    coroutine.send(None)
    things["coroutine"] = coroutine
    things["async_generator"] = (lambda: None, None)
    try:
        failing()
    except Failure as error:
        things["error"] = error
    cycle = []
    cycle.append(cycle)
    things["cycle"] = cycle
    referent = Plain(3)
    things["referent"] = referent
    things["weak"] = weakref.ref(referent, len)
    things["proxy"] = weakref.proxy(referent)
    things["weak_values"] = weakref.WeakValueDictionary(a=referent)
    things["weak_keys"] = weakref.WeakKeyDictionary({referent: ["v"]})
    things["weak_set"] = weakref.WeakSet([referent])
    things["bound"] = referent.__init__
    things["builtin"] = [].append
    things["partial"] = functools.partial(len, [1])
    things["deque"] = collections.deque([["a"], "b", 3], maxlen=9)
    things["defaultdict"] = collections.defaultdict(list, a=[1])
    ordered = collections.OrderedDict(a=[1], b=[2])
    things["ordered"] = ordered
    things["counter"] = collections.Counter("abca")
    things["chain_map"] = collections.ChainMap({"a": [1]}, {})
    things["properties"] = Properties()
    things["namespace"] = types.SimpleNamespace(a=[1], b=2)
    things["module"] = types.ModuleType("made_up")
    nameless = types.ModuleType("nameless")
    del nameless.__name__
    things["nameless"] = nameless
    things["mapping"] = types.MappingProxyType({"k": [1]})
    things["slice"] = slice([1], 2, "three")
    things["range"] = range(10 ** 20, 10 ** 20 + 7, 3)
    things["iterators"] = [iter([1, [2]]), iter({"a": 1}), itertools.chain([[1]]), enumerate([[1]]), zip([1])]
    things["memory"] = memoryview(bytearray(b"bytes"))
    things["cached"] = functools.lru_cache(None)(lambda n: [n])
    things["cached"](1)
    things["event"] = threading.Event()
    local = threading.local()
    local.value = ["thread local"]
    things["local"] = local
    things["big_text"] = "long " * 400000
    things["surrogate"] = "lone \udc80 surrogate"
    things["unicode"] = "sn\u00f6 \U0001f600"
    things["huge"] = 1 << 4000000
    things["negative"] = -(10 ** 300)
    things["floats"] = [1.5, float("nan"), float("-inf"), 1e300]
    things["complex"] = 1 + 2j
    things["bytes"] = [b"bytes", bytearray(b"array") * 5000]
    things["lambda"] = lambda: None
    # Hostile ones
    things["hostile"] = hostile("Hostile")()
    vars_of = object.__setattr__
    vars_of(things["hostile"], "attribute", ["attribute of a hostile one"])
    things["hostile_dict"] = dict.__new__(hostile("HostileDict", dict))
    dict.__setitem__(things["hostile_dict"], "key", ["value"])
    things["hostile_list"] = list.__new__(hostile("HostileList", list))
    list.append(things["hostile_list"], ["element"])
    things["hostile_str"] = str.__new__(hostile("HostileStr", str), "hostile text")
    things["hostile_int"] = int.__new__(hostile("HostileInt", int), 77777)
    things["hostile_tuple"] = tuple.__new__(hostile("HostileTuple", tuple), ([1], 2))
    things["hostile_set"] = set.__new__(hostile("HostileSet", set))
    things["hostile_module"] = hostile("HostileModule", types.ModuleType)("hostile_module")
    things["hostile_getattribute"] = hostile(
        "HostileGetattribute", object, __getattribute__=trap("__getattribute__"))()
    object.__setattr__(things["hostile_getattribute"], "hidden", ["hidden"])
    things["negative_size"] = type("NegativeSize", (), {"__sizeof__": lambda self: -5})()
    things["lying_class"] = type("LyingClass", (), {"__class__": property(trap("__class__"))})()
    things["property_like"] = type("PropertyLike", (), {
        "shadowed": property(trap("shadowed"))})()
    things["hostile_class"] = type.__new__(HostileMeta, "HostileClass", (), {"member": ["of a class"]})
    things["hostile_class_instance"] = object.__new__(things["hostile_class"])
    object.__setattr__(things["hostile_class_instance"], "value", ["of an instance"])
    hooked = type("Hooked", (), {"__init__": lambda self: setattr(self, "value", ["v"]),
                                 "value": type("Descriptor", (), {"__get__": trap("__get__")})()})
    things["hooked"] = hooked()
    descriptor = type("DataDescriptor", (), {"__get__": trap("__get__"), "__set__": lambda *_: None})
    things["described"] = type("Described", (), {"watched": descriptor()})()
    things["string_name"] = type(type("Name", (str,), {})("OddName"), (), {})()
    things["module_of_class"] = type("OddModule", (), {"__module__": 5})()
    things["frame"] = sys._getframe()
    return things
