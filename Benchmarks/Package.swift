// swift-tools-version: 6.2
import PackageDescription

// A package of its own, so that whoever depends on HeapGraph fetches nothing that only measures.

let settings: [SwiftSetting] = [
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("ExistentialAny"),
]

let heaps: [Target.Dependency] = [
  .product(name: "HeapFormats", package: "HeapGraph"),
  .product(name: "HeapAnalysis", package: "HeapGraph"),
]

let package = Package(
  name: "HeapGraphBenchmarks",
  platforms: [.macOS(.v26)],
  dependencies: [
    .package(name: "HeapGraph", path: ".."),
    // Without its traits it needs no interposers of malloc and of the runtime.
    .package(url: "https://github.com/ordo-one/benchmark", from: "1.38.1", traits: []),
  ],
  targets: [
    .executableTarget(
      name: "HeapBenchmarks",
      dependencies: heaps + [
        .product(name: "HeapGraph", package: "HeapGraph"),
        .product(name: "Benchmark", package: "benchmark"),
      ],
      path: "Benchmarks/HeapBenchmarks",
      swiftSettings: settings,
      plugins: [.plugin(name: "BenchmarkPlugin", package: "benchmark")]
    ),
    // What peers/run.sh runs beside the Python packages.
    .executableTarget(
      name: "PeerMeasurements", dependencies: heaps + ["MemoryReadings"], swiftSettings: settings),
    // What memory the measuring process holds.
    .target(name: "MemoryReadings", swiftSettings: settings),
    // And beside CPython.
    .executableTarget(
      name: "RuntimeMeasurements",
      dependencies: [
        .product(name: "ObjectRuntime", package: "HeapGraph"),
        .product(name: "HeapAnalysis", package: "HeapGraph"),
      ],
      swiftSettings: settings),
    // What a capture of the program's own heap costs.
    .executableTarget(
      name: "CaptureMeasurements",
      dependencies: [
        .product(name: "SwiftHeap", package: "HeapGraph"),
        .product(name: "HeapAnalysis", package: "HeapGraph"),
        "MemoryReadings",
      ],
      swiftSettings: settings),
    // What tracking costs an allocation.
    .executableTarget(
      name: "SwiftHeapMeasurements", dependencies: [.product(name: "SwiftHeap", package: "HeapGraph")],
      swiftSettings: settings),
  ],
  swiftLanguageModes: [.v6]
)
