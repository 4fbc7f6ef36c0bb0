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

# Draws what one line asks for into files of an ending: draw NAMES ARGUMENTS FOLDER ENDING
draw() {
  case $2 in
    @*)
      # A program of samples/, built beside the command; its pictures' files are its arguments.
      program=$(dirname "$heapgraph")/${2#@}
      paths=''
      for name in $1; do paths="$paths $3/$name.$4"; done
      # shellcheck disable=SC2086  # names without spaces
      "$program" $paths >/dev/null
      ;;
    *)
      # The arguments are words of our own list; a quoted selector keeps its spaces.
      eval "\"$heapgraph\" $2 --quiet -o \"$3/$1.$4\"" >/dev/null
      ;;
  esac
}

while IFS='|' read -r names arguments; do
  case $names in ''|\#*) continue ;; esac
  names=$(echo "$names" | xargs)
  arguments=$(echo "$arguments" | sed 's/^ *//; s/ *$//')
  draw "$names" "$arguments" "$new" dot
  if [ "$check" = no ]; then draw "$names" "$arguments" "$folder" svg; fi
  for name in $names; do
    if [ "$check" = yes ]; then
      if ! cmp -s "$new/$name.dot" "$folder/$name.dot"; then
        echo "$folder/$name.dot is not what samples/ gives today; run 'make images' and look at the difference:" >&2
        diff "$folder/$name.dot" "$new/$name.dot" | head -n 10 >&2 || true
        wrong=1
      fi
    else
      mv "$new/$name.dot" "$folder/$name.dot"
      echo "$folder/$name.svg"
    fi
  done
done <"$folder/pictures.txt"

for picture in "$folder"/*.dot; do
  [ -e "$picture" ] || continue
  name=$(basename "$picture" .dot)
  grep -q "^\([^|#]* \)*$name \([^|]* \)*|" "$folder/pictures.txt" || { echo "$picture is in no line of pictures.txt" >&2; wrong=1; }
done
# The guide's pages and pictures are made by its own programs.
case $heapgraph in /*) command=$heapgraph ;; *) command=$PWD/$heapgraph ;; esac
if [ "$check" = yes ]; then
  python3 Scripts/guide.py --check "$command" || wrong=1
else
  python3 Scripts/guide.py "$command"
fi
exit "$wrong"
