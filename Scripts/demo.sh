#!/bin/sh
# Draws a sample heap and runs a sample program with the command given, and says where the pictures are.
set -eu
cd "$(dirname "$0")/.."
heapgraph=$1
mkdir -p out
"$heapgraph" info samples/tree.heap.gz
echo
"$heapgraph" types samples/tree.heap.gz --limit 5
"$heapgraph" refs samples/tree.heap.gz tree --quiet -o out/tree.png
"$heapgraph" refs samples/tree.heap.gz tree --quiet -o out/tree.svg
"$heapgraph" backrefs samples/sessions.heap.gz type:Session --depth 5 --quiet -o out/who-holds-it.png
echo
echo 'A program on the built-in runtime, samples/guide/tree.py:'
case $heapgraph in /*) command=$heapgraph ;; *) command=$PWD/$heapgraph ;; esac
program=$PWD/samples/guide/tree.py
(cd out && "$command" run "$program")
"$heapgraph" refs samples/tree.py tree --quiet -o out/tree-of-the-program.png
echo
echo 'The pictures:'
for picture in tree.png tree.svg who-holds-it.png tree-of-the-program.png; do echo "  $PWD/out/$picture"; done
for picture in out/tree-[0-9]*.svg; do [ ! -e "$picture" ] || echo "  $PWD/$picture"; done
