"""Makes docs/performance.md of what was measured."""

import os
import platform
import subprocess
import sys
import time
from importlib import metadata
from pathlib import Path

from stopwatch import Timing, in_unit

TEMPLATE = Path(__file__).with_name("performance.template.md")
MIB = 1024 * 1024


# What the figures were taken on


def machine():
    return {
        "Processor": f"{_processor()}, {os.cpu_count()} cores",
        "Memory": f"{os.sysconf('SC_PAGE_SIZE') * os.sysconf('SC_PHYS_PAGES') / 2**30:.0f} GiB",
        "System": f"{_system()}, kernel {platform.release()}, {platform.machine()}",
        "Swift": _first_line(["swift", "--version"]),
        "Python": f"CPython {platform.python_version()} for the peers",
        "Graphviz": _first_line(["dot", "-V"]).replace("dot - graphviz version ", ""),
        "Peers": ", ".join(_version(name) for name in ("objgraph", "guppy3", "numpy", "scipy", "igraph")),
        "Date": time.strftime("%Y-%m-%d %H:%M UTC", time.gmtime()),
    }


def _version(name):
    try:
        return f"{name} {metadata.version(name)}"
    except metadata.PackageNotFoundError:
        return f"{name} (not installed)"


def _processor():
    try:
        with open("/proc/cpuinfo") as file:
            return next(line.split(":", 1)[1].strip() for line in file if line.startswith("model name"))
    except (OSError, StopIteration):
        return platform.processor() or "unknown"


def _system():
    try:
        return platform.freedesktop_os_release()["PRETTY_NAME"]
    except (OSError, KeyError, AttributeError):
        return f"{platform.system()} {platform.release()}"


def _first_line(command):
    try:
        result = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    except OSError:
        return "not found"
    # `swift --version` says the driver's version in front where output is no terminal.
    line = result.stdout.strip().splitlines()[0] if result.stdout.strip() else "unknown"
    return line[line.find("Swift version"):] if "Swift version" in line else line


# What was to be reached


def goals(results):
    """Each goal: what it is about, what was asked, what was measured, and whether that is enough."""
    rows = []
    turned = results["transpose"]["measured"]
    ratio = median(turned["heapgraph"]) / median(turned["scipy"])
    rows.append((
        f"Turning {millions(results['transpose']['objects'])} objects with "
        f"{millions(results['transpose']['references'])} references round",
        "no slower than scipy's CSR to CSC", f"{ratio:.2f} of scipy's time", ratio <= 1))
    for shape in ("tree", "links"):
        opened = median(results[shape]["opened"])
        rows.append((f"Opening a heap of {millions(results[shape]['opened']['objects'])} objects ({shape})",
                     "at most 50 ms", in_unit(opened), opened <= 0.050))
    for shape in ("tree", "links"):
        picture = results[shape]["pictures"]["5"]
        slowest = max(median(picture["same"]), median(picture["usual"]))
        ratio = slowest / Timing(results[shape]["inside"]["seconds"]["backrefs 5"]).median
        rows.append((f"`heapgraph backrefs --depth 5` to DOT, whole command ({shape})",
                     "at most a third of objgraph's time inside the process",
                     f"1/{1 / ratio:.1f} of objgraph's time", ratio <= 1 / 3))
    for captured in results["capture"]:
        speed = captured["objects"] / Timing(captured["dumps"]).median
        rows.append((f"The agent with labels, {millions(captured['objects'])} objects, CPython {captured['python']}",
                     "at least 400,000 objects a second", f"{speed:,.0f} objects a second", speed >= 400_000))
    for captured in results["capture"]:
        pause = Timing(captured["pauses"]).median
        rows.append((f"Pause of a program that dumps by fork, CPython {captured['python']}", "at most 15 ms",
                     in_unit(pause), pause <= 0.015))
    shortest, longest = results["chains"][0], results["chains"][-1]
    growth = longest["objects"] / shortest["objects"]
    # Of the processor's time, which other work on the machine hardly changes.
    worst, factor = max(
        ((name, processor(longest["commands"][name]) / processor(shortest["commands"][name])) for name in
         longest["commands"]), key=lambda pair: pair[1])
    rows.append((f"{millions(longest['objects'])} objects in a row",
                 "every command works, in linear time",
                 f"{growth:.0f} times the objects take at most {factor:.1f} times the processor's time (`{worst}`)",
                 factor <= 1.5 * growth))
    for name, (title, _) in RUNTIME_TITLES.items():
        if not name.startswith("make"):
            ratio = to_cpython(results["runtime"]["operations"][name])
            rows.append((title, "no slower than CPython", f"{ratio:.2f} of CPython's time", ratio <= 1))
    taken = median(results["runtime"]["snapshot"])
    rows.append((f"`snapshot()` of a space with {millions(results['runtime']['objects'])} objects", "at most 500 ms",
                 in_unit(taken), taken <= 0.5))
    for name, title in PROGRAM_TITLES.items():
        ratio = to_cpython(results["programs"][name])
        rows.append((f"A program: {title}", "at most 3 times CPython's time", f"{ratio:.2f} times CPython's time",
                     ratio <= 3))
    began = median(results["programs"]["empty"]["heapgraph"])
    rows.append(("`heapgraph run` of an empty program, whole command", "at most 30 ms", in_unit(began), began <= 0.030))
    return rows + swift_goals(results["swift_heap"]) + server_goals(results["server"])


