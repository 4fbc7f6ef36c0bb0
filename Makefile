# HeapGraph: every command that a person or CI runs. `make` lists them.

# Warnings are errors in what we write, for CI and developers; Package.swift reads this. A user's newer compiler may
# know more of them.
lint test goldens: export HEAPGRAPH_STRICT := 1
SWIFT_FLAGS := --explicit-target-dependency-import-check error
SWIFT_BUILD := swift build $(SWIFT_FLAGS)
HEAPGRAPH := .build/release/heapgraph
SOURCES := Package.swift Sources Tests Benchmarks

.DEFAULT_GOAL := help
.PHONY: help demo demo-swift build install test lint format bench peers server-sample images samples fuzz goldens \
  conformance clean

help:  ## list the commands
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-13s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

demo:  ## install what is missing, build, and draw the sample heap as PNG and SVG
	@Scripts/require.sh build
	$(SWIFT_BUILD) -c release --product heapgraph
	@Scripts/demo.sh $(HEAPGRAPH)

demo-swift:  ## install what is missing, build, and find the leaks of a Swift program, on Linux
	@Scripts/require.sh build
	$(SWIFT_BUILD) -c release --product heapgraph
	$(SWIFT_BUILD) -c release --product sample-leaks
	@Scripts/demo-swift.sh $(HEAPGRAPH) .build/release/sample-leaks

build:  ## build the command, optimized: .build/release/heapgraph
	@Scripts/require.sh build
	$(SWIFT_BUILD) -c release --product heapgraph

install: build  ## copy the command to PREFIX/bin, /usr/local by default
	install -d "$(or $(PREFIX),/usr/local)/bin"
	install -m 755 $(HEAPGRAPH) "$(or $(PREFIX),/usr/local)/bin/heapgraph"

test:  ## install what is missing, build, and run all tests
	@Scripts/require.sh test
	$(SWIFT_BUILD) --build-tests
	@Scripts/test.sh $(SWIFT_FLAGS)

lint:  ## check formatting, imports, warnings, and that the documentation's pictures are today's
	@Scripts/require.sh build
	swift format lint --strict --parallel --recursive $(SOURCES)
	@Scripts/check-tree.sh
	$(SWIFT_BUILD) --build-tests
	@Scripts/images.sh --check .build/debug/heapgraph

format:  ## lay out all Swift files as the linter wants them
	swift format --in-place --parallel --recursive $(SOURCES)

bench:  ## run the benchmarks of Benchmarks/ (minutes)
	@Scripts/require.sh build
	swift package --package-path Benchmarks benchmark

peers:  ## measure side by side with objgraph, guppy3, scipy, igraph and CPython; writes docs/performance.md's figures
	@Scripts/require.sh test
	$(SWIFT_BUILD) -c release --product heapgraph
	Benchmarks/peers/run.sh

server-sample:  ## build the Hummingbird sample (minutes), and capture its heap 50 times under load
	@Scripts/require.sh build
	swift build --package-path samples/hummingbird-server --scratch-path .build-server-sample -c release
	Scripts/load-server-sample.py .build-server-sample/release/App

images: build  ## draw the documentation's pictures again from samples/
	@for sample in tree headers generations weak-references arena; do \
	  $(SWIFT_BUILD) -c release --product sample-$$sample || exit; done
	@Scripts/images.sh $(HEAPGRAPH)
	@# Not compared by `make lint`: its objects are at other addresses each time.
	$(SWIFT_BUILD) -c release --product sample-leaks
	.build/release/sample-leaks docs/images/swift-leaks.svg >/dev/null

samples: build  ## record samples/*.heap.gz again with HEAPGRAPH_PYTHON, a CPython 3.13
	@Scripts/record-samples.sh $(HEAPGRAPH)

fuzz:  ## look for inputs that break the reader of .heap files; SECONDS=60 by default
	@Scripts/require.sh build
	@Scripts/fuzz.sh $(or $(SECONDS),60)

goldens:  ## record the expected outputs of tests again; review them as a diff
	HEAPGRAPH_RECORD_GOLDENS=1 swift test $(SWIFT_FLAGS) --filter 'Golden|HelpTests|SyntaxTests|RecordedExpression'

conformance: PYTHON := $(or $(PYTHON),$(HEAPGRAPH_PYTHON),python3.13)
conformance:  ## record again, with PYTHON, what CPython 3.13 does in the scenarios of Tests/ObjectRuntimeTests/Conformance
	$(PYTHON) Tests/ObjectRuntimeTests/Conformance/record.py

clean:  ## remove everything that was built
	rm -rf .build Benchmarks/.build Tests/Fuzz/.build .build-server-sample
