import Foundation
import HeapFixtures
import ObjectRuntime
import PythonProgram
import Testing

/// What programs print, against what a real CPython 3.13 printed.
///
/// `HEAPGRAPH_RECORD_GOLDENS=1` writes the records again, where there is a Python 3.13.
struct RecordedProgramTests {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Programs")
  static let subjects = ["iterators"]

  static func program(_ subject: String) -> URL { folder.appending(path: "\(subject).py") }
  static func record(_ subject: String) -> URL { folder.appending(path: "\(subject)-3.13.txt") }

  @Test(arguments: subjects)
  func `a program prints what CPython prints`(_ subject: String) throws {
    let recorded = try String(contentsOf: Self.record(subject), encoding: .utf8)
    let host = ListeningHost()
    let session = try ProgramSession(host: host)
    let outcome = session.run(try Data(contentsOf: Self.program(subject)), file: subject + ".py")
    #expect(outcome == .finished, "\(host.errors)")
    let expected = recorded.split(separator: "\n", omittingEmptySubsequences: false)
    let printed = host.output.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(expected.count > 20)
    for (expected, printed) in zip(expected, printed) {
      #expect(printed.utf8.elementsEqual(expected.utf8), "CPython prints \(expected), not \(printed)")
    }
    #expect(printed.count == expected.count)
    #if DEBUG
      try session.space.checkInvariants()
    #endif
  }

  @Test(
    .enabled(if: RealPython.found != nil, "needs a CPython 3.13 in HEAPGRAPH_PYTHON or on PATH"),
    arguments: subjects)
  func `this machine's Python 3.13 prints what is recorded`(_ subject: String) throws {
    let python = try #require(RealPython.found)
    let said = try python.output(["-I", "-B", Self.program(subject).path])
    if ProcessInfo.processInfo.environment["HEAPGRAPH_RECORD_GOLDENS"] != nil {
      try said.write(to: Self.record(subject))
    }
    let recorded = try Data(contentsOf: Self.record(subject))
    #expect(said == recorded, "Record it again with HEAPGRAPH_RECORD_GOLDENS=1 and review the difference.")
  }
}

/// A host that keeps what a program prints.
private final class ListeningHost: ProgramHost {
  var output = ""
  var errors = ""

  func write(_ text: String, to stream: ProgramStream) {
    switch stream {
    case .output: output += text
    case .error: errors += text
    }
  }

  func draw(_ request: PictureRequest) throws -> String? { nil }
  func source(ofModule name: String) throws -> (file: String, bytes: [UInt8])? { nil }
}
