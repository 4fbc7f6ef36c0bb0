import Foundation
import HeapFixtures
import Testing

@testable import PythonProgram

/// What is said of programs that can hardly be meant, against CPython 3.13's own words.
///
/// `HEAPGRAPH_RECORD_GOLDENS=1` writes the record again, where there is a Python 3.13.
struct WarningTests {
  private static func file(_ name: String) -> URL {
    URL(filePath: #filePath).deletingLastPathComponent().appending(path: name)
  }

  private static func parts(_ name: String) throws -> [String] {
    try String(contentsOf: file(name), encoding: .utf8).components(separatedBy: "---\n")
  }

  @Test func `what can hardly be meant is told in CPython's words`() throws {
    let programs = try Self.parts("warned.txt")
    let said = try Self.parts("warnings-3.13.txt")
    #expect(programs.count == said.count)
    #expect(programs.count > 100)
    for (program, expected) in zip(programs, said) {
      let source = try SourceText(program)
      let found = warnings(of: source, try Parser.statements(of: source))
      #expect(found.map { $0.text(file: "<program>", source: source) }.joined() == expected, "\(program)")
    }
  }

  @Test(.enabled(if: RealPython.found != nil, "needs a CPython 3.13 in HEAPGRAPH_PYTHON or on PATH"))
  func `this machine's CPython says what is recorded`() throws {
    let python = try #require(RealPython.found)
    let said = try python.output(
      ["-I", "-B", "-X", "utf8", Self.file("warnings_said.py").path, Self.file("warned.txt").path])
    if ProcessInfo.processInfo.environment["HEAPGRAPH_RECORD_GOLDENS"] != nil {
      try said.write(to: Self.file("warnings-3.13.txt"))
    }
    #expect(try said == Data(contentsOf: Self.file("warnings-3.13.txt")))
  }
}
