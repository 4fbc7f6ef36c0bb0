"""Says what CPython prints of programs that it compiles, but which can hardly be meant.

usage: warnings_said.py FILE, where lines of three dashes stand between programs; prints the same between its answers
"""

import linecache
import sys
import tempfile
import warnings


def said(source):
    with tempfile.NamedTemporaryFile("w", suffix=".py", encoding="utf-8") as file:
        file.write(source)
        file.flush()
        try:
            with warnings.catch_warnings(record=True) as caught:
                warnings.simplefilter("always")
                try:
                    compile(source, file.name, "exec", dont_inherit=True)
                except SyntaxError:
                    pass
            lines = [warnings.formatwarning(one.message, one.category, one.filename, one.lineno) for one in caught]
            return "".join(lines).replace(file.name, "<program>")
        finally:
            linecache.clearcache()


if __name__ == "__main__":
    with open(sys.argv[1], encoding="utf-8") as file:
        sys.stdout.reconfigure(encoding="utf-8")
        print("---\n".join(said(source) for source in file.read().split("---\n")), end="")