def swift_goals(part):
    if part is None:
        return []
    inside, outside, churn = part["inside"], part["outside"], part["churn"]
    objects = millions(inside[0]["objects"])
    pause = Timing([one["pauseSeconds"] for one in inside]).median
    seconds = Timing([one["seconds"] for one in inside]).median
    memory = max(one["peakMemory"] / one["objects"] for one in inside)
    cost = max(tracking_cost(part, depth, 1) for depth in ("shallow", "deep"))
    outside_pause = Timing(outside["pauses"]).median
    return [
        (f"A Swift program with {objects} objects captures itself: pause", "at most 40 ms", in_unit(pause),
         pause <= 0.040),
        ("The same, whole", "at most 1.5 s", in_unit(seconds), seconds <= 1.5),
        ("The same, memory on top while it lasts", "at most 200 bytes an object", f"{memory:.0f} bytes an object",
         memory <= 200),
        (f"{churn['captures']:,} captures while {churn['threads']} threads and tasks change the heap",
         "every planted cycle, nothing else",
         f"found in {churn['plantedFound']:,}, {churn['falseLeaks']:,} objects falsely",
         churn["plantedFound"] == churn["captures"] and churn["falseLeaks"] == 0),
        ("Tracking: an allocation and its end, on top, one thread", "at most 50 ns", f"{cost:.0f} ns", cost <= 50),
        (f"An untouched Swift program of {outside['objects']:,} objects, captured from outside: pause", "at most 100 ms",
         in_unit(outside_pause), outside_pause <= 0.100),
    ]


def server_goals(part):
    if part is None:
        return []
    captures, named, failures = part["captures"], part["leakNamed"], part["failures"]
    return [(
        f"A server under load, captured {captures} times", "no failed request, and its leak is named",
        f"{failures} of {part['requests']:,} requests failed, named {named} times",
        failures == 0 and not part["capturesRefused"] and captures == named == 50 and part["serverAlive"])]


def tracked(part, case, depth, threads):
    """The nanoseconds of one object that is made and let go."""
    return next(one["nanoseconds"] for one in part["tracking"]
                if (one["case"], one["depth"], one["threads"]) == (case, depth, threads))


def tracking_cost(part, depth, threads):
    return tracked(part, "on", depth, threads) - tracked(part, "none", depth, threads)


# What is measured of the object runtime: a title, and what the heap is made of.
RUNTIME_TITLES = {
    "collect-instances": ("Full collection, nothing to free: instances", "instance with two ints"),
    "collect-lists": ("Full collection, nothing to free: lists in a list", "list of an int"),
    "collect-dicts": ("Full collection, nothing to free: dicts in a list", "dict with one key"),
    "collect-tuples": ("Full collection, nothing to free: tuples in a list", "tuple of an empty list"),
    "collect-instance-cycles": ("Full collection that frees pairs of instances", "instance that holds another"),
    "collect-list-cycles": ("Full collection that frees pairs of lists", "list that holds another"),
    "collect-rings": ("Full collection that frees rings of 1,000 instances", None),
    "release-instances": ("Letting a list of instances go", None),
    "release-instance-chain": ("Letting instances in a row go", None),
    "release-list-chain": ("Letting lists in a row go", "list of a list"),
    "make-instances": ("Making instances with two attributes", None),
    "make-slotted": ("The same with `__slots__`", "instance with two ints in slots"),
    "make-instances-traced": ("Making instances with two attributes, traced", None),
}


