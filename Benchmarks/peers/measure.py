"""Measures HeapGraph beside its peers; run.sh builds everything first and then runs this.

usage: measure.py [--quick | --swift | --report]
"""

import contextlib
import functools
import json
import os
import re
import subprocess
import sys
import time
from pathlib import Path

import report
from stopwatch import run_command, run_worker

ROOT = Path(__file__).resolve().parents[2]
PEERS = ROOT / "Benchmarks" / "peers"
WORK = ROOT / ".build" / "peers"
HEAPS = WORK / "heaps"
AGENT = ROOT / "Sources" / "PythonCapture" / "Agent"
HEAPGRAPH = str(ROOT / ".build" / "release" / "heapgraph")
MEASUREMENTS = str(ROOT / "Benchmarks" / ".build" / "release" / "PeerMeasurements")
CAPTURES = str(ROOT / "Benchmarks" / ".build" / "release" / "CaptureMeasurements")
TRACKING = str(ROOT / "Benchmarks" / ".build" / "release" / "SwiftHeapMeasurements")
SERVER = ROOT / ".build-server-sample" / "release" / "App"
RUNTIME = str(ROOT / "Benchmarks" / ".build" / "release" / "RuntimeMeasurements")
# Operations of the object runtime that CPython is asked for as well.
RUNTIME_OPERATIONS = (
    "collect-instances", "collect-lists", "collect-dicts", "collect-tuples", "collect-instance-cycles",
    "collect-list-cycles", "collect-rings", "release-instances", "release-instance-chain", "release-list-chain",
    "make-instances", "make-slotted", "make-instances-traced",
)
# Programs that the built-in runtime and CPython both run; each prints its answers and then its own time.
PROGRAMS = (
    "traced-instances", "slotted-instances", "ordinary-instances", "tree", "word-counting", "generator-pipeline",
)

FULL = {
    "repetitions": 5, "rounds": 3, "random": (10_000_000, 40_000_000), "igraph": (2_500_000, 10_000_000),
    "traversal": (2_000_000, 10_000_000), "chains": (1_250_000, 2_500_000, 5_000_000), "instances": 200_000,
    "captured": 1_000_000, "runtime": 1_000_000, "swift": 1_000_000, "churn": 1_000,
}
QUICK = {
    "repetitions": 3, "rounds": 2, "random": (500_000, 2_000_000), "igraph": (100_000, 400_000),
    "traversal": (200_000, 1_000_000), "chains": (50_000, 100_000, 200_000), "instances": 10_000,
    "captured": 60_000, "runtime": 50_000, "swift": 100_000, "churn": 20,
}


def say(text):
    print(f"{time.strftime('%H:%M:%S')} {text}", file=sys.stderr, flush=True)


def make_heap(call):
    """Makes a heap in a process of its own: a parent that has held much memory spoils its children's peaks."""
    run_command([sys.executable, "-c", f"import sys; sys.path.insert(0, {str(PEERS)!r}); import heap_file; {call}"], 1)


@contextlib.contextmanager
def random_heap(objects, references, seed):
    path = HEAPS / f"random-{objects}.heap"
    make_heap(f"heap_file.random_heap({str(path)!r}, {objects}, {references}, {seed})")
    try:
        yield str(path)
    finally:
        path.unlink()


def peer(script, *arguments, python=sys.executable, environment=None):
    command = [str(python), str(PEERS / script), *map(str, arguments)]
    if environment:
        command = ["env", *(f"{name}={value}" for name, value in environment.items()), *command]
    return run_worker(command)


def alternating(rounds, **workers):
    """Runs workers in turn, so that what else the machine does falls on all alike; their figures joined."""
    joined = {name: {"seconds": []} for name in workers}
    for _ in range(rounds):
        for name, worker in workers.items():
            for key, value in worker().items():
                if isinstance(value, list):
                    joined[name].setdefault(key, []).extend(value)
                else:
                    joined[name][key] = value
    return joined


def agree(measured):
    """Stops where two programs that were asked the same answered differently."""
    checks = {name: figures["check"] for name, figures in measured.items()}
    if len(set(checks.values())) != 1:
        raise SystemExit(f"The answers differ, so the times mean nothing: {checks}")


