import Foundation
import HeapFixtures
import Testing

/// What a real CPython 3.13 did, and what the runtime does.
struct ConformanceTests {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent()

  static let subjects = [
    "addresses", "collector", "counts", "finalizers", "growth", "hashing", "interning", "layout", "sizes",
    "types",
    "weak-references",
  ]

  /// How many facts of a scenario cannot be equal.
  static func unequalFacts() throws -> [String: Int] {
    let text = try String(contentsOf: folder.appending(path: "cannot-be-equal.txt"), encoding: .utf8)
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
    let known = try Self.unequalFacts()
    var equal = 0
    for scenario in try Self.scenarios(of: subject) {
      let expected = try #require(record[scenario.name])
      let run = try ScenarioRun(scenario)
      run.run()
      let pairs = zip(expected, run.lines + Array(repeating: "nothing", count: expected.count))
      let differences = pairs.filter { $0 != $1 }
      equal += expected.count - differences.count
      #expect(
        differences.count == known[scenario.name, default: 0],
        "\(scenario.name): CPython's '\(differences.first?.0 ?? "")', here '\(differences.first?.1 ?? "")'")
    }
    #expect(equal > 100)
  }

  /// The CPython that was recorded, by its whole version.
  static let recordedVersion: String? = {
    let text = try? String(contentsOf: folder.appending(path: "recorded-3.13.txt"), encoding: .utf8)
    return text?.firstMatch(of: #/# CPython ([0-9.a-z]+),/#).map { String($0.output.1) }
  }()

  // Another one of 3.13 may differ where something was mended: then the record is what counts.
  @Test(
    .enabled(
      if: RealPython.version != nil && RealPython.version == recordedVersion,
      "needs the CPython that was recorded, in HEAPGRAPH_PYTHON or on PATH"))
  func `this machine's CPython does what was recorded`() throws {
    let python = try #require(RealPython.found)
    let script = Self.folder.appending(path: "record.py").path
    _ = try python.output(["-B", script, "--check"], withErrors: true)
  }
}
