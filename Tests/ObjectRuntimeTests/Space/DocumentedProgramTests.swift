import Foundation
import HeapGraph
import ObjectRuntime
import Testing

/// The programs that the documents show.
struct DocumentedProgramTests {
  private static let root = URL(filePath: #filePath).appending(path: "../../../..").standardized

  private static func text(_ path: String) throws -> String {
    try String(contentsOf: root.appending(path: path), encoding: .utf8)
  }

  /// The blocks of Swift code in a document that use the runtime.
  private static func programs(in path: String) throws -> [String] {
    try text(path).components(separatedBy: "```swift\n").dropFirst()
      .map { $0.components(separatedBy: "```")[0] }
      .filter { $0.contains("import ObjectRuntime") }
  }

  @Test func `the object model begins with the sample of the tree`() throws {
    let program = try #require(try Self.programs(in: "docs/object-model.md").first)
    let sample = try Self.text("samples/object-space/Tree/main.swift")
      .replacing("@MainActor ", with: "").replacing("CommandLine.arguments.last ?? ", with: "")
    for line in program.split(separator: "\n") { #expect(sample.contains(line), "\(line)") }
  }

  @Test func `the program of the front page draws its tree`() throws {
    let source = try String(contentsOfFile: #filePath, encoding: .utf8)
    let programs = try Self.programs(in: "README.md")
    #expect(programs.count == 1)
    for line in programs.joined().split(separator: "\n") where !line.hasSuffix(".write(to: \"root.svg\")") {
      #expect(source.contains(line), "\(line)")
    }

    let space = try ObjectSpace()
    let node = try space.defineClass("Node")
    let root = try space.make(node)
    try root.set("children", to: [space.make(node), space.make(node)])
    try space.setGlobal("root", to: root)
    let graph = try space.snapshot().references(from: "root")
    #expect(graph.nodes.count == 4)
    #expect(graph.dot().contains("children"))
  }
}