def transpose(sizes):
    objects, references = sizes["random"]
    with random_heap(objects, references, 1) as path:
        measured = alternating(
            sizes["rounds"],
            heapgraph=lambda: run_worker([MEASUREMENTS, "transpose", path, "3"]),
            scipy=lambda: peer("graph_peers.py", "scipy-transpose", path, 3))
        agree(measured)
        opened = run_worker([MEASUREMENTS, "open", path, str(sizes["repetitions"])])
        file_bytes = os.path.getsize(path)
    objects, references = sizes["igraph"]
    with random_heap(objects, references, 1) as path:
        smaller = alternating(
            1,
            heapgraph=lambda: run_worker([MEASUREMENTS, "transpose", path, "3"]),
            igraph=lambda: peer("graph_peers.py", "igraph-build", path, 3))
    return {"measured": measured, "opened": opened, "file_bytes": file_bytes, "objects": sizes["random"][0],
            "references": sizes["random"][1], "igraph": smaller, "igraph_objects": objects,
            "igraph_references": references}


def traverse(sizes):
    objects, references = sizes["traversal"]
    with random_heap(objects, references, 2) as path:
        measured = alternating(
            sizes["rounds"],
            heapgraph=lambda: run_worker([MEASUREMENTS, "traverse", path, "3"]),
            scipy=lambda: peer("graph_peers.py", "scipy-traverse", path, 3))
        agree(measured)
    return {"objects": objects, "references": references, "measured": measured}


def nodes_in(path):
    """How many nodes DOT text has: each is a statement of its own, with a label."""
    text = Path(path).read_text(errors="replace")
    return len(set(re.findall(r"^ *(\w+) ?\[.*label=", text, re.MULTILINE)) - {"node", "edge", "graph"})


def program(sizes, shape):
    """A program asks objgraph about itself; then the command is asked the same about its heap."""
    inside = peer("program_peer.py", shape, sizes["instances"], sizes["repetitions"], HEAPS,
                  environment={"PYTHONPATH": str(AGENT)})
    heap, later, target = inside["before"], inside["after"], "@" + inside["address"]
    repetitions = sizes["repetitions"]
    pictures = {}
    for depth in (3, 5, 7):
        dot = str(HEAPS / f"heapgraph-{shape}-{depth}.dot")
        draw = [HEAPGRAPH, "backrefs", heap, target, "--quiet", "--depth", str(depth), "--output", dot]
        same = run_command([*draw, "--references", "traced", "--budget", "all"], repetitions)
        same_nodes = nodes_in(dot)
        usual = run_command(draw, repetitions)
        pictures[str(depth)] = {
            "same": same, "same_nodes": same_nodes, "usual": usual, "usual_nodes": nodes_in(dot),
            "objgraph_nodes": nodes_in(HEAPS / f"objgraph-{shape}-{depth}.dot"),
        }
    image = run_command([*draw[:4], "--quiet", "--output", str(HEAPS / "picture.svg")], repetitions)
    commands = {
        "chain": [HEAPGRAPH, "chain", heap, target, "--from", "module", "--references", "traced"],
        "types": [HEAPGRAPH, "types", heap],
        "leaking": [HEAPGRAPH, "leaking", heap],
        "growth": [HEAPGRAPH, "growth", heap, later],
        "info": [HEAPGRAPH, "info", heap],
    }
    # A command that finds nothing ends with 1.
    tables = {name: run_command(command, repetitions, allowed=(0, 1)) for name, command in commands.items()}
    opened = run_worker([MEASUREMENTS, "open", heap, str(2 * repetitions)])
    turned = run_worker([MEASUREMENTS, "transpose", heap, str(2 * repetitions)])
    file_bytes = os.path.getsize(heap)
    for path in (heap, later):
        os.unlink(path)
    return {"inside": inside, "pictures": pictures, "image": image, "tables": tables, "opened": opened,
            "transposed": turned, "file_bytes": file_bytes}


