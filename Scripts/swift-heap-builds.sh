#!/bin/sh
# Builds the program that is held in every way in release, and with a static standard library, and runs it in each.
#   Scripts/swift-heap-builds.sh
# What the compiler optimizes away or lays out otherwise in these builds is found here; the debug build is what the
# tests run in.
set -eu
cd "$(dirname "$0")/.."
status=0
run() {  # run NAME FLAGS…
  name=$1
  shift
  printf 'swift-heap-holdings, %s: ' "$name"
  swift build --product swift-heap-holdings "$@" >.build/holdings.log 2>&1 || { cat .build/holdings.log; exit 1; }
  "$(swift build --show-bin-path "$@")/swift-heap-holdings" || status=1
}
run release -c release
"${CC:-cc}" -O2 -shared -fPIC -fno-builtin -o .build/allocator.so Tests/SwiftHeapHoldings/Allocator/allocator.c
printf 'swift-heap-holdings, release under another allocator: '
LD_PRELOAD=$PWD/.build/allocator.so "$(swift build --show-bin-path -c release)/swift-heap-holdings" || status=1
run 'release with a static standard library' -c release --static-swift-stdlib --scratch-path .build/static
# The sample's three leaks are there in release as well.
swift build --product sample-leaks -c release >.build/holdings.log 2>&1 || { cat .build/holdings.log; exit 1; }
leaks=$("$(swift build --show-bin-path -c release)/sample-leaks" .build/leaks.dot | grep -c '^[0-9]*\. ' || true)
echo "sample-leaks, release: $leaks of 3 leaks"
[ "$leaks" = 3 ] || status=1
exit $status
