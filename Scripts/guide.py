#!/usr/bin/env python3
"""Writes the learner's guide, docs/guide/, from docs/guide/sources/ and the programs in samples/guide/.

    guide.py COMMAND…               runs the programs with `COMMAND run FILE`, and writes pages, pictures, and the
                                    notebook with what its cells print and draw
    guide.py --no-layouts COMMAND…  leaves the pictures of objects' memory out
    guide.py --check COMMAND…       writes into a temporary folder, and fails where today's guide differs
    guide.py --python PYTHON        runs the programs with a CPython instead, writes nothing, and tells what they
                                    print there that the pages do not say; with --show, prints everything

A page's text is in docs/guide/sources/NN-NAME.md, its program in samples/guide/NAME.py. Lines of the program that read
`# --- TITLE` begin its sections. In the text these lines stand for

    <!-- program: TITLE -->               the section's code
    <!-- output: TITLE -->                what the section printed
    <!-- picture: FILE.svg | CAPTION -->  a picture that the program drew
    <!-- layout: NAME -->                 the memory of the object with that name, drawn by `COMMAND layout`
"""

import argparse
import difflib
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
GUIDE = os.path.join("docs", "guide")
IMAGES = os.path.join("docs", "images", "guide")
SOURCES = os.path.join(ROOT, GUIDE, "sources")
PROGRAMS = os.path.join(ROOT, "samples", "guide")

SECTION = re.compile(r"^# --- (.+?)\s*$")
MARKER = re.compile(r"^<!-- (program|output|picture|layout): (.+?) -->$")
# What objgraph says about files: the page shows the picture instead.
ABOUT_FILES = ("Graph written to ", "Image generated as ", "Image renderer (dot) not found")
GENERATED = "<!-- Written by Scripts/guide.py from sources/{}; change it there. -->\n\n"


class Complaint(Exception):
    """Something in the sources, or in what a program did, that must be put right."""


def read(path):
    with open(path, encoding="utf-8") as file:
        return file.read()


def write(path, text):
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "w", encoding="utf-8", newline="\n") as file:
        file.write(text)


class Program:
    """A chapter's program, cut into its sections."""

    def __init__(self, path):
        self.path = path
        self.name = os.path.basename(path)
        self.text = read(path)
        self.codes = {}
        title, lines = None, []
        for line in self.text.splitlines() + ["# --- "]:
            begins = SECTION.match(line)
            if begins or line == "# --- ":
                if title is not None:
                    self.codes[title] = "\n".join(lines).strip("\n")
                title, lines = (begins.group(1) if begins else None), []
                if title in self.codes:
                    raise Complaint(f"{self.name} has two sections '{title}'")
            elif title is not None:
                lines.append(line)
            elif line.strip() and not line.startswith("#"):
                raise Complaint(f"{self.name} has code before its first section: {line}")
        if not self.codes:
            raise Complaint(f"{self.name} has no section (# --- TITLE)")

    def announcing(self):
        """The program with a line printed before each section, in place of its comment: line numbers stay."""
        announced = (
            "print({})".format(json.dumps("\x1e " + match.group(1))) if match else line
            for line, match in ((line, SECTION.match(line)) for line in self.text.splitlines())
        )
        return "\n".join(announced) + "\n"

    def run(self, command, folder):
        """What each section prints; pictures come into the folder."""
        os.makedirs(folder, exist_ok=True)
        with tempfile.TemporaryDirectory() as copies:
            copy = os.path.join(copies, self.name)
            write(copy, self.announcing())
            environment = dict(os.environ, PYTHONIOENCODING="utf-8")
            done = subprocess.run(
                command + [copy],
                cwd=folder,
                env=environment,
                stdin=subprocess.DEVNULL,
                stdout=subprocess.PIPE,
                stderr=subprocess.PIPE,
            )
        if done.returncode != 0 or done.stderr:
            said = done.stderr.decode("utf-8", "replace").strip()
            raise Complaint(f"{self.name} ended with status {done.returncode}: {said}")
        outputs = {}
        for part in done.stdout.decode("utf-8").split("\x1e ")[1:]:
            title, _, printed = part.partition("\n")
            lines = [line for line in printed.splitlines() if not line.startswith(ABOUT_FILES)]
            outputs[title] = "\n".join(lines).strip("\n")
        missing = [title for title in self.codes if title not in outputs]
        if missing:
            raise Complaint(f"{self.name} did not come to its section '{missing[0]}'")
        return outputs


