"""Show one program's objects with objgraph, and write the heap they lie in.

    python driver.py PROGRAM.py AGENT.py FOLDER small|full

The program runs as ``__main__``. Its first lines say what is drawn: each ``# start:`` names the objects of one
group, as expressions separated by semicolons. Into the folder go a DOT file a picture, ``pictures.json``, which
says what each of them was asked, ``process.heap``, and ``order.bin``, the addresses of the collector's objects
in the order in which it lists them.

Nothing may change between the last picture and the dump, and looking changes a heap: objgraph asks for
attributes that are made for the asking (``__dict__``, ``__annotations__``), and each collection sorts the
collector's lists anew. So everything is drawn again until two rounds give the same, and a round that never does
is an error. The agent is loaded behind the last round, and leaves itself out.

What is done here holds no object of the program: starts are found again by their expressions, and the list that
they are handed over in is one that objgraph leaves out. All of it happens on one line of the module, so that the
line number of the driver's frame stays what it is.
"""

import sys

if __name__ == "__main__":
    # As a module of its own: the program is to be the only __main__.
    import driver  # noqa: F401

import array
import gc
import inspect
import io
import json
import os
import types

import objgraph

PROGRAM, AGENT, FOLDER, SIZE = sys.argv[1:]
MAXIMUM_ROUNDS = 8

# Under another name: of a frame whose function calls ``exec`` the agent does not read the variables.
run = exec

# Counts of what everybody shares change with every step of the interpreter.
SHARED = ("NoneType", "bool", "int", "float", "str", "bytes", "tuple", "type", "code", "builtin_function_or_method",
          "wrapper_descriptor", "method_descriptor", "getset_descriptor", "member_descriptor", "module", "dict",
          "ABCMeta", "EnumMeta", "EnumType", "function", "frame")

SMALL = (
    {"function": "show_refs"},
    {"function": "show_backrefs"},
    {"function": "show_backrefs", "max_depth": 5, "too_many": 3},
    {"function": "show_chain"},
)
FULL = SMALL + (
    {"function": "show_refs", "max_depth": 5, "too_many": 3},
    {"function": "show_refs", "max_depth": 5, "too_many": 10, "highlighted_types": ("type", "function")},
    {"function": "show_refs", "max_depth": 2, "too_many": 40, "shortnames": False},
    {"function": "show_refs", "max_depth": 3, "too_many": 1000, "refcounts": True, "excluded_types": SHARED},
    {"function": "show_refs", "max_depth": 4, "excluded_types": ("dict", "str", "type")},
    {"function": "show_refs", "max_depth": 3, "ignores_first_referents": 2},
    {"function": "show_refs", "max_depth": 0},
    {"function": "show_backrefs", "max_depth": 3, "too_many": 40, "shortnames": False},
    {"function": "show_backrefs", "max_depth": 2, "too_many": 1000, "refcounts": True, "excluded_types": SHARED},
    {"function": "show_backrefs", "max_depth": 4, "too_many": 5, "excluded_types": ("dict", "cell", "frame")},
    {"function": "show_chain", "forward": True, "shortnames": False},
)


class Picture:
    """One picture: what is asked, and the text that objgraph gave last."""

    def __init__(self, codes, question):
        self.codes = codes
        self.question = question
        self.excluded = frozenset(question.get("excluded_types", ()))
        self.highlighted = frozenset(question.get("highlighted_types", ()))
        self.arguments = {
            key: question[key] for key in ("max_depth", "too_many", "shortnames", "refcounts") if key in question}
        if self.excluded:
            self.arguments["filter"] = self.is_wanted
        if self.highlighted:
            self.arguments["highlight"] = self.is_highlighted
        self.starts = self.chain = ()
        # objgraph ignores its own argument, too, and that is the empty tuple where there is none.
        self.ignored = (id(()),)
        self.text = self.previous = ""

    def is_wanted(self, value):
        return type(value).__name__ not in self.excluded

    def is_highlighted(self, value):
        return type(value).__name__ in self.highlighted

    def draw(self):
        objects = [eval(code, NAMESPACE) for code in self.codes]
        self.starts = tuple(map(id, objects))
        output = io.StringIO()
        function = self.question["function"]
        if function == "show_chain":
            self.draw_chain(objects, output)
        elif function == "show_refs":
            ignored = tuple(map(id, gc.get_referents(*objects)[:self.question.get("ignores_first_referents", 0)]))
            objgraph.show_refs(objects, output=output, extra_ignore=ignored, **self.arguments)
            self.ignored = ignored + (id(ignored),)
        else:
            objgraph.show_backrefs(objects, output=output, **self.arguments)
        self.previous, self.text = self.text, output.getvalue()

    def draw_chain(self, objects, output):
        forward = self.question.get("forward", False)
        if forward:
            chain = objgraph.find_ref_chain(objects[0], inspect.ismodule, extra_ignore=(id(objects),))
        else:
            chain = objgraph.find_backref_chain(
                objects[0], objgraph.is_proper_module, extra_ignore=(id(objects),))
        self.chain = tuple(map(id, chain))
        self.starts = (self.chain[0 if forward else -1],)
        objgraph.show_chain(chain, output=output, backrefs=not forward, **self.arguments)

    def manifest(self, number):
        return dict(
            self.question, file="%d.dot" % number, starts=self.starts, ignored=self.ignored, chain=self.chain)