# The programs that both the built-in runtime and CPython run.
PROGRAM_TITLES = {
    "traced-instances": "50,000 instances made under `tracemalloc`",
    "slotted-instances": "10,000 instances with `__slots__`",
    "ordinary-instances": "10,000 ordinary instances",
    "tree": "a tree of depth 16",
    "word-counting": "words of a text counted and sorted",
    "generator-pipeline": "100,000 numbers through three generators",
}


def to_cpython(measured):
    """HeapGraph's time in CPython's."""
    return median(measured["heapgraph"]) / median(measured["cpython"])


def verdicts(results):
    """The goals as lines of text."""
    return [f"{'met' if met else 'MISSED':6} {subject}: {reached}; goal: {goal}"
            for subject, goal, reached, met in goals(results)]


# The page


def page(results):
    text = TEMPLATE.read_text(encoding="utf-8")
    parts = {
        "machine": machine_table, "load": load, "goals": goal_table, "transpose": transpose_table,
        "igraph": igraph_table, "traverse": traverse_table, "open": open_table, "pictures": picture_table,
        "questions": question_table, "capture": capture_table, "chains": chain_table, "start": start_table,
        "runtime": runtime_table, "runtime_memory": runtime_memory_table, "tracing": tracing_sentence,
        "programs": program_table, "swift_heap": swift_table, "tracking": tracking_table, "server": server_sentence,
    }
    for name, make in parts.items():
        text = text.replace("{{" + name + "}}", make(results))
    return text


def median(measured):
    return Timing(measured["seconds"]).median


def processor(measured):
    return Timing(measured["cpu_seconds"]).median


def timing(measured):
    return str(Timing(measured["seconds"] if isinstance(measured, dict) else measured))


def millions(count):
    return f"{count / 1e6:.3g} million" if count >= 1e6 else f"{count:,}"


def mebibytes(values):
    """The middle one of some sizes in bytes."""
    return f"{sorted(values)[len(values) // 2] / MIB:,.0f} MiB" if values else "not known"


def table(titles, rows, numbers=()):
    rule = ["---:" if position in numbers else "---" for position in range(len(titles))]
    return "\n".join("| " + " | ".join(map(str, row)) + " |" for row in [titles, rule, *rows])


def machine_table(results):
    rows = dict(results["machine"])
    rows["Python"] += ", " + " and ".join(captured["python"] for captured in results["capture"]) + " for the agent"
    return table(("", ""), rows.items())


def load(results):
    before, after = (", ".join(f"{value:.1f}" for value in results[key]) for key in ("load_before", "load_after"))
    return f"{before} before, {after} after; the run took {results['minutes']:.1f} minutes"


def goal_table(results):
    return table(("what", "goal", "measured", ""),
                 [(*row[:3], "met" if row[3] else "**not met**") for row in goals(results)])


def transpose_table(results):
    measured = results["transpose"]["measured"]
    ours, theirs = measured["heapgraph"], measured["scipy"]
    return table(("", "time", "memory on top, at the peak"), [
        ("HeapGraph `BackReferences`, on all cores", timing(ours), mebibytes(ours["peakBytes"])),
        ("scipy `csr_matrix.tocsc`, int32 and int8", timing(theirs), mebibytes(theirs["peakBytes"])),
        ("ratio", f"{median(ours) / median(theirs):.2f}", ""),
    ], numbers=(1, 2))


def igraph_table(results):
    part = results["transpose"]
    ours, theirs = part["igraph"]["heapgraph"], part["igraph"]["igraph"]
    return table((f"{millions(part['igraph_objects'])} objects, {millions(part['igraph_references'])} references",
                  "time", "memory on top, at the peak"), [
        ("HeapGraph `BackReferences`", timing(ours), mebibytes(ours["peakBytes"])),
        ("igraph `Graph(n, edges)`, which indexes both directions", timing(theirs), mebibytes(theirs["peakBytes"])),
    ], numbers=(1, 2))


def traverse_table(results):
    part = results["traverse"]
    ours, theirs = part["measured"]["heapgraph"], part["measured"]["scipy"]
    return table((f"{millions(part['objects'])} objects, {millions(part['references'])} references", "time"), [
        ("HeapGraph `ReachableObjects`", timing(ours)),
        ("scipy `csgraph.breadth_first_order`", timing(theirs)),
    ], numbers=(1,))


