#!/usr/bin/env python3
"""Records what CPython 3.13 does with each program here, in a file beside it: NAME.out.

usage: record.py [--check] [--python PATH | --command TEXT] [PROGRAM…]

  --check         run the programs again and print how they differ from what was recorded; exit status 1 if any does
  --python PATH   the CPython 3.13 to ask; by itself HEAPGRAPH_PYTHON, or the one with objgraph under .build/python
  --command TEXT  another command that runs a program: it is asked in CPython's place, and only with --check
  PROGRAM         files or folders; all programs here by themselves

A program is a file FOLDER/NAME.py, or a folder FOLDER/NAME with main.py and the modules that it imports. It runs in
a copy of its folder, with an empty environment and hash seed 0, and what it wrote is recorded as text:

  --- stdout
  what it printed
  --- stderr
  what it complained of: file names as they were given, and LIB/ before those of the standard library
  --- status 1
  --- refs.dot
  a graph that it left as a file; its objects are called o1, o2 … in the order in which they appear, and what
  follows ` at 0x` in a label is ADDR

Graphs are checked as graphs.py compares them: they must be isomorphic, with the same labels.

Addresses (0x7f…) are 0xADDR1, 0xADDR2 … in the order in which they appear. A stream that does not end with a line's
end is followed by the line `\\ no end of line`. The last sections are there only where a program left such files.
"""

import argparse
import concurrent.futures
import difflib
import os
import re
import shlex
import shutil
import subprocess
import sys
import tempfile

sys.dont_write_bytecode = True
sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import graphs  # noqa: E402

HERE = os.path.dirname(os.path.abspath(__file__))
REPOSITORY = os.path.dirname(os.path.dirname(os.path.dirname(HERE)))
SECONDS = 120
# How often a program is asked again that differs from its record.
AGAIN = 2
# What objgraph tells of images names temporary files, and depends on whether Graphviz is there.
ABOUT_IMAGES = re.compile(rb"Graph written to .*objgraph-.*\.dot |Image (generated as|renderer .*not found)")


def default_python():
    named = os.environ.get("HEAPGRAPH_PYTHON")
    prepared = os.path.join(REPOSITORY, ".build", "python", "3.13", "bin", "python")
    return named or (prepared if os.path.exists(prepared) else "python3.13")


def standard_library(python):
    """Where this Python keeps its modules, or an exit with a message if it is no CPython 3.13."""
    question = "import os, sys; print(sys.implementation.name, *sys.version_info[:2]); print(os.path.dirname(os.__file__))"
    try:
        answer = subprocess.run([python, "-c", question], stdout=subprocess.PIPE, check=True, universal_newlines=True)
    except (OSError, subprocess.CalledProcessError) as error:
        sys.exit("%s cannot be asked: %s" % (python, error))
    version, folder = answer.stdout.splitlines()
    if version != "cpython 3 13":
        sys.exit("%s is %s, and the records are of CPython 3.13" % (python, version))
    return folder


class Program:
    def __init__(self, path, records=None):
        """A program's record lies beside it, or in another folder of records."""
        self.path = path
        self.is_folder = os.path.isdir(path)
        self.record = (path if self.is_folder else path[: -len(".py")]) + ".out"
        if records:
            self.record = os.path.join(records[0], os.path.relpath(self.record, records[1]))
        self.main = "main.py" if self.is_folder else os.path.basename(path)

    def run(self, command, library):
        with tempfile.TemporaryDirectory() as scratch:
            # Some systems' temporary folders are links, and tracebacks name what a link leads to.
            folder = os.path.join(os.path.realpath(scratch), "program")
            if self.is_folder:
                shutil.copytree(self.path, folder, ignore=shutil.ignore_patterns("__pycache__"))
            else:
                os.mkdir(folder)
                shutil.copy(self.path, folder)
            given = {os.path.join(root, name) for root, _, names in os.walk(folder) for name in names}
            environment = {
                "PATH": "/usr/bin:/bin",
                "HOME": folder,
                "LC_ALL": "C.UTF-8",
                "NO_COLOR": "1",
                "PYTHON_COLORS": "0",
                "PYTHONDONTWRITEBYTECODE": "1",
                "PYTHONHASHSEED": "0",
                "PYTHONNOUSERSITE": "1",
                "PYTHONPATH": os.path.join(REPOSITORY, "Sources", "PythonCapture", "Agent"),
                "PYTHONUNBUFFERED": "1",
            }
            try:
                ended = subprocess.run(
                    command + [self.main], cwd=folder, env=environment, stdin=subprocess.DEVNULL,
                    stdout=subprocess.PIPE, stderr=subprocess.PIPE, timeout=SECONDS)
            except subprocess.TimeoutExpired:
                return "it did not end within %d seconds\n" % SECONDS
            # A signal's number is told as a shell tells it, since where signals are blocked CPython exits with that.
            status = ended.returncode if ended.returncode >= 0 else 128 - ended.returncode
            output = b"".join(line for line in ended.stdout.splitlines(True) if not ABOUT_IMAGES.match(line))
            sections = [("stdout", output), ("stderr", ended.stderr), ("status %d" % status, b"")]
            text = "".join(section(*each) for each in sections)
            text = text.replace(folder + os.sep, "")
            if library:
                text = text.replace(library + os.sep, "LIB/")
            text = with_addresses_numbered(text)
            for left in sorted(os.listdir(folder)):
                path = os.path.join(folder, left)
                if left.endswith(".dot") and path not in given:
                    with open(path, "rb") as file:
                        graph = section(left, file.read()).replace(folder + os.sep, "")
                    text += with_objects_numbered(graph)
            return text


