import Foundation
import HeapFixtures
import PythonProgram
import Testing

/// The programs of the folder `Programs`, held against what CPython 3.13 prints for them.
@Suite struct ProgramTests {
  private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "Programs")

  /// The programs that have a record, by their path in the folder.
  private static let programs: [String] = {
    let paths = (try? FileManager.default.subpathsOfDirectory(atPath: folder.path)) ?? []
    return paths.filter { $0.hasSuffix(".out") }.map { String($0.dropLast(4)) }.sorted()
  }()

  @Test func `at least a hundred and twenty programs are recorded`() {
    #expect(Self.programs.count >= 120)
  }

  @Test(arguments: programs) func `a program prints what CPython prints`(name: String) throws {
    let file = Self.folder.appending(path: name + ".py")
    let record = try String(contentsOf: Self.folder.appending(path: name + ".out"), encoding: .utf8)
    let own = file.deletingLastPathComponent()
    let run = try ProgramRun.of(String(contentsOf: file, encoding: .utf8), file: file.path, folder: own)
    let text = Self.record(run, folder: own.path + "/")
    if text != record { Issue.record("\(name)\n\(Self.difference(record, text))") }
  }

  /// What a run wrote in the form of a record: addresses by their order, the folder left out.
  static func record(_ run: ProgramRun, folder: String) -> String {
    var known: [Substring: Int] = [:]
    func mapped(_ text: String) -> String {
      var result = text.replacing(folder, with: "")
      result = result.replacing(/0x[0-9a-fA-F]{6,}/) { match in
        let number = known[match.output, default: known.count + 1]
        known[match.output] = number
        return "0xADDR\(number)"
      }
      return result.isEmpty || result.hasSuffix("\n") ? result : result + "\n"
    }
    let output = mapped(run.output)
    return "--- stdout\n\(output)--- stderr\n\(mapped(run.error))--- status \(run.status)\n"
  }

  /// The lines in which two texts differ.
  static func difference(_ expected: String, _ actual: String) -> String {
    let old = expected.split(separator: "\n", omittingEmptySubsequences: false)
    let new = actual.split(separator: "\n", omittingEmptySubsequences: false)
    return new.difference(from: old).prefix(12).map { change in
      switch change {
      case .remove(let offset, let line, _): "\(offset + 1)- \(line)"
      case .insert(let offset, let line, _): "\(offset + 1)+ \(line)"
      }
    }.joined(separator: "\n")
  }
}
