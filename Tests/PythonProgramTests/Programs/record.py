"""Records what CPython prints for every program of this folder.

    HEAPGRAPH_PYTHON=/path/to/python3.13 python3.13 record.py [--check] [subject or subject/name ...]

Beside each program `name.py` stands `name.out`: its standard output, its
standard error and its exit status.  `--check` compares instead of writing.
"""

import os
import re
import subprocess
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
PYTHON = os.environ.get("HEAPGRAPH_PYTHON") or "python3.13"
ADDRESS = re.compile(r"0x[0-9a-f]{6,}")


def programs():
    """Yields the path of each program, relative to this folder."""
    for subject in sorted(os.listdir(HERE)):
        folder = os.path.join(HERE, subject)
        if not os.path.isdir(folder) or subject == "__pycache__":
            continue
        yield from programs_of(subject)


def programs_of(relative):
    names = sorted(os.listdir(os.path.join(HERE, relative)))
    if "main.py" in names:
        yield relative + "/main.py"
        return
    for name in names:
        path = relative + "/" + name
        if os.path.isdir(os.path.join(HERE, path)):
            if name != "__pycache__":
                yield from programs_of(path)
        elif name.endswith(".py"):
            yield path


def transcript(path):
    folder, name = os.path.split(os.path.join(HERE, path))
    environment = dict(os.environ)
    for variable in list(environment):
        if variable.startswith("PYTHON"):
            del environment[variable]
    environment.update(PYTHONHASHSEED="0", PYTHONDONTWRITEBYTECODE="1",
                       NO_COLOR="1", PYTHON_COLORS="0")
    done = subprocess.run([PYTHON, name], cwd=folder, env=environment,
                          stdin=subprocess.DEVNULL, capture_output=True,
                          timeout=60)
    seen = {}

    def numbered(match):
        return seen.setdefault(match.group(), f"0xADDR{len(seen) + 1}")

    texts = []
    for stream in (done.stdout, done.stderr):
        text = stream.decode("utf-8", "replace")
        text = text.replace(os.path.join(folder, ""), "")
        text = ADDRESS.sub(numbered, text)
        if text and not text.endswith("\n"):
            text += "\n"
        texts.append(text)
    return (f"--- stdout\n{texts[0]}--- stderr\n{texts[1]}"
            f"--- status {done.returncode}\n")


def main(arguments):
    check = "--check" in arguments
    wanted = [a for a in arguments if not a.startswith("-")]
    count = different = 0
    for path in programs():
        if wanted and not any(path == w or path == w + ".py"
                              or path.startswith(w.rstrip("/") + "/")
                              for w in wanted):
            continue
        count += 1
        now = transcript(path)
        target = os.path.join(HERE, path[:-3] + ".out")
        if not check:
            with open(target, "w", encoding="utf-8", newline="\n") as file:
                file.write(now)
            continue
        try:
            with open(target, encoding="utf-8", newline="") as file:
                before = file.read()
        except FileNotFoundError:
            before = None
        if now != before:
            different += 1
            print(f"{path}: {'not recorded' if before is None else 'differs'}")
    print(f"{count} programs" + (f", {different} differ" if check else ""))
    return 1 if different else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