def section(title, content):
    text = content.decode("utf-8", "backslashreplace")
    if text and not text.endswith("\n"):
        text += "\n\\ no end of line\n"
    return "--- %s\n%s" % (title, text)


def numbered(pattern, prefix, text):
    names = {}
    return re.sub(pattern, lambda match: names.setdefault(match.group(), "%s%d" % (prefix, len(names) + 1)), text)


def with_addresses_numbered(text):
    return numbered(r"\b0x[0-9a-f]{7,16}\b", "0xADDR", text)


def with_objects_numbered(graph):
    # A label is cut after forty characters, often within an address, and what follows a shorter address is longer.
    graph = re.sub(r' at 0x[0-9a-f]*.*?(?=\\n|")', " at 0xADDR", graph)
    # `too_many_o7` and `o7_has_a_del` belong to o7, so an underscore may stand on either side.
    return numbered(r"(?<![0-9A-Za-z])o[0-9]{5,20}(?![0-9A-Za-z])", "o", graph)


def programs(paths, root, records=None):
    found = []
    for path in paths or [root]:
        path = os.path.abspath(path)
        if not os.path.exists(path):
            sys.exit("there is no %s" % path)
        if path.endswith(".py") and os.path.basename(path) != "main.py":
            found.append(path)
            continue
        for folder, names, files in os.walk(path):
            names.sort()
            if "main.py" in files:
                found.append(folder)
                names[:] = []
                continue
            if records or folder != root:  # the recorder itself lies at the root
                found += [os.path.join(folder, name) for name in sorted(files) if name.endswith(".py")]
    return [Program(path, records and (records, root)) for path in found]


def main(root, records=None):
    """Records the programs of a folder, beside them or in a folder of records."""
    parser = argparse.ArgumentParser(description="Records what CPython 3.13 does with each program of a folder.")
    parser.add_argument("--check", action="store_true")
    parser.add_argument("--python", default=None)
    parser.add_argument("--command", default=None)
    parser.add_argument("programs", nargs="*")
    arguments = parser.parse_args()
    if arguments.command:
        if not arguments.check:
            parser.error("what another command does is not recorded: add --check")
        command, library = shlex.split(arguments.command), None
    else:
        python = arguments.python or default_python()
        command, library = [python], standard_library(python)
    if os.sep in command[0]:
        command[0] = os.path.abspath(command[0])

    chosen = programs(arguments.programs, root, records)
    records = records or root
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count() or 1) as pool:
        texts = list(pool.map(lambda program: program.run(command, library), chosen))
    changed = 0
    for program, text in zip(chosen, texts):
        try:
            with open(program.record, encoding="utf-8", newline="") as file:
                recorded = file.read()
        except FileNotFoundError:
            recorded = None
        # What CPython draws is recorded as it is; another command's graphs may be written otherwise.
        if text == recorded or arguments.check and recorded and graphs.same(recorded, text):
            continue
        # Once in some hundred runs CPython itself counts a block more, as addresses fall: that is no difference.
        if arguments.check and recorded and any(
                graphs.same(recorded, program.run(command, library)) for _ in range(AGAIN)):
            continue
        changed += 1
        name = os.path.relpath(program.record, records)
        if arguments.check:
            before, after = (graphs.readable(each or "").splitlines() for each in (recorded, text))
            lines = difflib.unified_diff(before, after, "recorded/" + name, "now/" + name, lineterm="")
            print("\n".join(lines))
        else:
            with open(program.record, "w", encoding="utf-8", newline="") as file:
                file.write(text)
            print("recorded", name)
    known = {program.record for program in chosen}
    if not arguments.programs:
        for folder, _, files in os.walk(records):
            for name in files:
                path = os.path.join(folder, name)
                if name.endswith(".out") and path not in known:
                    changed += 1
                    print(os.path.relpath(path, records), "is of a program that is gone")
                    if not arguments.check:
                        os.remove(path)
    print("%d programs, %d %s" % (len(chosen), changed, "differ" if arguments.check else "recorded anew"))
    return 1 if changed and arguments.check else 0


if __name__ == "__main__":
    sys.exit(main(HERE))
