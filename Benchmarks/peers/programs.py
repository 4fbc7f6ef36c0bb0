"""Measures programs on the built-in runtime beside CPython, in turn, and writes docs/program-performance.md.

usage: programs.py HEAPGRAPH PYTHON [--quick]
"""

import subprocess
import sys
import tempfile
import time
from pathlib import Path

import report

HERE = Path(__file__).resolve().parent
PAGE = HERE.parents[1] / "docs" / "program-performance.md"
PROGRAMS = [
    ("traced-instances", "50,000 instances made under tracing"),
    ("slotted-instances", "10,000 instances with slots"),
    ("ordinary-instances", "10,000 ordinary instances"),
    ("tree", "a tree of depth 16"),
    ("word-counting", "words of a text counted and sorted"),
    ("generator-pipeline", "100,000 numbers through three generators"),
]
GOAL = 3.0
START_GOAL = 0.030


def seconds(command, name):
    text = subprocess.run([*command, str(HERE / "programs" / (name + ".py"))], check=True, capture_output=True, text=True)
    return float(text.stdout.split()[-1])


def start(command, rounds):
    with tempfile.NamedTemporaryFile(suffix=".py") as empty:
        times = []
        for _ in range(rounds):
            begin = time.perf_counter()
            subprocess.run([*command, empty.name], check=True)
            times.append(time.perf_counter() - begin)
    return median(times)


def median(values):
    return sorted(values)[len(values) // 2]


def main():
    heapgraph, python = sys.argv[1:3]
    rounds = 3 if "--quick" in sys.argv else 7
    ours = [heapgraph, "run"]
    lines = []
    for name, title in PROGRAMS:
        pairs = [(seconds(ours, name), seconds([python], name)) for _ in range(rounds)]
        mine, theirs = median([pair[0] for pair in pairs]), median([pair[1] for pair in pairs])
        ratio = mine / theirs
        met = "met" if ratio <= GOAL else "not met"
        lines.append(f"| {title} | {mine * 1000:.2f} ms | {theirs * 1000:.2f} ms | {ratio:.2f} | {met} |")
        print(lines[-1], file=sys.stderr)
    begin, other = start(ours, 3 * rounds), start([python], 3 * rounds)
    met = "met" if begin <= START_GOAL else "not met"
    lines.append(f"| start to end of an empty program | {begin * 1000:.1f} ms | {other * 1000:.1f} ms | | {met} |")
    print(lines[-1], file=sys.stderr)
    facts = "\n".join(f"- {key}: {value}" for key, value in report.machine().items() if key not in ("Peers", "Graphviz"))
    PAGE.write_text(
        "# Performance of programs\n\n"
        "What programs take on the built-in runtime (`heapgraph run`) and in CPython, medians of runs in turn. The goal is at\n"
        "most three times CPython's time, and 30 ms for an empty program. `Benchmarks/peers/programs.py` measures again; the\n"
        "programs are in `Benchmarks/peers/programs`.\n\n"
        "| program | heapgraph | CPython | ratio | goal |\n|---|--:|--:|--:|---|\n"
        + "\n".join(lines) + "\n\n" + facts + "\n")


if __name__ == "__main__":
    main()
