// swift-tools-version: 6.2
import PackageDescription

// A package of its own: the fuzzer's runtime comes with the toolchain and is linked into this program only.
let package = Package(
  name: "Fuzz",
  platforms: [.macOS(.v26)],
  dependencies: [.package(name: "HeapGraph", path: "../..", traits: [])],
  targets: [
    .executableTarget(
      name: "HeapReaderFuzzer",
      dependencies: [.product(name: "HeapFormats", package: "HeapGraph")],
      swiftSettings: [.unsafeFlags(["-parse-as-library"])])
  ],
  swiftLanguageModes: [.v6]
)