def capture(sizes):
    """The agent on the Pythons that are here: 3.11 and 3.13, or else the one that runs this."""
    pythons = [ROOT / ".build" / "python" / version / "bin" / "python" for version in ("3.11", "3.13")]
    pythons = [python for python in pythons if python.exists()] or [sys.executable]
    return [
        # Six objects an instance.
        peer("agent_speed.py", "--json", "--instances", sizes["captured"] // 6, "--runs", sizes["repetitions"],
             python=python)
        for python in pythons
    ]


def chains(sizes):
    """Every command on objects in a row, at three lengths."""
    measured = []
    for length in sizes["chains"]:
        heap, shorter = str(HEAPS / f"chain-{length}.heap"), str(HEAPS / f"chain-{length}-before.heap")
        make_heap(f"heap_file.chain({heap!r}, {length}); heap_file.chain({shorter!r}, {length} - {length // 10})")
        last = f"#{length - 1}"
        commands = {
            "info": ["info", heap],
            "types": ["types", heap],
            "growth": ["growth", shorter, heap],
            "leaking": ["leaking", heap],
            "refs": ["refs", heap, "head", "--quiet", "--output", str(HEAPS / "chain.dot")],
            "refs, all the way": ["refs", heap, "head", "--quiet", "--depth", str(length), "--output",
                                  str(HEAPS / "chain.dot")],
            "backrefs": ["backrefs", heap, last, "--quiet", "--output", str(HEAPS / "chain.dot")],
            # Its text is as long as the chain.
            "chain": ["chain", heap, last],
        }
        measured.append({
            "objects": length,
            "commands": {
                name: run_command([HEAPGRAPH, *arguments], 3, allowed=(0, 1))
                for name, arguments in commands.items()
            },
        })
        os.unlink(heap)
        os.unlink(shorter)
    return measured


def runtime(sizes):
    """The object runtime beside the CPython that it models; each repetition is a process of its own."""
    count = sizes["runtime"]
    operations = {}
    for name in RUNTIME_OPERATIONS:
        measured = alternating(
            sizes["repetitions"],
            heapgraph=lambda: run_worker([RUNTIME, name, str(count)]),
            cpython=lambda: peer("runtime_peer.py", name, count))
        agree(measured)
        operations[name] = measured
    snapshot = alternating(sizes["repetitions"], heapgraph=lambda: run_worker([RUNTIME, "snapshot", str(count)]))
    return {"objects": count, "operations": operations, "snapshot": snapshot["heapgraph"]}


def one_program(command, name):
    """Runs a program; what it timed itself, and what it printed before that."""
    path = PEERS / "programs" / f"{name}.py"
    lines = subprocess.run([*command, str(path)], stdout=subprocess.PIPE, check=True).stdout.decode().splitlines()
    return {"seconds": [float(lines[-1].removeprefix("seconds "))], "check": "\n".join(lines[:-1])}


def python_programs(sizes):
    """Programs on the built-in runtime beside CPython, and a program that does nothing."""
    commands = {"heapgraph": [HEAPGRAPH, "run"], "cpython": [sys.executable]}
    measured = {}
    for name in PROGRAMS:
        measured[name] = alternating(sizes["repetitions"] + 2, **{
            side: functools.partial(one_program, command, name) for side, command in commands.items()})
        agree(measured[name])
    empty = HEAPS / "empty.py"
    empty.write_text("")
    measured["empty"] = alternating(4 * sizes["repetitions"], **{
        side: functools.partial(run_command, [*command, str(empty)], 1) for side, command in commands.items()})
    empty.unlink()
    return measured


def json_lines(command):
    """What a program prints, a JSON value a line."""
    output = subprocess.run(command, stdout=subprocess.PIPE, check=True).stdout.decode()
    return [json.loads(line) for line in output.splitlines() if line.startswith("{")]


