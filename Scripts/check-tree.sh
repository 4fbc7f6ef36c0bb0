#!/bin/sh
# What no compiler checks: shell scripts parse, the agent parses on every Python here, no file outgrew its
# purpose, and every relative link of the documentation leads to a file.
set -eu
cd "$(dirname "$0")/.."
# A file, since loops behind a pipe run in a shell of their own.
complaints=$(mktemp)
trap 'rm -f "$complaints"' EXIT
complain() { printf '%s\n' "$*" >>"$complaints"; }

for script in Scripts/*.sh .ci/run $(find Benchmarks -name '*.sh' -not -path '*/.build/*'); do
  case $(head -n 1 "$script") in
    *bash*) bash -n "$script" || complain "$script does not parse" ;;
    *) sh -n "$script" || complain "$script does not parse" ;;
  esac
  [ -x "$script" ] || complain "$script is not executable (chmod +x)"
done

if command -v python3 >/dev/null 2>&1; then
  # Compiled in memory, so that no cache is left beside the file.
  # The programs of the tests are of CPython 3.13, and some are wrong on purpose.
  find Sources Tests samples Benchmarks -name '*.py' -not -path '*/.build*/*' \
    -not -path 'Tests/PythonProgramTests/Programs/*/*' -not -path 'Tests/PythonProgramTests/Heaps/*/*' | while read -r file; do
    python3 -c 'import ast, sys; ast.parse(open(sys.argv[1], encoding="utf-8").read(), sys.argv[1])' "$file" \
      || complain "$file does not parse"
  done
fi

long=$(find Sources -name '*.swift' -exec wc -l {} + | awk '$2 != "total" && $1 > 600 { print $2 " (" $1 " lines)" }')
[ -z "$long" ] || complain "Longer than 600 lines, so perhaps two things in one file: $long"

find README.md CONTRIBUTING.md CHANGELOG.md docs Tests/README.md -name '*.md' 2>/dev/null | while read -r page; do
  grep -oE '\]\([^)#: ]+(#[^)]*)?\)' "$page" | sed -E 's/^\]\(//; s/(#[^)]*)?\)$//' | while read -r link; do
    [ -e "$(dirname "$page")/$link" ] || complain "$page links to $link, which is not there"
  done
done

if [ -s "$complaints" ]; then
  cat "$complaints" >&2
  exit 1
fi
