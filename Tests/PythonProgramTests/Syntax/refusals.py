"""Says how CPython refuses programs, as the end of a traceback shows it.

usage: refusals.py FILE, where lines of three dashes stand between programs; prints the same between its answers
"""

import linecache
import sys
import tempfile
import traceback
import warnings

warnings.simplefilter("ignore")


def refusal(source):
    # The compiler reads the line that it shows from the file.
    with tempfile.NamedTemporaryFile("w", suffix=".py", encoding="utf-8") as file:
        file.write(source)
        file.flush()
        try:
            compile(source, file.name, "exec", dont_inherit=True)
        except SyntaxError as error:
            return "".join(traceback.format_exception_only(error)).replace(file.name, "<program>")
        finally:
            linecache.clearcache()
    return "accepted\n"


if __name__ == "__main__":
    with open(sys.argv[1], encoding="utf-8") as file:
        sys.stdout.reconfigure(encoding="utf-8")
        print("---\n".join(refusal(source) for source in file.read().split("---\n")), end="")
