#!/usr/bin/env python3
"""Writes docs/guide/: its pages, its pictures, and the notebook, from the sources in docs/guide/sources/.

usage: guide.py [--check] [COMMAND WORD…]

  --check   write nothing; print how pages, notebook and pictures differ from what would be written; exit status 1 if
            any does. Of a picture, the texts in it are compared: where Graphviz puts them differs between its versions
  COMMAND   the words of a command that runs a Python program; by themselves `.build/release/heapgraph run`

A source is a page in Markdown, with these lines in it where something of its program in samples/guide/ is to stand:

  <!-- program: NAME.py -->       the page's program; the first such line, and it leaves nothing
  <!-- code: TITLE -->            the lines that follow `# --- TITLE` in the program, up to the next such line
  <!-- output: TITLE -->          what these lines printed
  <!-- picture: FILE: TEXT -->    a picture that the program wrote; TEXT says what is in it

Every section of a program has to be shown, in the program's order, so that a page leaves nothing out and the notebook,
whose cells are the texts and the sections, can be run from top to bottom.

The program runs once as it is. Then a copy runs, in which a line that prints a mark stands in place of each
`# --- TITLE`; the copy has to print the same, and its marks tell where the output is to be cut.
"""

import argparse
import difflib
import glob
import json
import os
import re
import subprocess
import sys
import tempfile

REPOSITORY = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
GUIDE = os.path.join(REPOSITORY, "docs", "guide")
PICTURES = os.path.join(REPOSITORY, "docs", "images", "guide")
PROGRAMS = os.path.join(REPOSITORY, "samples", "guide")
MARK = "\x1e"
SECONDS = 600
MARKER = re.compile(r"<!-- (program|code|output|picture): (.*?) -->$")
HEADING = re.compile(r"^# --- (.*)$", re.MULTILINE)
MADE = "<!-- Made by Scripts/guide.py from {source} and {program}; edit those. -->\n"


def stop(message):
    sys.exit("guide.py: " + message)


def read(path):
    try:
        with open(path, encoding="utf-8", newline="") as file:
            return file.read()
    except FileNotFoundError:
        return None


