#!/bin/sh
# Measures HeapGraph side by side with objgraph, guppy3, scipy, igraph and CPython itself, and writes
# docs/performance.md.
#   Benchmarks/peers/run.sh            full sizes, under ten minutes on two cores
#   Benchmarks/peers/run.sh --quick    small sizes, for developing; docs/performance.md stays as it is
#   Benchmarks/peers/run.sh --swift    measures Swift's own heap again, which has no peer, and writes the page
#   Benchmarks/peers/run.sh --report   writes docs/performance.md again from the last full run's figures
# HEAPGRAPH_PEER_PYTHON chooses the CPython that runs the peers, such as 3.12: 3.13 by default, where it is here.
set -eu
cd "$(dirname "$0")/../.."
peers=Benchmarks/peers

say() { printf '%s\n' "$*" >&2; }

Scripts/python-environments.sh
version=${HEAPGRAPH_PEER_PYTHON:-3.13}
if [ ! -x ".build/python/$version/bin/python" ]; then
  version=$(find .build/python -mindepth 1 -maxdepth 1 -name '3.*' | sed 's|.*/||' | sort -t . -k 2 -n | tail -n 1)
fi
folder=.build/peers/$version
python=$folder/bin/python
if ! "$python" -c 'import guppy, igraph, numpy, objgraph, scipy' 2>/dev/null; then
  say "Making a virtual environment with the peers for CPython $version"
  rm -rf "$folder"
  mkdir -p .build/peers
  ".build/python/$version/bin/python" -m venv "$folder"
  "$python" -m pip install --quiet --disable-pip-version-check \
    'objgraph>=3.6.2,<4' guppy3 numpy scipy python-igraph </dev/null >&2 \
    || { say "The peers could not be installed for CPython $version: is a package index reachable?"; exit 69; }
fi

# Everything is built before anything is measured.
swift build -c release --product heapgraph >&2
for product in PeerMeasurements RuntimeMeasurements CaptureMeasurements SwiftHeapMeasurements; do
  swift build --package-path Benchmarks -c release --product $product >&2
done

# A package of its own with a server's dependencies; without it, all but the server is measured.
server=.build-server-sample/release/App
swift build --package-path samples/hummingbird-server --scratch-path .build-server-sample -c release >&2 \
  || { say 'The sample server could not be built: it is left out'; rm -f $server; }

exec "$python" "$peers/measure.py" "$@"
