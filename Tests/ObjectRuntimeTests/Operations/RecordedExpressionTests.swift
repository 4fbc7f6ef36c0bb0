import Foundation
import HeapFixtures
import ObjectRuntime
import PythonProgram
import Testing

/// What expressions come to, against what a real CPython 3.13 said.
///
/// `HEAPGRAPH_RECORD_GOLDENS=1` writes the record again, where there is a Python 3.13.0.
struct RecordedExpressionTests {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent()
  static let subjects = ["operators", "formats", "methods"]

  /// The CPython that was recorded: later ones say some errors in other words.
  static let recorded = "3.13.0"

  static func file(_ subject: String) -> URL { folder.appending(path: "\(subject)-3.13.txt") }

  @Test(arguments: subjects)
  func `every expression comes to what CPython says`(_ subject: String) throws {
    let text = try String(contentsOf: Self.file(subject), encoding: .utf8)
    let space = try ObjectSpace()
    let evaluator = ExpressionEvaluator(space: space)
    var count = 0
    for line in text.split(separator: "\n") where !line.hasPrefix("#") {
      let parts = line.split(separator: "\t", maxSplits: 1).map(String.init)
      let answer = try evaluator.answer(to: parts[0])
      count += 1
      // By bytes, since Swift holds two spellings of one letter to be equal.
      let isSame = answer.utf8.elementsEqual(parts[1].utf8)
      #expect(isSame, "\(parts[0]) is \(parts[1]), not \(answer)")
    }
    // A record that was cut off would agree with everything.
    #expect(count > 300)
    try space.checkInvariants()
  }

  @Test(arguments: subjects)
  func `nothing is left of an expression that is done`(_ subject: String) throws {
    let text = try String(contentsOf: Self.file(subject), encoding: .utf8)
    let space = try ObjectSpace()
    let evaluator = ExpressionEvaluator(space: space)
    // Calls of `list` take new memory, which is then kept for displays until there is enough.
    let lists = try (0..<100).map { _ in try space.call(space.type(.list)) }
    for list in lists { space.release(list) }
    for line in text.split(separator: "\n") where !line.hasPrefix("#") {
      let expression = String(line.prefix { $0 != "\t" })
      // The first time, memory goes to lists of what is free and to caches.
      for _ in 0..<2 { _ = try evaluator.answer(to: expression) }
      let before = space.memoryStatistics.usedSize
      for _ in 0..<2 { _ = try evaluator.answer(to: expression) }
      #expect(space.memoryStatistics.usedSize == before, "\(expression)")
    }
  }

  @Test(
    .enabled(if: RealPython.version == recorded, "needs the CPython that was recorded, 3.13.0"),
    arguments: subjects)
  func `this machine's Python 3.13.0 says what is recorded`(_ subject: String) throws {
    let python = try #require(RealPython.found)
    let said = try python.output(["-I", "-B", Self.folder.appending(path: "record.py").path, subject])
    if ProcessInfo.processInfo.environment["HEAPGRAPH_RECORD_GOLDENS"] != nil {
      try said.write(to: Self.file(subject))
    }
    let recorded = try Data(contentsOf: Self.file(subject))
    #expect(said == recorded, "Record it again with HEAPGRAPH_RECORD_GOLDENS=1 and review the difference.")
  }
}
