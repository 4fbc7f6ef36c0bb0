import Foundation
import HeapFixtures
import Testing

@testable import PythonProgram

/// The texts of exceptions that nothing catches, against CPython 3.13's own.
///
/// `HEAPGRAPH_RECORD_GOLDENS=1` writes the records again, where there is a Python 3.13.
struct TracebackTests {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent()
  static let recorded = [
    (script: "record.py", arguments: ["programs.txt"], output: "tracebacks-3.13.txt"),
    (script: "suggestions.py", arguments: [], output: "suggestions-3.13.txt"),
  ]

  private static func file(_ name: String) -> URL { folder.appending(path: name) }

  private static func text(_ name: String) throws -> String {
    try String(contentsOf: file(name), encoding: .utf8)
  }

  @Test func `an exception that nothing catches is printed as CPython prints it`() throws {
    let parts = try Self.text("tracebacks-3.13.txt").components(separatedBy: "---\n")
    let builtIn = try JSONDecoder().decode([String].self, from: Data(parts[0].utf8))
    #expect(parts.count > 300)
    for part in parts.dropFirst() {
      let recorded = try RecordedTraceback(part)
      #expect(try recorded.report(builtIn: builtIn).text == recorded.text, "\(recorded.program)")
    }
  }

  @Test func `the name that was meant is the one that CPython suggests`() throws {
    var suggested = 0
    for line in try Self.text("suggestions-3.13.txt").split(separator: "\n") {
      let parts = line.components(separatedBy: " -> ")
      let words = parts[0].split(separator: " ").map(String.init)
      let nearest = NameSuggestion.nearest(to: words[0], among: Array(words.dropFirst()))
      #expect(nearest ?? "None" == parts[1], "\(line)")
      if nearest != nil { suggested += 1 }
    }
    #expect(suggested > 100)
  }

  @Test func `among 750 names none is sought`() {
    let names = (0..<750).map { "name\($0)" }
    #expect(NameSuggestion.nearest(to: "nam12", among: names) == nil)
    #expect(NameSuggestion.nearest(to: "nam12", among: Array(names.dropLast())) == "name2")
  }

  @Test func `a chain of very many exceptions has its text`() {
    let count = 100_000
    let report = ExceptionReport.chain(of: count) { number in
      .init(cause: nil, context: number > 0 ? number - 1 : nil, suppressesContext: false)
    } report: { number in
      ExceptionReport(typeName: "ValueError", message: "\(number)")
    }
    #expect(report.text.hasPrefix("ValueError: 0\n\nDuring handling"))
    #expect(report.text.hasSuffix("\n\nValueError: \(count)\n"))
  }

  @Test(.enabled(if: RealPython.found != nil, "needs a CPython 3.13 in HEAPGRAPH_PYTHON or on PATH"))
  func `this machine's CPython says what is recorded`() throws {
    let python = try #require(RealPython.found)
    for (script, arguments, output) in Self.recorded {
      let said = try python.output(
        ["-I", "-B", "-X", "utf8", Self.file(script).path] + arguments.map { Self.file($0).path })
      if ProcessInfo.processInfo.environment["HEAPGRAPH_RECORD_GOLDENS"] != nil {
        try said.write(to: Self.file(output))
      }
      #expect(try said == Data(contentsOf: Self.file(output)), "\(output)")
    }
  }
}
