#!/bin/sh
# Finds the leaks of a sample program, from inside and from outside, and says which references should be weak.
#   Scripts/demo-swift.sh HEAPGRAPH SAMPLE
set -eu
cd "$(dirname "$0")/.."
heapgraph=$1
sample=$2
mkdir -p out
echo 'A program that looks at its own heap, samples/swift-heap/Leaks/main.swift:'
echo
"$sample" out/leaks.svg
echo
echo 'The same program, captured from outside while it waits:'
rm -f out/input
mkfifo out/input
"$sample" <out/input >out/sample.txt &
process=$!
exec 3>out/input
tries=0
until grep -q process out/sample.txt || [ $tries -ge 100 ]; do
  tries=$((tries + 1))
  sleep 0.1
done
"$heapgraph" capture swift --pid $process --quiet -o out/leaks.heap
echo >&3
exec 3>&-
wait $process
rm -f out/input out/sample.txt
echo
"$heapgraph" types out/leaks.heap --limit 6
echo
"$heapgraph" leaks out/leaks.heap -o out/leaks.png
echo
"$heapgraph" backrefs out/leaks.heap type:Folder --depth 3 --quiet -o out/folders.png
echo 'The pictures:'
for picture in leaks.svg leaks.png folders.png; do echo "  $PWD/out/$picture"; done