class Chapter:
    """A page's source and its program."""

    def __init__(self, file, layouts=True):
        self.file = file
        self.number, self.name = file[:-3].split("-", 1)
        self.source = read(os.path.join(SOURCES, file))
        if not layouts:
            self.source = re.sub(r"(?m)^<!-- layout: .+? -->\n\n?", "", self.source)
        self.program = Program(os.path.join(PROGRAMS, self.name + ".py"))
        first = self.source.splitlines()[0]
        if not first.startswith("# "):
            raise Complaint(f"{file} does not begin with a title")
        self.title = first[2:]
        begin = " ".join(self.source.split("\n\n")[1].split())
        if "?" not in begin:
            raise Complaint(f"{file} does not begin with the question that it answers")
        self.question = begin[: begin.index("?") + 1]
        self.check_markers()

    def markers(self):
        """The kinds and values of the page's markers, in order."""
        for line in self.source.splitlines():
            match = MARKER.match(line)
            if match:
                yield match.group(1), match.group(2)
            elif "<!--" in line:
                raise Complaint(f"{self.file} has a marker that is none: {line}")

    def check_markers(self):
        shown = []
        for kind, value in self.markers():
            if kind in ("program", "output") and value not in self.program.codes:
                raise Complaint(f"{self.file} asks for '{value}', which is no section of {self.program.name}")
            if kind == "program":
                shown.append(value)
        if shown != list(self.program.codes):
            raise Complaint(f"{self.file} does not show each section of {self.program.name} once and in order")

    def layout_file(self, name):
        return f"{self.name}-{name}.svg"

    def page(self, outputs, images):
        """The page's text; complains where a picture is not in the folder of images."""
        lines = []
        for line in self.source.splitlines():
            match = MARKER.match(line)
            if not match:
                lines.append(line)
                continue
            if lines and lines[-1]:
                lines.append("")
            lines += self.replacement(match.group(1), match.group(2), outputs, images)
        return "\n".join(lines).rstrip("\n") + "\n"

    def replacement(self, kind, value, outputs, images):
        if kind == "program":
            return ["```python", self.program.codes[value], "```"]
        if kind == "output":
            if not outputs[value]:
                raise Complaint(f"{self.file} shows what '{value}' prints, which is nothing")
            return ["```text", outputs[value], "```"]
        if kind == "picture":
            file, _, caption = (part.strip() for part in value.partition("|"))
        else:
            file, caption = self.layout_file(value), f"The memory of {value}, word by word"
        if not os.path.exists(os.path.join(images, file)):
            raise Complaint(f"{self.file} shows {file}, which {self.program.name} did not draw")
        return [f"![{caption}](../images/guide/{file})"]

    def cells(self):
        """The notebook's cells: text, and a code cell for each section."""
        lines = []
        for line in self.source.splitlines():
            match = MARKER.match(line)
            if not match:
                lines.append(line)
                continue
            kind, value = match.groups()
            if kind == "program":
                yield from markdown_cell(lines)
                lines = []
                yield {"cell_type": "code", "source": self.program.codes[value]}
            elif kind == "picture":
                # The picture itself is what the cell above gives.
                lines.append(f"*{value.partition('|')[2].strip()}*")
            elif kind == "layout":
                lines.append(f"![The memory of {value}, word by word](../images/guide/{self.layout_file(value)})")
        yield from markdown_cell(lines)


def markdown_cell(lines):
    text = re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip("\n")
    if text:
        yield {"cell_type": "markdown", "source": text}


def chapters(layouts=True):
    files = sorted(file for file in os.listdir(SOURCES) if re.match(r"\d\d-.+\.md$", file))
    if not files:
        raise Complaint(f"{SOURCES} has no chapter")
    return [Chapter(file, layouts) for file in files]


def contents(all_chapters):
    """The first page: its own text, then the list of chapters."""
    lines = [read(os.path.join(SOURCES, "README.md")).rstrip("\n"), ""]
    for chapter in all_chapters:
        lines.append(f"{int(chapter.number)}. [{chapter.title}]({chapter.file}): {chapter.question}")
    lines += ["", "All chapters as a notebook, with outputs and pictures: [guide.ipynb](guide.ipynb)."]
    return GENERATED.format("README.md") + "\n".join(lines) + "\n"