def open_table(results):
    rows = []
    whole = results["transpose"]
    heaps = [("random", whole["opened"], whole["measured"]["heapgraph"], whole["file_bytes"]),
             *((shape, results[shape]["opened"], results[shape]["transposed"], results[shape]["file_bytes"])
               for shape in ("tree", "links"))]
    for name, opened, turned, size in heaps:
        rows.append((name, millions(opened["objects"]), millions(opened["references"]), timing(opened),
                     f"{size / MIB:,.0f} MiB", an_object([size], opened), an_object(opened["peakBytes"], opened),
                     timing(turned), an_object(turned["peakBytes"], opened)))
    return table(("heap", "objects", "references", "opened in", "file", "file an object", "memory on top an object",
                  "turned round in", "memory on top an object"), rows, numbers=range(1, 9))


def an_object(sizes, heap):
    """The middle one of some sizes in bytes, divided among a heap's objects."""
    return f"{sorted(sizes)[len(sizes) // 2] / heap['objects']:.1f} bytes" if sizes else "not known"


def picture_table(results):
    rows = []
    for shape in ("tree", "links"):
        inside = results[shape]["inside"]["seconds"]
        for depth, picture in results[shape]["pictures"].items():
            peer = Timing(inside[f"backrefs {depth}"])
            rows.append((shape, depth, f"{peer} · {picture['objgraph_nodes']}",
                         f"{timing(picture['same'])} · {picture['same_nodes']}",
                         f"{timing(picture['usual'])} · {picture['usual_nodes']}",
                         f"1/{peer.median / max(median(picture['same']), median(picture['usual'])):.1f}"))
    return table(("heap", "depth", "objgraph, inside the process · nodes",
                  "`heapgraph backrefs` drawing the same · nodes",
                  "`heapgraph backrefs` as it is by default · nodes", "ratio of the slower"), rows, numbers=range(1, 6))


def question_table(results):
    rows = []
    for shape in ("tree", "links"):
        inside, tables = results[shape]["inside"]["seconds"], results[shape]["tables"]
        for question, peers, command in (
            ("most common types", (("`typestats`", "types"), ("guppy `heap()`", "guppy")), "types"),
            ("growth", (("`growth`", "growth"),), "growth"),
            ("leaking objects", (("`get_leaking_objects`", "leaking"),), "leaking"),
            ("chain to a module", (("`find_backref_chain`", "chain"),), "chain"),
        ):
            there = "<br>".join(f"{name} {timing(inside[key])}" for name, key in peers if key in inside)
            rows.append((shape, question, there, f"`heapgraph {command}` {timing(tables[command])}",
                         mebibytes(tables[command]["peak_bytes"])))
    return table(("heap", "question", "inside the process", "whole command", "resident at its peak"), rows,
                 numbers=(4,))


def capture_table(results):
    rows = []
    for captured in results["capture"]:
        dumps, processor_dumps = Timing(captured["dumps"]), Timing(captured["processor_dumps"])
        rows.append((captured["python"], f"{captured['objects']:,}", dumps,
                     f"{captured['objects'] / dumps.median:,.0f}",
                     f"{captured['objects'] / processor_dumps.median:,.0f}", f"{captured['bytes'] / MIB:,.0f} MiB",
                     Timing(captured["pauses"])))
    return table(("CPython", "objects", "`dump(path)`", "objects a second", "a second of the processor", "file",
                  "pause of `dump(path, fork=True)`"), rows, numbers=range(1, 7))


def chain_table(results):
    lengths = results["chains"]
    rows = []
    for name in lengths[0]["commands"]:
        times = [length["commands"][name] for length in lengths]
        rows.append((f"`{name}`", *(timing(measured) for measured in times),
                     mebibytes(times[-1]["peak_bytes"])))
    return table(("command", *(millions(length["objects"]) for length in lengths), "resident at the longest"),
                 rows, numbers=range(1, len(lengths) + 2))


def runtime_table(results):
    part = results["runtime"]
    rows = [(title, timing(part["operations"][name]["heapgraph"]), timing(part["operations"][name]["cpython"]),
             f"{to_cpython(part['operations'][name]):.2f}") for name, (title, _) in RUNTIME_TITLES.items()]
    rows.append(("`snapshot()`", timing(part["snapshot"]), "", ""))
    return table((millions(part["objects"]) + " objects", "object runtime", "CPython", "ratio"), rows,
                 numbers=(1, 2, 3))


def runtime_memory_table(results):
    part = results["runtime"]
    rows = []
    for name, (_, contents) in RUNTIME_TITLES.items():
        sizes = [sorted(part["operations"][name][side]["heapBytes"]) for side in ("heapgraph", "cpython")]
        if contents and all(sizes):
            rows.append((contents, *(f"{values[len(values) // 2] / part['objects']:.0f} bytes" for values in sizes)))
    return table(("resident, each with its place in the list", "object runtime", "CPython"), rows, numbers=(1, 2))


