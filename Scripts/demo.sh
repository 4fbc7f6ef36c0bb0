#!/bin/sh
# Draws the sample heap with the command given, and says where the pictures are.
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
echo 'A heap, drawn:'
for picture in tree.png tree.svg who-holds-it.png; do echo "  $PWD/out/$picture"; done