def notebook(all_chapters):
    """The whole guide as a notebook of format 4, not executed; each chapter begins without variables."""
    cells = list(markdown_cell(read(os.path.join(SOURCES, "README.md")).splitlines()))
    for number, chapter in enumerate(all_chapters):
        if number > 0:
            cells.append({"cell_type": "code", "source": "%reset -f"})
        cells += chapter.cells()
    for number, cell in enumerate(cells):
        cell["id"] = f"cell-{number}"
        cell["metadata"] = {}
        cell["source"] = cell["source"].splitlines(keepends=True)
        if cell["cell_type"] == "code":
            cell["execution_count"] = None
            cell["outputs"] = []
    book = {
        "cells": cells,
        "metadata": {
            "kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"},
            "language_info": {"name": "python", "version": "3.13.0"},
        },
        "nbformat": 4,
        "nbformat_minor": 5,
    }
    return json.dumps(book, ensure_ascii=False, indent=1, sort_keys=True) + "\n"


def without_addresses(picture):
    """A picture whose nodes and edges are numbered as they come, and which tells no address: those change with all
    else that is in memory."""
    numbers = {}
    picture = re.sub(r"0x[0-9a-f]+ · #\d+ · ", "", picture)
    picture = re.sub(r"&#10;0x[0-9a-f]+ → 0x[0-9a-f]+", "", picture)
    picture = re.sub(
        r"\b(a_)?([or])([0-9a-f]{6,}|\d+)\b(?=[\"&< ])",
        lambda match: "{}{}{}".format(
            match.group(1) or "", match.group(2), numbers.setdefault(match.group(2) + match.group(3), len(numbers))
        ),
        picture,
    )
    return re.sub(r"<!-- Generated by graphviz[^>]*>\n", "", picture)


def executed(book, command):
    """A notebook with what its cells give, without what objgraph says about files."""
    with tempfile.TemporaryDirectory() as folder:
        write(os.path.join(folder, "guide.ipynb"), book)
        # A name without a folder: what the cells print must not tell where they ran.
        done = subprocess.run(
            command + ["run", "guide.ipynb", "-o", "executed.ipynb"],
            cwd=folder,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        )
        if done.returncode != 0 or done.stderr:
            said = done.stderr.decode("utf-8", "replace").strip()
            raise Complaint(f"guide.ipynb ended with status {done.returncode}: {said}")
        book = json.loads(read(os.path.join(folder, "executed.ipynb")))
    for cell in book["cells"]:
        for output in cell.get("outputs", []):
            if output["output_type"] == "stream":
                output["text"] = [line for line in output["text"] if not line.startswith(ABOUT_FILES)]
                if re.search(r"0x[0-9a-f]{6,}", "".join(output["text"])):
                    raise Complaint(f"guide.ipynb prints an address: {''.join(output['text'])}")
            elif "image/svg+xml" in output.get("data", {}):
                picture = without_addresses("".join(output["data"]["image/svg+xml"]))
                output["data"]["image/svg+xml"] = picture.splitlines(keepends=True)
        if cell["cell_type"] == "code":
            cell["outputs"] = [output for output in cell["outputs"] if output.get("text") != []]
    return json.dumps(book, ensure_ascii=False, indent=1, sort_keys=True) + "\n"


def generate(command, root, layouts):
    """Writes everything below a root; returns the paths, relative to it."""
    images = os.path.join(root, IMAGES)
    os.makedirs(images, exist_ok=True)
    all_chapters = chapters(layouts)
    pages = {}
    for chapter in all_chapters:
        outputs = chapter.program.run(command + ["run"], images)
        for kind, name in chapter.markers():
            if kind == "layout":
                picture = os.path.join(images, chapter.layout_file(name))
                arguments = ["layout", chapter.program.path, name, "-o", picture]
                # The program draws its own pictures again, which is not what we want here.
                with tempfile.TemporaryDirectory() as elsewhere:
                    done = subprocess.run(
                        command + arguments, cwd=elsewhere, stdout=subprocess.PIPE, stderr=subprocess.PIPE
                    )
                if done.returncode != 0:
                    said = done.stderr.decode("utf-8", "replace").strip()
                    raise Complaint(f"The layout of {name} in {chapter.program.name} was not drawn: {said}")
        pages[chapter.file] = GENERATED.format(chapter.file) + chapter.page(outputs, images)
    pages["README.md"] = contents(all_chapters)
    pages["guide.ipynb"] = executed(notebook(all_chapters), command)
    for file, text in pages.items():
        write(os.path.join(root, GUIDE, file), text)
    return sorted(os.path.join(GUIDE, file) for file in pages) + sorted(
        os.path.join(IMAGES, file) for file in os.listdir(images)
    )