def swift_heap(sizes):
    """Swift's own heap: a program that captures itself, one that is captured from outside, and tracking."""
    if not sys.platform.startswith("linux"):
        return None
    inside = json_lines([CAPTURES, "capture", str(sizes["swift"]), str(sizes["repetitions"])])
    churn = json_lines([CAPTURES, "churn", str(sizes["churn"]), "8"])[0]
    heap = str(HEAPS / "swift.heap")
    holder = subprocess.Popen([CAPTURES, "hold", "35000"], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    try:
        process = holder.stdout.readline().split()[0].decode()
        capture = [HEAPGRAPH, "capture", "swift", "--pid", process, "--quiet", "--output", heap]
        pauses, outside = [], {"seconds": []}
        for _ in range(sizes["repetitions"]):
            outside["seconds"] += run_command(capture, 1)["seconds"]
            info = json.loads(subprocess.run([HEAPGRAPH, "info", heap, "--json"], stdout=subprocess.PIPE,
                                             check=True).stdout)
            pauses.append(float(info["metadata"]["capture.pause"]))
    finally:
        holder.communicate(b"\n", timeout=60)
    os.unlink(heap)
    return {"inside": inside, "churn": churn, "tracking": json_lines([TRACKING]),
            "outside": {**outside, "pauses": pauses, "objects": info["objects"]}}


def server(_):
    """A server of Hummingbird's that is captured while clients keep it busy."""
    if not SERVER.exists():
        return None
    load = subprocess.run([sys.executable, str(ROOT / "Scripts" / "load-server-sample.py"), str(SERVER)],
                          stdout=subprocess.PIPE)
    return json.loads(load.stdout.decode().splitlines()[-1])


def start(sizes):
    """What every command takes before it does anything, and Graphviz for a picture of 100 nodes."""
    small = str(HEAPS / "small.heap")
    make_heap(f"heap_file.chain({small!r}, 1000)")
    draw = [HEAPGRAPH, "refs", small, "head", "--quiet", "--depth", "99", "--budget", "all", "--output"]
    repetitions = max(4 * sizes["repetitions"], 10)
    measured = {
        "version": run_command([HEAPGRAPH, "--version"], repetitions),
        "info": run_command([HEAPGRAPH, "info", small], repetitions),
        "dot": run_command([*draw, str(HEAPS / "small.dot")], repetitions),
        "svg": run_command([*draw, str(HEAPS / "small.svg")], repetitions),
        "png": run_command([*draw, str(HEAPS / "small.png")], repetitions),
    }
    measured["nodes"] = nodes_in(HEAPS / "small.dot")
    os.unlink(small)
    return measured


def main():
    arguments = sys.argv[1:]
    if arguments not in ([], ["--quick"], ["--report"], ["--swift"]):
        raise SystemExit(__doc__)
    if arguments == ["--report"]:
        results = json.loads((WORK / "results.json").read_text())
    elif arguments == ["--swift"]:
        # No peer stands beside it, so that it may be measured by itself, which the page then says.
        results = json.loads((WORK / "results.json").read_text())
        results["swift_heap"] = {**swift_heap(FULL), "again": time.strftime("%Y-%m-%d %H:%M UTC", time.gmtime())}
        (WORK / "results.json").write_text(json.dumps(results))
    else:
        sizes = QUICK if arguments else FULL
        HEAPS.mkdir(parents=True, exist_ok=True)
        results = {"machine": report.machine(), "load_before": os.getloadavg(), "quick": bool(arguments),
                   "sizes": sizes}
        started = time.time()
        for name, body in (
            ("start", start), ("transpose", transpose), ("traverse", traverse),
            ("tree", lambda sizes: program(sizes, "tree")), ("links", lambda sizes: program(sizes, "links")),
            ("capture", capture), ("chains", chains), ("runtime", runtime),
            ("programs", python_programs), ("swift_heap", swift_heap), ("server", server),
        ):
            say(f"measuring: {name}")
            results[name] = body(sizes)
        results["minutes"] = (time.time() - started) / 60
        results["load_after"] = os.getloadavg()
        (WORK / ("quick.json" if arguments else "results.json")).write_text(json.dumps(results))
    page = WORK / "performance.md" if results["quick"] else ROOT / "docs" / "performance.md"
    page.write_text(report.page(results))
    say(f"written: {page.relative_to(ROOT)}")
    if results["quick"]:
        say("the goals are for full sizes; at these, starting a process counts for most:")
    for line in report.verdicts(results):
        say(line)


if __name__ == "__main__":
    main()