def tracing_sentence(results):
    operations = results["runtime"]["operations"]
    factors = [median(operations["make-instances-traced"][side]) / median(operations["make-instances"][side])
               for side in ("heapgraph", "cpython")]
    return (f"With tracing on, the same instances take {factors[0]:.1f} times as long to make in the object runtime, "
            f"and {factors[1]:.1f} times as long in CPython with `tracemalloc`.")


def program_table(results):
    part = results["programs"]
    rows = [(title, timing(part[name]["heapgraph"]), timing(part[name]["cpython"]),
             f"{to_cpython(part[name]):.2f}") for name, title in PROGRAM_TITLES.items()]
    rows.append(("an empty program, from start to end of the process",
                 *(timing(part["empty"][side]) for side in ("heapgraph", "cpython")),
                 f"{to_cpython(part['empty']):.2f}"))
    return table(("program", "`heapgraph run`", "CPython", "ratio"), rows, numbers=(1, 2, 3))


def swift_table(results):
    part = results["swift_heap"]
    if part is None:
        return "Not measured: it is for Linux."
    inside, outside, churn = part["inside"], part["outside"], part["churn"]
    rows = [
        ("pause", str(Timing([one["pauseSeconds"] for one in inside])), str(Timing(outside["pauses"]))),
        ("whole", str(Timing([one["seconds"] for one in inside])), timing(outside)),
        ("memory on top", mebibytes([one["peakMemory"] for one in inside]), ""),
        ("leaked cycles, afterwards", str(Timing([one["leakSeconds"] for one in inside])), ""),
    ]
    one = inside[0]
    titles = ("", f"by itself, {millions(one['objects'])} objects, {millions(one['references'])} references",
              f"from outside, {outside['objects']:,} objects: whole command")
    pauses = ", ".join(in_unit(seconds) for seconds in churn["pauseSeconds"])
    return (table(titles, rows, numbers=(1, 2))
            + f"\n\n{churn['captures']:,} captures while {churn['threads']} threads and tasks made and freed "
            f"{millions(churn['turns'])} families of objects: least, median and longest pause {pauses}."
            + (f"\n\nThis part, without the server's, was measured again by itself, {part['again']}."
               if "again" in part else ""))


def tracking_table(results):
    part = results["swift_heap"]
    if part is None:
        return ""
    names = {"shallow": "few calls", "deep": "24 calls and more"}
    rows = [(f"{threads} thread{'s' if threads > 1 else ''}, {names[depth]}",
             *(f"{tracked(part, case, depth, threads):.0f} ns" for case in ("none", "on", "off")))
            for threads in (1, 2) for depth in ("shallow", "deep")]
    return table(("an object made and let go", "never tracked", "tracked, 16 frames", "after tracking"), rows,
                 numbers=(1, 2, 3))


def server_sentence(results):
    part = results["server"]
    if part is None:
        return "Not measured: the server could not be built."
    pause, answer = part["pauseMilliseconds"], part["answerMilliseconds"]
    return (f"{part['requestsPerSecond']:,} requests a second, of which the slowest took "
            f"{part['slowestRequestMilliseconds']:.0f} ms, while leaked cycles were asked for {part['captures']} times: "
            f"least, median and longest pause {pause['min']:.1f} ms, {pause['median']:.1f} ms and {pause['max']:.1f} ms; "
            f"an answer took {answer['min']:.0f} ms, {answer['median']:.0f} ms and {answer['max']:.0f} ms.")


def start_table(results):
    part = results["start"]
    nodes = part["nodes"]
    rows = [
        ("`heapgraph --version`", timing(part["version"])),
        ("`heapgraph info` on 1,000 objects", timing(part["info"])),
        (f"a picture of {nodes} nodes as DOT", timing(part["dot"])),
        (f"a picture of {nodes} nodes as SVG", timing(part["svg"])),
        (f"a picture of {nodes} nodes as PNG", timing(part["png"])),
    ]
    for shape in ("tree", "links"):
        rows.append((f"`heapgraph backrefs` on the heap “{shape}” as SVG, usual look",
                     timing(results[shape]["image"])))
    return table(("whole command", "time"), rows, numbers=(1,))


if __name__ == "__main__":
    sys.exit("run.sh --report writes the page")
