#!/bin/sh
# Records samples/*.heap.gz from the programs beside them, with the CPython 3.13 that HEAPGRAPH_PYTHON names
# (python3.13 by itself).
#
# A heap holds the paths and the environment of the machine it was recorded on. So the programs run in a folder of
# their own, with an empty environment, and through a link to Python's installation.
set -eu
cd "$(dirname "$0")/.."
heapgraph=$PWD/$1
python=${HEAPGRAPH_PYTHON:-python3.13}
prefix=$("$python" -c 'import sys
if sys.version_info[:2] != (3, 13): sys.exit("%s is CPython %d.%d, and the samples are of 3.13" % (sys.executable, *sys.version_info[:2]))
print(sys.base_prefix)')
folder=/tmp/heapgraph-samples
[ ! -e "$folder" ] || { echo "$folder is in the way" >&2; exit 1; }
mkdir "$folder"
trap 'rm -rf "$folder"' EXIT
ln -s "$prefix" "$folder/python"
for program in tree sessions cycle growth; do
  cp "samples/$program.py" "$folder"
  at=exit
  [ "$program" != growth ] || at=call
  (cd "$folder" && env -i PATH=/usr/bin:/bin HOME=/nonexistent PYTHONHOME="$folder/python" PYTHONDONTWRITEBYTECODE=1 PYTHONHASHSEED=0 \
    "$heapgraph" capture python --quiet --python "$folder/python/bin/python3.13" --at $at \
    -o "$program.heap.gz" "$program.py" >/dev/null)
done
for heap in "$folder"/*.heap.gz; do
  # What is recorded must not tell where it was recorded.
  found=$(gzip -dc "$heap" | tr -c '[:print:]' '\n' | grep -oE "($prefix|$HOME|$PWD)/.{0,60}" | head -n 5)
  [ -z "$found" ] || { printf '%s holds paths of this machine: %s\n' "$(basename "$heap")" "$found" >&2; exit 1; }
  cp "$heap" samples/
done
ls -l samples/*.heap.gz
