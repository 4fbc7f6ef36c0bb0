import Foundation
import Testing

/// What a real CPython 3.13 did, and what the runtime does.
struct ConformanceTests {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent()

  static let subjects = [
    "addresses", "collector", "counts", "finalizers", "growth", "hashing", "interning", "layout", "sizes", "types",
    "weak-references",
  ]

  static func scenarios(of subject: String) throws -> [ConformanceScenario] {
    let file = folder.appending(path: "scenarios/\(subject).txt")
    return try ConformanceLanguage.scenarios(String(contentsOf: file, encoding: .utf8))
  }

  static func record() throws -> [String: [String]] {
    let file = folder.appending(path: "recorded-3.13.txt")
    return ConformanceRecord.lines(try String(contentsOf: file, encoding: .utf8))
  }

  @Test(arguments: subjects)
  func `the runtime does what CPython did`(_ subject: String) throws {
    let record = try Self.record()
    var equal = 0
    var facts = 0
    for scenario in try Self.scenarios(of: subject) {
      if ProcessInfo.processInfo.environment["HEAPGRAPH_TRACE"] != nil { print("RUN", scenario.name) }
      let expected = try #require(record[scenario.name])
      let run = try ScenarioRun()
      run.run(scenario)
      let pairs = zip(expected, run.lines + Array(repeating: "nothing", count: expected.count))
      let differences = pairs.filter { $0 != $1 }
      facts += expected.count
      equal += expected.count - differences.count
      if let (wanted, got) = differences.first {
        print("DIFF \(scenario.name): \(differences.count) of \(expected.count)\n  - \(wanted)\n  + \(got)")
      }
    }
    print("SUBJECT \(subject): \(equal) of \(facts)")
  }
}
