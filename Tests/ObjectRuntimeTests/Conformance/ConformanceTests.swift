import Foundation
import Testing

/// What a real CPython 3.13 did, and what the runtime does.
struct ConformanceTests {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent()

  static let subjects = [
    "addresses", "counts", "finalizers", "growth", "hashing", "interning", "layout", "sizes",
  ]

  /// How many facts of a scenario are known to differ.
  static func knownDifferences() throws -> [String: Int] {
    let text = try String(contentsOf: folder.appending(path: "not-yet-equal.txt"), encoding: .utf8)
    var known: [String: Int] = [:]
    for line in text.split(separator: "\n") where !line.hasPrefix("#") {
      let parts = line.split(separator: ": ")
      known[String(parts[0])] = Int(parts[1])
    }
    return known
  }

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
    let known = try Self.knownDifferences()
    var equal = 0
    for scenario in try Self.scenarios(of: subject) {
      let expected = try #require(record[scenario.name])
      let run = try ScenarioRun()
      run.run(scenario)
      let pairs = zip(expected, run.lines + Array(repeating: "nothing", count: expected.count))
      let differences = pairs.filter { $0 != $1 }
      equal += expected.count - differences.count
      #expect(
        differences.count == known[scenario.name, default: 0],
        "\(scenario.name): CPython's '\(differences.first?.0 ?? "")', here '\(differences.first?.1 ?? "")'")
    }
    #expect(equal > 100)
  }
}