def essence(path):
    """What must stay the same in a file: of a picture only what it says, since Graphviz's versions place boxes
    differently, and addresses and numbers depend on all else that is in memory."""
    text = read(path)
    if path.endswith(".ipynb"):
        book = json.loads(text)
        for cell in book["cells"]:
            for output in cell.get("outputs", []):
                if "image/svg+xml" in output.get("data", {}):
                    picture = "".join(output["data"]["image/svg+xml"])
                    output["data"]["image/svg+xml"] = picture_essence(picture).splitlines(keepends=True)
        return json.dumps(book, ensure_ascii=False, indent=1)
    return picture_essence(text) if path.endswith(".svg") else text


def picture_essence(text):
    """What a picture says."""
    said = re.findall(r'<text[^>]*>[^<]*|<g id="[^"]*" class="[^"]*"|xlink:title="[^"]*"|<title>[^<]*', text)
    said = (re.sub(r"^<text[^>]*>", "text ", part) for part in said)
    said = (re.sub(r'^<g id="[^"]*"', "part", part) for part in said)
    said = (re.sub(r"0x[0-9a-f]+|\bo[0-9a-f]{6,}|\bo\d+\b|(?<!&)#\d+", "…", part) for part in said)
    return "\n".join(sorted(said)) + "\n"


def difference(old, new, name):
    lines = difflib.unified_diff(
        old.splitlines(), new.splitlines(), f"{name} (here)", f"{name} (today)", lineterm="", n=1
    )
    return "\n".join(line[:200] for line in list(lines)[:20])


def check(command, layouts):
    """Whether the guide is what its sources and the command give today."""
    with tempfile.TemporaryDirectory() as today:
        written = generate(command, today, layouts)
        stale = []
        for path in written:
            here = os.path.join(ROOT, path)
            new = essence(os.path.join(today, path))
            if not os.path.exists(here):
                stale.append(f"{path} is missing")
            elif essence(here) != new:
                stale.append(f"{path} differs:\n{difference(essence(here), new, path)}")
        for folder in (GUIDE, IMAGES):
            for file in sorted(os.listdir(os.path.join(ROOT, folder))):
                path = os.path.join(folder, file)
                if os.path.isfile(os.path.join(ROOT, path)) and path not in written:
                    stale.append(f"{path} is written by nothing; remove it")
    if stale:
        raise Complaint("\n".join(stale) + "\nRun Scripts/guide.py without --check, and look at the difference.")


def trial(python, show):
    """Runs the programs with a CPython, and compares what they print with the pages."""
    wrong = []
    with tempfile.TemporaryDirectory() as folder:
        for chapter in chapters():
            outputs = chapter.program.run([python], folder)
            page_path = os.path.join(ROOT, GUIDE, chapter.file)
            page = read(page_path) if os.path.exists(page_path) else None
            for title, printed in outputs.items():
                if show:
                    print(f"{chapter.file}: {title}\n{printed}\n")
                asked = ("output", title) in chapter.markers()
                if printed and not asked:
                    wrong.append(f"{chapter.file} does not show what '{title}' prints:\n{printed}")
                elif asked and page is not None and f"```text\n{printed}\n```" not in page:
                    wrong.append(f"{chapter.file} does not say what '{title}' prints there:\n{printed}")
    if wrong:
        raise Complaint("\n".join(wrong))


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--check", action="store_true", help="write nothing here; report what differs")
    parser.add_argument("--no-layouts", action="store_true", help="leave out the pictures of objects' memory")
    parser.add_argument("--python", metavar="PYTHON", help="try the programs with a CPython 3.13 that has objgraph")
    parser.add_argument("--show", action="store_true", help="with --python: print what the sections print")
    parser.add_argument("command", nargs="*", metavar="COMMAND", help="the heapgraph command")
    options = parser.parse_args()
    if (options.python is None) == (not options.command):
        parser.error("give either the heapgraph command or --python PYTHON")
    # Programs run in other folders.
    command = [os.path.abspath(word) if os.path.exists(word) else word for word in options.command]
    try:
        if options.python:
            python = shutil.which(options.python) or options.python
            # Not resolved: a virtual environment's python is a link.
            trial(os.path.abspath(python) if os.sep in python else python, options.show)
        elif options.check:
            check(command, not options.no_layouts)
        else:
            for path in generate(command, ROOT, not options.no_layouts):
                print(path)
    except Complaint as complaint:
        print(f"guide.py: {complaint}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
