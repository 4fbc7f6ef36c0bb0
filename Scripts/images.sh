#!/bin/sh
# Draws the documentation's pictures from samples/, as docs/images/pictures.txt lists them.
#   Scripts/images.sh HEAPGRAPH           writes the DOT text and the SVG of each
#   Scripts/images.sh --check HEAPGRAPH   fails where the DOT text is not what the samples give today
set -eu
cd "$(dirname "$0")/.."
check=no
if [ "$1" = --check ]; then check=yes; shift; fi
heapgraph=$1
folder=docs/images
wrong=0
new=$(mktemp -d)
trap 'rm -rf "$new"' EXIT

while IFS='|' read -r name arguments; do
  case $name in ''|\#*) continue ;; esac
  name=$(echo "$name" | tr -d ' ')
  # The arguments are words of our own list; a quoted selector keeps its spaces.
  eval "\"$heapgraph\" $arguments --quiet -o \"$new/$name.dot\"" >/dev/null
  if [ "$check" = yes ]; then
    if ! cmp -s "$new/$name.dot" "$folder/$name.dot"; then
      echo "$folder/$name.dot is not what samples/ gives today; run 'make images' and look at the difference:" >&2
      diff "$folder/$name.dot" "$new/$name.dot" | head -n 10 >&2 || true
      wrong=1
    fi
  else
    eval "\"$heapgraph\" $arguments --quiet -o \"$folder/$name.svg\"" >/dev/null
    mv "$new/$name.dot" "$folder/$name.dot"
    echo "$folder/$name.svg"
  fi
done <"$folder/pictures.txt"

for picture in "$folder"/*.dot; do
  [ -e "$picture" ] || continue
  name=$(basename "$picture" .dot)
  grep -q "^$name *|" "$folder/pictures.txt" || { echo "$picture is in no line of pictures.txt" >&2; wrong=1; }
done
exit "$wrong"
