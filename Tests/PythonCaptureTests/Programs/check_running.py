"""Running scripts under the agent: arguments, ends of every kind, signals, forks, and failures.

Run under the interpreter to be tried: ``python check_running.py AGENT_FOLDER WORK_FOLDER [brief]``. With
``brief`` what the agent does in the same way under every version is left out: exit statuses, messages and
options. What the versions do differently is always checked: arguments and modules, tracebacks, threads, counts,
calls, signals and forks, a heap that changes while it is written.
"""

import sys

sys.dont_write_bytecode = True

import os
import shutil
import signal
import subprocess
import time

import read_heap

AGENT = os.path.join(os.path.abspath(sys.argv[1]), "heapgraph_agent.py")
WORK = os.path.join(os.path.abspath(sys.argv[2]), "running-%d.%d" % sys.version_info[:2])
shutil.rmtree(WORK, ignore_errors=True)
os.makedirs(WORK)
FULL = sys.argv[3:] != ["brief"]
failures = []


def expect(condition, text, *values):
    if not condition:
        failures.append(text % values if values else text)


def write(name, text):
    path = os.path.join(WORK, name)
    with open(path, "w", encoding="utf-8") as file:
        file.write(text)
    return path


def run(arguments, agent=True, **keywords):
    command = [sys.executable, "-B"] + ([AGENT] if agent else []) + arguments
    return subprocess.run(command, cwd=WORK, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                          universal_newlines=True, timeout=300, **keywords)


def both(name, text, *arguments):
    """Run a script with and without the agent: output, errors and status must be the same."""
    path = write(name, text)
    bare = run([path] + list(arguments), agent=False)
    output = os.path.join(WORK, name + ".heap")
    under = run(["-o", output, path] + list(arguments))
    expect(under.stdout == bare.stdout, "%s: output %r, not %r", name, under.stdout, bare.stdout)
    expect(under.stderr == bare.stderr, "%s: errors %r, not %r", name, under.stderr, bare.stderr)
    expect(under.returncode == bare.returncode, "%s: status %s, not %s", name, under.returncode, bare.returncode)
    expect(os.path.exists(output), "%s: no heap was written", name)
    return read_heap.read(output) if os.path.exists(output) else None


heap = both("arguments.py", """\
import sys
print(sys.argv[1:], __name__, __file__, sys.path[0], sorted(globals()), __doc__, __package__, __spec__)
print(sorted(set(sys.modules) - {'heapgraph_agent'}))
kept = ["kept"]
""", "a", "-o", "b c")
expect(heap.text(heap.global_variable("kept")) == "1 items", "a global of the script")
expect(heap.metadata["globals.module"] == "__main__", "the module of bare names")
frames = heap.root_names("frame")
expect(not frames, "frames of the agent are roots: %s", frames)

both("syntax.py", "x = (1,\ny = 2\n")
if FULL:
    both("exit0.py", "import sys; sys.exit()")
    both("exit3.py", "import sys; sys.exit(3)")
    both("exit_text.py", "raise SystemExit('a last word')")
    both("interrupted.py", "raise KeyboardInterrupt")
    both("hook.py", "import sys\nsys.excepthook = lambda *a: print('hooked', a[0].__name__)\n1/0\n")
    both("pool.py", """\
from concurrent.futures import ThreadPoolExecutor
pool = ThreadPoolExecutor(2)
print(list(pool.map(abs, [-1, 2])))
""")
heap = both("raises.py", """\
def inner(value):
    local = [value]
    raise ValueError("broken")
def outer():
    inner({"k": 1})
import atexit
atexit.register(print, "at exit")
outer()
""")
frames = [i for i in heap.of_type("frame") if heap.text(i).endswith("raises.py:3")]
expect(len(frames) == 1, "the failed frame: %s", [heap.text(i) for i in heap.of_type("frame")])
names = {r.label for i in frames for r in heap.references(i) if r.kind == "local"}
expect(names == {"local", "value"}, "its locals: %s", names)
both("threads.py", """\
import threading, time
done = []
def work():
    time.sleep(0.3)
    done.append(1)
threading.Thread(target=work).start()
print("main ends")
""")
heap = read_heap.read(os.path.join(WORK, "threads.py.heap"))
expect(heap.text(heap.global_variable("done")) == "1 items", "the program's threads were not waited for")
both("refcounts.py", """\
import sys
shared = object()
holders = [shared, [shared]]
print(sys.getrefcount(shared))
""")
heap = read_heap.read(os.path.join(WORK, "refcounts.py.heap"))
expect(heap.counts[heap.global_variable("shared")] == 3, "reference count in a run script")

os.makedirs(os.path.join(WORK, "package"))
write("package/__init__.py", "")
write("package/__main__.py", "import sys; print(__name__, __package__, sys.argv[1:]); found = ['m']")
module = run(["-o", "module.heap", "-m", "package", "x"])
expect(module.stdout == "__main__ package ['x']\n", "a module: %r %r", module.stdout, module.stderr)
expect(os.path.exists(os.path.join(WORK, "module.heap")), "a module: no heap")

if FULL:
    path = write("killed.py", "import os, signal; os.kill(os.getpid(), signal.SIGKILL)")
    result = run(["-o", "killed.heap", path])
    expect(result.returncode == -signal.SIGKILL, "killed: %s", result.returncode)
    expect(not os.path.exists(os.path.join(WORK, "killed.heap")), "killed: a heap")

