// swift-tools-version: 6.2
import PackageDescription

// Every target names its imports: CI builds with `--explicit-target-dependency-import-check error`,
// so the dependencies below are the truth about which layer may know which.

// Warnings are errors where HEAPGRAPH_STRICT is set, as the Makefile does; not for a package that depends on this
// one and has a newer compiler.
let warnings: [SwiftSetting] =
  Context.environment["HEAPGRAPH_STRICT"] == nil ? [] : [.treatAllWarnings(as: .error)]

let settings: [SwiftSetting] =
  warnings + [
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("ExistentialAny"),
    .enableExperimentalFeature("Lifetimes"),
    .strictMemorySafety(),
  ]

// Tests look into C structures and files by hand; what ships is checked strictly.
let testSettings = Array(settings.dropLast())

let graphvizTrait = TargetDependencyCondition.when(traits: ["Graphviz"])
let argumentParser = Target.Dependency.product(name: "ArgumentParser", package: "swift-argument-parser")
let bigInteger = Target.Dependency.product(name: "BigInt", package: "BigInt")
let systemPackage = Target.Dependency.product(name: "SystemPackage", package: "swift-system")
let subprocess = Target.Dependency.product(name: "Subprocess", package: "swift-subprocess")

let package = Package(
  name: "HeapGraph",
  platforms: [.macOS(.v26)],
  products: [
    .library(name: "HeapGraph", targets: ["HeapGraph"]),
    .library(name: "HeapFormats", targets: ["HeapModel", "HeapFormats"]),
    .library(name: "HeapAnalysis", targets: ["HeapModel", "HeapAnalysis"]),
    .library(name: "ObjectRuntime", targets: ["ObjectRuntime"]),
    .library(name: "PythonCapture", targets: ["PythonCapture"]),
    .library(name: "SwiftHeap", targets: ["SwiftHeap"]),
    .library(name: "SwiftHeapQuestions", targets: ["SwiftHeapQuestions"]),
    .library(name: "HeapGraphTesting", targets: ["HeapGraphTesting"]),
    .library(name: "HeapGraphService", targets: ["HeapGraphService"]),
    .executable(name: "heapgraph", targets: ["HeapGraphTool"]),
  ],
  traits: [
    .default(enabledTraits: ["Graphviz"]),
    .trait(
      name: "Graphviz",
      description: "Render images in-process through Graphviz; without it only DOT text is written."),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/attaswift/BigInt", from: "6.0.1"),
    .package(url: "https://github.com/apple/swift-system", from: "1.8.1"),
    .package(url: "https://github.com/swiftlang/swift-subprocess", from: "1.0.2"),
  ],
  targets: [
    // What a heap is.
    .target(name: "HeapModel", swiftSettings: settings),
    .target(name: "ObjectRuntime", dependencies: ["HeapModel", bigInteger], swiftSettings: settings),

    .target(
      name: "PythonProgram", dependencies: ["ObjectRuntime", "HeapModel", bigInteger], swiftSettings: settings
    ),

    // Where heaps come from.
    .systemLibrary(
      name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"]), .brew(["zlib"])]),
    .target(
      name: "HeapFormats", dependencies: ["HeapModel", "CZlib", systemPackage], swiftSettings: settings),
    // The agent's text, embedded.
    .target(name: "CPythonAgent"),
    .target(
      name: "PythonCapture",
      dependencies: ["CPythonAgent", "HeapModel", "HeapFormats", subprocess, systemPackage],
      exclude: ["Agent"], swiftSettings: settings),

    // Swift's own heap, on Linux.
    .target(name: "CSwiftHeap"),
    .target(
      name: "SwiftHeap", dependencies: ["CSwiftHeap", "HeapModel", "HeapFormats"], swiftSettings: settings),

    // What is asked of it.
    .target(
      name: "HeapAnalysis", dependencies: ["HeapModel"],
      swiftSettings: settings),

    // What is drawn, and how it is shown.
    .target(name: "ObjectGraph", dependencies: ["HeapModel", "HeapAnalysis"], swiftSettings: settings),
    .target(name: "GraphOutput", dependencies: ["ObjectGraph"], swiftSettings: settings),
    .systemLibrary(
      name: "CGraphviz", pkgConfig: "libgvc", providers: [.apt(["libgraphviz-dev"]), .brew(["graphviz"])]),
    .target(
      name: "GraphvizRenderer", dependencies: [.target(name: "CGraphviz", condition: graphvizTrait)],
      swiftSettings: settings),

    // What a program imports, and the command.
    .target(
      name: "HeapGraph",
      dependencies: [
        "HeapModel", "HeapFormats", "HeapAnalysis", "ObjectGraph", "GraphOutput",
        "GraphvizRenderer", systemPackage,
      ],
      swiftSettings: settings),
    // The same for this process's own objects: as one import, in tests, and over HTTP.
    .target(
      name: "SwiftHeapQuestions", dependencies: ["HeapGraph", "SwiftHeap"], swiftSettings: settings),
    .target(name: "HeapGraphTesting", dependencies: ["HeapGraph", "SwiftHeap"], swiftSettings: settings),
    .target(name: "HeapGraphService", dependencies: ["HeapGraph", "SwiftHeap"], swiftSettings: settings),
    .target(
      name: "HeapCommands",
      dependencies: [
        "HeapGraph", "HeapFormats", "HeapModel", "PythonCapture", "PythonProgram", "ObjectRuntime",
        "SwiftHeap", argumentParser,
        systemPackage,
      ],
      swiftSettings: settings),
    // The product is `heapgraph`; the module is not, since a disk that ignores case holds `HeapGraph` already.
    .executableTarget(name: "HeapGraphTool", dependencies: ["HeapCommands"], swiftSettings: settings),

    // Programs of the documentation, on the built-in object runtime; `make images` draws their pictures.
    .executableTarget(
      name: "sample-tree", dependencies: ["HeapGraph", "ObjectRuntime"], path: "samples/object-space/Tree",
      swiftSettings: settings),
    .executableTarget(
      name: "sample-headers", dependencies: ["HeapGraph", "ObjectRuntime"],
      path: "samples/object-space/Headers",
      swiftSettings: settings),
    .executableTarget(
      name: "sample-generations", dependencies: ["HeapGraph", "ObjectRuntime"],
      path: "samples/object-space/Generations",
      swiftSettings: settings),
    .executableTarget(
      name: "sample-weak-references", dependencies: ["HeapGraph", "ObjectRuntime"],
      path: "samples/object-space/WeakReferences",
      swiftSettings: settings),
    .executableTarget(
      name: "sample-arena", dependencies: ["HeapGraph", "ObjectRuntime"], path: "samples/object-space/Arena",
      swiftSettings: settings),

    // A program that leaks, and looks at its own heap.
    .executableTarget(
      name: "sample-leaks", dependencies: ["HeapGraph", "SwiftHeap"], path: "samples/swift-heap/Leaks",
      swiftSettings: settings),
    // Tests, one target a layer.
    .target(
      name: "HeapFixtures", dependencies: ["HeapModel"], path: "Tests/HeapFixtures",
      swiftSettings: testSettings),
    .testTarget(
      name: "HeapModelTests", dependencies: ["HeapModel", "HeapFixtures"], swiftSettings: testSettings),
    // Objects that are held in every way, for tests and for a program that is built in several ways.
    .target(
      name: "SwiftHeapHoldings", dependencies: ["HeapModel", "HeapAnalysis"],
      path: "Tests/SwiftHeapHoldings/Holdings", swiftSettings: testSettings),
    .executableTarget(
      name: "swift-heap-holdings",
      dependencies: ["SwiftHeapHoldings", "SwiftHeap", "HeapModel", "HeapAnalysis"],
      path: "Tests/SwiftHeapHoldings/Program", swiftSettings: testSettings),
    // A program whose heap the tests look at from outside.
    .executableTarget(
      name: "SwiftHeapSubject", dependencies: ["SwiftHeap", "HeapFormats", "HeapModel"],
      path: "Tests/SwiftHeapSubject", swiftSettings: testSettings),
    .testTarget(
      name: "SwiftHeapTests",
      dependencies: [
        "SwiftHeap", "CSwiftHeap", "SwiftHeapHoldings", "HeapModel", "HeapFormats", "HeapAnalysis",
        "HeapFixtures",
        "SwiftHeapSubject",
      ],
      swiftSettings: testSettings),
    .testTarget(
      name: "ObjectRuntimeTests",
      dependencies: [
        "ObjectRuntime", "PythonProgram", "HeapModel", "HeapGraph", "HeapFixtures", bigInteger,
      ],
      exclude: [
        "Tracing/Programs", "Conformance/scenarios", "Conformance/recorded-3.13.txt",
        "Conformance/cannot-be-equal.txt", "Conformance/README.md", "Conformance/language.py",
        "Conformance/observation.py", "Conformance/operations.py", "Conformance/record.py",
        "Conformance/translation.py", "Operations/operators-3.13.txt", "Operations/formats-3.13.txt",
        "Operations/methods-3.13.txt", "Operations/record.py",
        "Operations/expressions.py", "PythonCases/README.md",
      ], swiftSettings: testSettings),
    .testTarget(
      name: "PythonProgramTests",
      dependencies: ["PythonProgram", "ObjectRuntime", "HeapModel", "HeapFixtures", bigInteger],
      exclude: [
        "Syntax/tree_text.py", "Syntax/refusals.py", "Syntax/refused.txt", "Syntax/refusals-3.13.txt",
        "Syntax/accepted.txt", "Syntax/trees-3.13.txt", "Tracebacks/record.py", "Tracebacks/shapes.py",
        "Tracebacks/suggestions.py", "Tracebacks/programs.txt", "Tracebacks/tracebacks-3.13.txt",
        "Tracebacks/suggestions-3.13.txt", "Rules/warnings_said.py", "Rules/warned.txt",
        "Rules/warnings-3.13.txt", "Programs", "Heaps", "Samples",
      ], swiftSettings: testSettings),
    .testTarget(
      name: "HeapFormatsTests", dependencies: ["HeapFormats", "HeapModel", "HeapFixtures", systemPackage],
      exclude: ["Corpus"],
      swiftSettings: testSettings),
    .testTarget(
      name: "HeapAnalysisTests", dependencies: ["HeapAnalysis", "HeapModel", "HeapFixtures"],
      swiftSettings: testSettings),
    .testTarget(
      name: "ObjectGraphTests", dependencies: ["ObjectGraph", "HeapAnalysis", "HeapModel", "HeapFixtures"],
      swiftSettings: testSettings),
    .testTarget(
      name: "GraphOutputTests",
      dependencies: [
        "GraphOutput", "ObjectGraph", "HeapAnalysis", "HeapModel", "HeapFixtures", "GraphvizRenderer",
      ],
      exclude: ["Goldens"], swiftSettings: testSettings),
    .testTarget(
      name: "GraphvizRendererTests", dependencies: ["GraphvizRenderer"], swiftSettings: testSettings),
    .testTarget(
      name: "PythonCaptureTests",
      dependencies: ["PythonCapture", "HeapFormats", "HeapModel", "HeapGraph", subprocess, systemPackage],
      exclude: ["Programs"], swiftSettings: testSettings),
    .testTarget(
      name: "ObjgraphComparisonTests",
      dependencies: [
        "HeapFormats", "HeapModel", "HeapAnalysis", "ObjectGraph", "GraphOutput", "GraphvizRenderer",
      ],
      exclude: ["Programs"],
      swiftSettings: testSettings),
    .testTarget(
      name: "HeapGraphTests", dependencies: ["HeapGraph", "HeapFixtures"], swiftSettings: testSettings),
    .testTarget(
      name: "SwiftHeapQuestionsTests", dependencies: ["SwiftHeapQuestions"], swiftSettings: testSettings),
    .testTarget(
      name: "HeapGraphTestingTests", dependencies: ["HeapGraphTesting", "HeapGraph", "SwiftHeap"],
      swiftSettings: testSettings),
    .testTarget(
      name: "HeapGraphServiceTests", dependencies: ["HeapGraphService", "HeapGraph", "SwiftHeap"],
      swiftSettings: testSettings),
    .testTarget(
      name: "HeapCommandsTests",
      dependencies: ["HeapCommands", "HeapGraph", "HeapFixtures", argumentParser, subprocess, systemPackage],
      exclude: ["Goldens"], swiftSettings: testSettings),
  ],
  swiftLanguageModes: [.v6]
)
