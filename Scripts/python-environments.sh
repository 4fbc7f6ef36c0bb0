#!/bin/sh
# Makes a virtual environment with objgraph for each CPython here, under .build/python/VERSION: the tests compare
# with objgraph inside each of them. One that is there already is left alone, without the network.
#
# Pythons come from HEAPGRAPH_PYTHONS (paths, separated by spaces) where that is set; else python3, python3.8 and
# newer on PATH, and those that pyenv has where there is one.
set -eu
cd "$(dirname "$0")/.."
objgraph='objgraph>=3.6.2,<4'

say() { printf '%s\n' "$*" >&2; }

candidates() {
  if [ -n "${HEAPGRAPH_PYTHONS:-}" ]; then
    # shellcheck disable=SC2086
    printf '%s\n' $HEAPGRAPH_PYTHONS
    return
  fi
  echo python3
  for minor in 8 9 10 11 12 13 14 15; do echo "python3.$minor"; done
  if command -v pyenv >/dev/null 2>&1; then
    for python in "$(pyenv root)"/versions/*/bin/python3; do echo "$python"; done
  fi
}

# A name on PATH may be a shim that fails when run, so each one is asked for its version.
version_of() {
  "$1" -c 'import sys
if sys.implementation.name != "cpython" or sys.version_info < (3, 8): sys.exit(1)
print("%d.%d" % sys.version_info[:2])' 2>/dev/null
}

made=''
for python in $(candidates); do
  if ! version=$(version_of "$python"); then
    # A name that was only tried may well not be there; one that somebody wrote down has to be.
    [ -z "${HEAPGRAPH_PYTHONS:-}" ] || { say "HEAPGRAPH_PYTHONS names $python, which is no CPython 3.8 or newer."; exit 69; }
    continue
  fi
  case " $made " in *" $version "*) continue ;; esac
  folder=.build/python/$version
  if ! "$folder/bin/python" -c 'import objgraph' 2>/dev/null; then
    say "Making a virtual environment with objgraph for CPython $version"
    rm -rf "$folder"
    mkdir -p .build/python
    if ! "$python" -c 'import ensurepip, venv' 2>/dev/null; then
      # The first one is python3, for which venv was just installed.
      [ -n "$made" ] || { say "CPython $version has no venv module; install python$version-venv."; exit 69; }
      say "CPython $version has no venv module and is not tried; python$version-venv would bring it."
      continue
    fi
    "$python" -m venv "$folder"
    "$folder/bin/python" -m pip install --quiet --disable-pip-version-check "$objgraph" </dev/null >&2 \
      || { say "objgraph could not be installed for CPython $version: is a package index reachable?"; exit 69; }
  fi
  made="$made $version"
done
if [ -z "$made" ]; then
  say 'No CPython 3.8 or newer was found; install python3.'
  exit 69
fi
