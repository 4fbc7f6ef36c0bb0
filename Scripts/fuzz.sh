#!/bin/sh
# Runs the fuzzer of the .heap reader for some seconds, from the corpus that the tests use as well.
# What it finds lands in Tests/HeapFormatsTests/Corpus, where every test run tries it again.
set -eu
cd "$(dirname "$0")/.."
seconds=$1
corpus=$PWD/Tests/HeapFormatsTests/Corpus
swift build --package-path Tests/Fuzz -c release --sanitize fuzzer --product HeapReaderFuzzer
mkdir -p out/fuzz
# New inputs go to the first folder; the corpus under version control is only read.
Tests/Fuzz/.build/release/HeapReaderFuzzer out/fuzz "$corpus" \
  -max_total_time="$seconds" -rss_limit_mb=2048 -max_len=8192 -timeout=10 \
  -artifact_prefix="$corpus/found-" -print_final_stats=1
