"""Runs programs that fail, and says for each how CPython prints the exception, and of what it makes that text.

usage: record.py FILE, where lines of three dashes stand between programs

Prints for each program, between such lines: the program, a line of JSON, and the text, with lines of three equal
signs between them. The first of all is a line of JSON: the names of the built-in functions.
"""

import builtins
import json
import linecache
import os
import re
import sys
import tempfile
import traceback
import warnings

sys.dont_write_bytecode = True
sys.path.insert(0, __file__.rpartition("/")[0])

import shapes

warnings.simplefilter("ignore")
BUILT_IN = list(vars(builtins))


def positions(trace):
    code = trace.tb_frame.f_code
    line, end_line, column, end_column = list(code.co_positions())[trace.tb_lasti // 2]
    line = trace.tb_lineno if line is None else line
    return [code.co_filename, code.co_name, line, end_line, column, end_column]


def missing_name(error, trace):
    """What the traceback module asks for when it looks for a name that was meant."""
    name = getattr(error, "name_from" if isinstance(error, ImportError) else "name", None)
    if not isinstance(error, (NameError, AttributeError, ImportError)) or name is None:
        return None
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    here = trace.tb_frame.f_locals if trace else {}
    if isinstance(error, AttributeError):
        return ["attribute", name, "self" in here and here["self"] is error.obj, dir(error.obj)]
    if isinstance(error, ImportError):
        return ["imported", name, False, dir(sys.modules[error.name])]
    names = list(here) + list(trace.tb_frame.f_globals)
    return ["variable", name, "self" in here and hasattr(here["self"], name), names]


def described(error, trace, known):
    known.append(error)
    number = len(known) - 1
    said = {"type": traceback.TracebackException(type(error), error, None).exc_type_str}
    described_errors = [said]
    is_syntax = isinstance(error, SyntaxError)
    try:
        said["message"] = error.msg if is_syntax else str(error)
    except Exception:
        said["message"] = None
    said["notes"] = getattr(error, "__notes__", [])
    said["entries"] = []
    said["missing"] = missing_name(error, trace)
    if is_syntax:
        said["syntax"] = [
            error.filename, error.lineno, error.end_lineno, error.text, error.offset, error.end_offset]
    while trace is not None:
        said["entries"].append(positions(trace))
        trace = trace.tb_next
    said["suppresses"] = error.__suppress_context__
    for link in ("cause", "context"):
        other = getattr(error, f"__{link}__")
        if other is not None and not any(other is one for one in known):
            described_errors += described(other, other.__traceback__, known)
        said[link] = next((place for place, one in enumerate(known) if one is other), None)
    return described_errors


def without_places(text):
    """A text in which the files of the standard library have no place of this machine."""
    library = re.escape(os.path.dirname(os.__file__)) + "/(lib-dynload/)?"
    return re.sub(r"\.cpython-[-\w]+\.so", ".so", re.sub(library, "LIB/", text))


def answer(program):
    with tempfile.NamedTemporaryFile("w", suffix=".py", encoding="utf-8") as file:
        file.write(program)
        file.flush()
        names = {"__name__": "__main__", "__builtins__": builtins.__dict__}
        names |= {"zero": 0, "one": 1, "two": 2, "three": 3, "none": None, "items": [1, 2], "table": {}, "名前": 3}
        try:
            exec(compile(program, file.name, "exec", dont_inherit=True), names)
        except BaseException as error:
            trace = error.__traceback__.tb_next
            text = "".join(traceback.format_exception(error.with_traceback(trace)))
            errors = json.dumps(described(error, trace, []), ensure_ascii=False)
            return without_places(f"{program}===\n{errors}\n===\n{text}".replace(file.name, "<program>"))
        finally:
            linecache.clearcache()
    raise AssertionError(f"does not fail: {program}")


if __name__ == "__main__":
    sys.stdout.reconfigure(encoding="utf-8")
    with open(sys.argv[1], encoding="utf-8") as file:
        programs = file.read().split("---\n") + shapes.programs()
    print("---\n".join([json.dumps(BUILT_IN) + "\n"] + [answer(program) for program in programs]), end="")
