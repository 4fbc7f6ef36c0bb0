"""Records what CPython 3.13 does in the scenarios beside this file, as `recorded-3.13.txt`.

    python3.13 record.py [--check] [--show NAME] [--language]

Every scenario runs twice, each time in a process of its own under hash seed 0; a record that differs is refused.
--check compares with the record instead of writing it, --show prints a scenario's Python and what it observes,
--language prints the operations as tables. Standard library only.
"""

import argparse
import difflib
import os
import re
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

sys.dont_write_bytecode = True

import operations
from language import LanguageError, expand, parse, scenarios
from translation import translate

HERE = Path(__file__).resolve().parent
RECORD = HERE / "recorded-3.13.txt"
SECONDS = 120


def all_scenarios():
    """Name and body of every scenario, by file and place."""
    found = {}
    for file in sorted((HERE / "scenarios").glob("*.txt")):
        for name, body in scenarios(expand(parse(file.read_text(encoding="utf-8"), file.name))):
            if name.split("/")[0] != file.stem:
                raise LanguageError(f"{file.name}: {name} does not begin with the name of its file")
            if name in found:
                raise LanguageError(f"{file.name}: {name} is there twice")
            found[name] = body
    return found


def run(source):
    """The lines that a scenario observes; standard error where it fails."""
    environment = {"PYTHONHASHSEED": "0", "PATH": os.environ.get("PATH", ""), "LC_ALL": "C.UTF-8"}
    return subprocess.run([sys.executable, "-S", "-W", "ignore", HERE / "observation.py"], input=source, capture_output=True,
                          text=True, encoding="utf-8", env=environment, timeout=SECONDS)


def observe(item):
    """A scenario's lines, or what is wrong with it; once is enough where they are compared with the record."""
    name, source, times = item
    first = run(source)
    second = run(source) if times > 1 else first
    if first.returncode or first.stderr:
        return name, None, f"{name} fails with status {first.returncode}:\n{first.stderr}"
    if first.stdout != second.stdout:
        difference = "\n".join(difflib.unified_diff(first.stdout.split("\n"), second.stdout.split("\n"), lineterm=""))
        return name, None, f"{name} is not the same twice:\n{difference}"
    if not first.stdout:
        return name, None, f"{name} observes nothing"
    return name, first.stdout.splitlines(), None


def record(sources, times=2):
    """The text of the record."""
    with ThreadPoolExecutor(os.cpu_count()) as workers:
        results = list(workers.map(observe, [(name, source, times) for name, source in sources.items()]))
    wrong = [message for _, _, message in results if message]
    if wrong:
        raise LanguageError("\n".join(wrong))
    parts = [f"# CPython {sys.version.split()[0]}, 64 bits, hash seed 0; written by `make conformance`, not by hand.\n"]
    counts = {}
    for name, lines, _ in results:
        parts.append(f"\n{name}\n" + "".join(f"  {line}\n" for line in lines))
        subject = name.split("/")[0]
        scenarios_here, facts_here = counts.get(subject, (0, 0))
        counts[subject] = (scenarios_here + 1, facts_here + len(lines))
    for subject, (scenarios_here, facts_here) in [*counts.items(), ("in all", tuple(map(sum, zip(*counts.values()))))]:
        print(f"{subject:16} {scenarios_here:4} scenarios {facts_here:5} facts", file=sys.stderr)
    return "".join(parts)


def readable(operands, template):
    """A template with the operands' letters in it and without what only the recorder needs."""
    if not template or "`" in template or template[:4] == "the ":
        return template
    words = re.sub(r"[\[\]…]", "", operands).split()
    text = re.sub(r"^_names\((.*), \{registers\}\)$", r"\1", template).replace(", {registers}", "")
    for number, word in enumerate(words):
        text = re.sub(r"\{%d(:\w+)?\}" % number, word, text)
    text = text.replace("{all}", operands).replace("{rest1}", operands.partition(" ")[2])
    text = text.replace("{comma}", "").replace("{pairs}", "K: V, …").replace("{{", "{").replace("}}", "}")
    return f"`{re.sub(r'(?<![.a-zA-Z_])_(?=[a-z])', '', text).replace('[X]', 'X').replace('[G]', 'G')}`"


def language():
    """The operations as tables of the README."""
    tables = [("Values: `a = …`", operations.VALUES), ("Statements", operations.STATEMENTS),
              ("With blocks, and `log`", operations.BLOCKS), ("Lines of a class", operations.CLASS_LINES),
              ("Observations: `observe …`", operations.OBSERVATIONS)]
    for title, table in tables:
        print(f"### {title}\n\n| operation | meaning | Python |\n|---|---|---|")
        for verb, (operands, *python, meaning) in table.items():
            cells = f"`{verb} {operands}`".replace(" `", "`"), meaning, readable(operands, python[0]) if python else ""
            print("| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |")
        print()


def main():
    arguments = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    arguments.add_argument("--check", action="store_true", help="compare with the record, write nothing")
    arguments.add_argument("--show", metavar="NAME", help="print one scenario's Python and what it observes")
    arguments.add_argument("--language", action="store_true", help="print the operations as tables")
    options = arguments.parse_args()
    if options.language:
        return language()
    if sys.version_info[:2] != (3, 13) or sys.implementation.name != "cpython" or sys.maxsize != 2**63 - 1:
        sys.exit("record.py: this is not a 64-bit CPython 3.13; run it with one: make conformance PYTHON=python3.13")
    try:
        sources = {name: translate(name, body) for name, body in all_scenarios().items()}
        if options.show:
            if options.show not in sources:
                raise LanguageError(f"no scenario is called {options.show}")
            print(sources[options.show])
            result = run(sources[options.show])
            print(result.stdout + result.stderr, end="")
            return None
        text = record(sources, times=1 if options.check else 2)
    except LanguageError as error:
        sys.exit(f"record.py: {error}")
    if not options.check:
        RECORD.write_text(text, encoding="utf-8")
        return None
    old = RECORD.read_text(encoding="utf-8") if RECORD.exists() else ""
    # The first line names the patch release, which may be another one.
    if old.split("\n")[1:] != text.split("\n")[1:]:
        sys.stdout.writelines(line + "\n" for line in difflib.unified_diff(
            old.split("\n"), text.split("\n"), "recorded", "observed", lineterm=""))
        sys.exit(1)
    return None


if __name__ == "__main__":
    main()