def run(command, program, folder):
    """What a program prints, with the files that it writes left in a folder."""
    environment = dict(os.environ, PYTHONHASHSEED="0", PYTHONDONTWRITEBYTECODE="1", NO_COLOR="1", LC_ALL="C.UTF-8")
    environment.pop("PYTHONPATH", None)
    try:
        ended = subprocess.run(
            command + [program], cwd=folder, env=environment, stdin=subprocess.DEVNULL, timeout=SECONDS,
            stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    except OSError as error:
        stop("%s cannot be run: %s" % (command[0], error))
    except subprocess.TimeoutExpired:
        stop("%s did not end within %d seconds" % (os.path.basename(program), SECONDS))
    output = ended.stdout.decode("utf-8", "replace")
    if ended.returncode != 0 or ended.stderr:
        stop("%s ended with status %d, after\n%s%s" % (
            os.path.basename(program), ended.returncode, output, ended.stderr.decode("utf-8", "replace")))
    # objgraph tells of a file that it makes on the way to a picture and that has another name each time.
    output = re.sub(r"^Graph written to \S*objgraph-\S+\.dot \(\d+ nodes\)\n", "", output, flags=re.MULTILINE)
    return output


class Program:
    """A program's sections, and what each of them printed."""

    def __init__(self, name, command):
        self.name = name
        path = os.path.join(PROGRAMS, name)
        text = read(path)
        if text is None:
            stop("there is no samples/guide/" + name)
        parts = HEADING.split(text)
        self.titles = parts[1::2]
        self.code = dict(zip(self.titles, (part.strip("\n") for part in parts[2::2])))
        if len(self.code) != len(self.titles):
            stop(name + " has two sections of one title")
        with tempfile.TemporaryDirectory() as folder:
            whole = run(command, path, folder)
            self.pictures = {}
            for file in sorted(os.listdir(folder)):
                self.pictures[file] = without_addresses(read(os.path.join(folder, file)))
        with tempfile.TemporaryDirectory() as folder:
            copy = os.path.join(folder, name)
            with open(copy, "w", encoding="utf-8", newline="") as file:
                file.write(HEADING.sub(lambda found: "print(%r)" % MARK, text))
            outputs = run(command, copy, folder).split(MARK + "\n")
        if "".join(outputs) != whole:
            lines = difflib.unified_diff(
                whole.splitlines(), "".join(outputs).splitlines(), "the program", "with marks", lineterm="")
            stop("%s prints something else with marks in it:\n%s" % (name, "\n".join(lines)))
        if outputs[0]:
            stop(name + " prints something before its first section")
        self.output = dict(zip(self.titles, outputs[1:]))


def without_addresses(picture):
    """A picture in which the objects are called o1, o2 …, so that it is the same each time."""
    names = {}
    return re.sub(
        r"(?<![0-9A-Za-z])(o|0x)([0-9a-f]{5,20})(?![0-9A-Za-z])",
        lambda found: "%s%d" % (found.group(1), names.setdefault(found.group(2), len(names) + 1)), picture)


def fence(kind, text):
    return "```%s\n%s```\n" % (kind, text)


def cell(kind, text):
    made = {"cell_type": kind, "id": "", "metadata": {}, "source": text.strip("\n").splitlines(True)}
    if kind == "code":
        made.update(execution_count=None, outputs=[])
    return made


class Chapter:
    """A page, the cells of the notebook that say the same, and its pictures."""

    def __init__(self, source, command):
        self.name = os.path.basename(source)
        self.page, self.cells, self.pictures = "", [], {}
        program, shown, pending = None, [], ""
        for line in read(source).splitlines(True):
            found = MARKER.match(line.rstrip("\n"))
            if not found:
                self.page += line
                pending += line
                continue
            kind, value = found.groups()
            if kind == "program":
                program = Program(value, command)
                continue
            if program is None:
                stop(self.name + " names no program before " + line.strip())
            if kind == "picture":
                file, _, text = value.partition(": ")
                if file not in program.pictures:
                    stop("%s did not write %s" % (program.name, file))
                self.pictures[file] = program.pictures[file]
                reference = "![%s](../images/guide/%s)\n" % (text, file)
                self.page += reference
                pending += reference
                continue
            if value not in program.code:
                stop("%s has no section '%s'" % (program.name, value))
            if kind == "code":
                shown.append(value)
                self.page += fence("python", program.code[value] + "\n")
                if pending.strip():
                    self.cells.append(cell("markdown", pending))
                pending = ""
                self.cells.append(cell("code", program.code[value]))
            else:
                if not program.output[value]:
                    stop("section '%s' of %s printed nothing" % (value, program.name))
                self.page += fence("", program.output[value])
        if program is None:
            stop(self.name + " names no program")
        if pending.strip():
            self.cells.append(cell("markdown", pending))
        if shown != program.titles:
            stop("%s shows %s, and %s has %s" % (self.name, shown, program.name, program.titles))
        unseen = set(program.pictures) - set(self.pictures)
        if unseen:
            stop("%s does not show %s" % (self.name, ", ".join(sorted(unseen))))
        self.title = self.page.lstrip().splitlines()[0].lstrip("# ")
        made = MADE.format(source="sources/" + self.name, program="samples/guide/" + program.name)
        self.page = made + "\n" + self.page.strip("\n") + "\n"


def everything(command):
    """All files of the guide: a dictionary from their paths to their texts."""
    chapters = [Chapter(source, command) for source in sorted(glob.glob(os.path.join(GUIDE, "sources", "[0-9]*.md")))]
    if not chapters:
        stop("there are no sources in docs/guide/sources/")
    files, cells = {}, []
    contents = "".join("- [%s](%s)\n" % (chapter.title, chapter.name) for chapter in chapters)
    opening = read(os.path.join(GUIDE, "sources", "README.md"))
    files[os.path.join(GUIDE, "README.md")] = opening.replace("<!-- contents -->\n", contents)
    cells.append(cell("markdown", opening.partition("<!-- contents -->")[0]))
    for number, chapter in enumerate(chapters):
        links = ["[Contents](README.md)"]
        if number > 0:
            links.insert(0, "[← %s](%s)" % (chapters[number - 1].title, chapters[number - 1].name))
        if number + 1 < len(chapters):
            links.append("[%s →](%s)" % (chapters[number + 1].title, chapters[number + 1].name))
        files[os.path.join(GUIDE, chapter.name)] = chapter.page + "\n---\n\n" + " · ".join(links) + "\n"
        for file, picture in chapter.pictures.items():
            if files.setdefault(os.path.join(PICTURES, file), picture) != picture:
                stop("two programs write " + file)
        cells += chapter.cells
    for number, each in enumerate(cells):
        each["id"] = "cell-%03d" % (number + 1)
    notebook = {
        "cells": cells,
        "metadata": {
            "kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"},
            "language_info": {"name": "python"},
        },
        "nbformat": 4,
        "nbformat_minor": 5,
    }
    files[os.path.join(GUIDE, "guide.ipynb")] = json.dumps(notebook, indent=1, ensure_ascii=False) + "\n"
    return files


def compared(path, text):
    """What of a file is compared."""
    if text is not None and path.endswith(".svg"):
        return "\n".join(sorted(re.findall(r"<text[^>]*>(.*?)</text>", text))) + "\n"
    return text


def main():
    parser = argparse.ArgumentParser(description="Writes the pages of docs/guide/ from their sources.")
    parser.add_argument("--check", action="store_true")
    parser.add_argument("command", nargs=argparse.REMAINDER)
    arguments = parser.parse_args()
    command = arguments.command or [os.path.join(REPOSITORY, ".build", "release", "heapgraph"), "run"]
    if os.sep in command[0]:
        command[0] = os.path.abspath(command[0])
    files = everything(command)
    there = glob.glob(os.path.join(GUIDE, "*.md")) + glob.glob(os.path.join(PICTURES, "*"))
    changed = 0
    for path in sorted(set(files) | set(there)):
        name = os.path.relpath(path, REPOSITORY)
        old, new = compared(path, read(path)), compared(path, files.get(path))
        if old == new:
            continue
        changed += 1
        if arguments.check:
            lines = difflib.unified_diff(
                (old or "").splitlines(), (new or "").splitlines(), "there/" + name, "today/" + name, lineterm="")
            print("\n".join(lines))
        elif new is None:
            os.remove(path)
            print("removed", name)
        else:
            os.makedirs(os.path.dirname(path), exist_ok=True)
            with open(path, "w", encoding="utf-8", newline="") as file:
                file.write(files[path])
            print("wrote", name)
    print("%d files, %d %s" % (len(files), changed, "differ" if arguments.check else "changed"))
    return 1 if arguments.check and changed else 0


if __name__ == "__main__":
    sys.exit(main())