class Probe:
    """Objects whose counts are known: each is held once."""

    def __init__(self):
        self.held = [[], {}]

    def offsets(self):
        """What objgraph's counts are above the true ones: of other objects, and of those it starts from."""
        output = io.StringIO()
        objgraph.show_refs([self.held], output=output, refcounts=True)
        start, other, last = (
            int(line.partition(" [")[2].partition("]")[0])
            for line in output.getvalue().splitlines() if "label=" in line)
        # The last object that an edge led to is still in a variable of objgraph's.
        assert last == other + 1, output.getvalue()
        return {"other": other - 1, "start": start - 1}


def load():
    """Run the program; a traceback that it keeps holds this function's frame and with it all variables."""
    main = types.ModuleType("__main__")
    main.__file__ = PROGRAM
    sys.modules["__main__"] = main
    run(compile(SOURCE, PROGRAM, "exec"), main.__dict__)
    return main.__dict__


def plan():
    """The pictures of all groups."""
    pictures = []
    for line in SOURCE.splitlines():
        if line.startswith("# start:"):
            codes = tuple(
                compile(expression.strip(), "start", "eval") for expression in line[8:].split(";"))
            pictures.extend(Picture(codes, question) for question in (FULL if SIZE == "full" else SMALL))
    return pictures


def draw():
    for picture in PICTURES:
        picture.draw()


def finish():
    for number, picture in enumerate(PICTURES):
        if picture.text != picture.previous:
            with open(os.path.join(FOLDER, "unsettled.txt"), "w", encoding="utf-8", errors="surrogatepass") as file:
                file.write(picture.previous + picture.text)
            sys.stderr.write("picture %d of %s never settles: unsettled.txt has its last two states\n"
                             % (number, PROGRAM))
            os._exit(1)
    agent = {"__name__": "heapgraph_agent", "__file__": AGENT}
    with open(AGENT, encoding="utf-8") as file:
        exec(compile(file.read(), AGENT, "exec"), agent)
    agent["dump"](os.path.join(FOLDER, "process.heap"), repr="\n# repr\n" in SOURCE)


def unseen():
    """References that ``gc.get_referents`` tells of and ``gc.get_referrers`` does not.

    The two are one function of a type, called with two visitors; the second one stops it by what it returns, and
    the futures and tasks written in C drop what it returns for some of their fields.
    """
    base = getattr(sys.modules.get("_asyncio"), "Future", None)
    if base is None:
        return []
    return [
        (id(holder), id(held)) for holder in gc.get_objects() if base in type(holder).__mro__
        for held in gc.get_referents(holder) if not any(other is holder for other in gc.get_referrers(held))]


def types_with_texts():
    """The names of the types whose texts are made by a method written in Python."""
    return sorted({
        value.__name__ for value in gc.get_objects()
        if issubclass(type(value), type) and type(value.__repr__) is types.FunctionType})


def write():
    for number, picture in enumerate(PICTURES):
        with open(os.path.join(FOLDER, "%d.dot" % number), "wb") as file:
            file.write(picture.text.encode("utf-8", "backslashreplace"))
    with open(os.path.join(FOLDER, "pictures.json"), "w", encoding="ascii") as file:
        json.dump({"count_offsets": OFFSETS, "unseen": unseen(), "types_with_texts": types_with_texts(),
                   "pictures": [picture.manifest(number) for number, picture in enumerate(PICTURES)]}, file)
    with open(os.path.join(FOLDER, "order.bin"), "wb") as file:
        ORDER.tofile(file)


def settled():
    return all(picture.text == picture.previous for picture in PICTURES)


def step():
    """Do what comes next, and say whether there is more."""
    STATE[0] += 1
    if STATE[0] <= MAXIMUM_ROUNDS and not (STATE[0] > 2 and settled()):
        draw()
        ORDER[:] = array.array("Q", map(id, gc.get_objects()))
        return True
    finish()
    return False


gc.disable()
with open(PROGRAM, encoding="utf-8") as head:
    SOURCE = head.read()
STATE = [0]
ORDER = array.array("Q")
OFFSETS = Probe().offsets()
NAMESPACE = load()
PICTURES = plan()
while step(): pass  # noqa: E701
write()
sys.stdout.flush()
# Threads of the program wait for ever.
os._exit(0)