# Where the script calls it.
path = write("calls.py", """\
import heapgraph_agent
things = [1]
first = heapgraph_agent.dump()
things.append(2)
heapgraph_agent.dump()
""")
result = run(["--at", "call", "-o", "calls.heap", path])
expect(result.returncode == 0, "calls: %s", result.stderr)
counts = [read_heap.read(os.path.join(WORK, name)) for name in ("calls.heap", "calls-2.heap")]
expect([h.text(h.global_variable("things")) for h in counts] == ["1 items", "2 items"], "calls: the two dumps")
result = run(["-o", "both.heap", path])
expect(sorted(n for n in os.listdir(WORK) if n.startswith("both")) == ["both-1.heap", "both-2.heap", "both.heap"],
       "calls and the end: %s", sorted(os.listdir(WORK)))

# At a signal, from a forked child, while the program and its own children go on undisturbed.
path = write("signalled.py", """\
import os, signal, subprocess, sys, threading, time
heard = []
signal.signal(signal.SIGCHLD, lambda *a: heard.append(time.time()))
class Busy(threading.Thread):
    def run(self):
        inside = ["local of a thread"]
        while not finished:
            sum(range(100))
finished = []
threads = [Busy(name="busy %d" % n) for n in range(2)]
for thread in threads: thread.start()
def waits():
    inside = ["local of the main thread"]
    print("ready", flush=True)
    for _ in range(600):
        time.sleep(0.05)
        if os.path.exists(sys.argv[1]): break
waits()
finished.append(1)
print("children heard of", len(heard))
child = subprocess.Popen([sys.executable, "-c", "pass"])
print("own child", child.wait())
time.sleep(0.1)
print("children heard of", len(heard))
""")
output = os.path.join(WORK, "signalled.heap")
process = subprocess.Popen([sys.executable, "-B", "-W", "error", AGENT, "--at", "signal", "--signal", "USR1", "-o", output,
                            path, output], cwd=WORK, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                           universal_newlines=True)
process.stdout.readline()
time.sleep(0.2)
process.send_signal(signal.SIGUSR1)
out, err = process.communicate(timeout=300)
expect(process.returncode == 0 and err == "", "signalled: %s %s", process.returncode, err)
expect(out == "children heard of 0\nown child 0\nchildren heard of 1\n", "signalled: %r", out)
if os.path.exists(output):
    heap = read_heap.read(output)
    frames = {(heap.string(name), heap.string(detail)): at for at, name, detail, kind, _ in heap.roots if kind == 4}
    expect(any(n.endswith("waits") and d == "MainThread" for n, d in frames), "frames: %s", list(frames))
    expect(any(n.endswith("run") and d == "busy 1" for n, d in frames), "frames: %s", list(frames))
    for (name, detail), at in frames.items():
        if name.endswith("waits") or name.endswith("run") and detail.startswith("busy"):
            names = {r.label for r in heap.references(at) if r.kind == "local"}
            expect("inside" in names, "locals of %s in %s: %s", name, detail, names)
else:
    failures.append("signalled: no heap")

# Threads that change the heap while it is written: the file is whole, and says what it missed.
path = write("changing.py", """\
import threading
class Thing:
    def __init__(self, n): self.n = n; self.d = {n: [n]}
things = []
table = {}
done = []
def work():
    n = 0
    while not done:
        n += 1
        things.append(Thing(n)); table[n % 5000] = [Thing(n)]; table["k%d" % (n % 700)] = (n, [n])
        if n % 5000 == 0: del things[:]
threads = [threading.Thread(target=work, daemon=True) for _ in range(3)]
for thread in threads: thread.start()
import heapgraph_agent
heapgraph_agent.dump()
done.append(1)
""")
result = run(["--at", "call", "-o", "changing.heap", path])
expect(result.returncode == 0, "changing: %s", result.stderr[-600:])
heap = read_heap.read(os.path.join(WORK, "changing.heap"))
things = heap.of_type("Thing")
attributes = {r.label for i in things for r in heap.references(i) if r.kind == "attribute"}
expect(things and attributes <= {"n", "d", None}, "changing: %d things, %s", len(things), attributes)

# Failures leave the program running, and no partial file.
path = write("failing.py", """\
import os, signal, time
os.kill(os.getpid(), signal.SIGUSR2)
time.sleep(0.1)
print("went on")
""")
result = run(["--at", "signal", "-o", os.path.join(WORK, "missing", "x.heap"), path])
expect(result.stdout == "went on\n" and result.returncode == 0, "failing: %r", result)
expect("heapgraph_agent: the heap was not written to" in result.stderr, "failing: %r", result.stderr)
if FULL:
    result = run(["-o", os.path.join(WORK, "missing", "x.heap"), write("status.py", "import sys; sys.exit(3)")])
    expect(result.returncode == 3 and "heapgraph_agent: the heap was not written to" in result.stderr,
           "a folder that is missing: %r", result)
    for arguments, words in (
            ([], "which script is to be run"), (["--at", "noon", "x.py"], "--at takes exit, signal or call"),
            (["--signal", "NONE", "x.py"], "there is no signal SIGNONE"), (["--what"], "there is no option --what"),
            (["-o"], "-o needs a value"), (["--text-limit", "x", "y.py"], "--text-limit takes a number")):
        result = run(arguments)
        expect(result.returncode == 64 and words in result.stderr, "%s: %s %r", arguments, result.returncode, result.stderr)
    result = run(["absent.py"])
    expect(result.returncode == 2 and "can't open file" in result.stderr, "an absent script: %r", result)
expect(not [n for n in os.listdir(WORK) if n.endswith(".part")], "partial files: %s", os.listdir(WORK))

for failure in failures[:25]:
    print(failure)
print("%d failures" % len(failures))
sys.exit(1 if failures else 0)
