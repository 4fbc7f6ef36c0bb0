// swift-tools-version: 6.2
import PackageDescription

let package = Package(
  name: "hummingbird-sample",
  platforms: [.macOS(.v26)],
  dependencies: [
    .package(name: "HeapGraph", path: "../.."),
    .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1"),
    .package(url: "https://github.com/apple/swift-http-types", from: "1.8.0"),
    .package(url: "https://github.com/apple/swift-nio", from: "2.101.2"),
  ],
  targets: [
    .executableTarget(
      name: "App",
      dependencies: [
        .product(name: "HeapGraphService", package: "HeapGraph"),
        .product(name: "Hummingbird", package: "hummingbird"),
        .product(name: "HTTPTypes", package: "swift-http-types"),
        .product(name: "NIOCore", package: "swift-nio"),
      ])
  ],
  swiftLanguageModes: [.v6]
)
