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

  /// Those that do not print the same yet: each has to be taken from the list when it does.
  private static let differing: Set<String> = {
    let text = (try? String(contentsOf: folder.appending(path: "differing.txt"), encoding: .utf8)) ?? ""
    return Set(text.split(separator: "\n").filter { !$0.hasPrefix("#") }.map(String.init))
  }()

  @Test func `at least a hundred and twenty programs print what CPython prints`() {
    #expect(Self.programs.count - Self.differing.count >= 120)
    #expect(Self.differing.isSubset(of: Self.programs))
    for name in Self.differing.sorted() {
      print("➜ The program \(name) is not compared: it prints something else than CPython yet.")
    }
  }

  @Test(arguments: programs) func `a program prints what CPython prints`(name: String) throws {
    let (difference, isEqual) = try Self.compare(name)
    if Self.differing.contains(name) {
      #expect(!isEqual, "\(name) is equal now; take it from Programs/differing.txt")
    } else if !isEqual {
      Issue.record("\(name)\n\(difference)")
    }
  }

  private static func compare(_ name: String) throws -> (difference: String, isEqual: Bool) {
    let record = try String(contentsOf: folder.appending(path: name + ".out"), encoding: .utf8)
    var file = folder.appending(path: name + ".py")
    if !FileManager.default.fileExists(atPath: file.path) {
      file = folder.appending(path: name).appending(path: "main.py")
    }
    let own = file.deletingLastPathComponent()
    let run = try ProgramRun.of(Data(contentsOf: file), file: file.path, folder: own)
    let text = ProgramRecord.text(of: run, folder: own.path + "/")
    // Pictures that a program leaves are compared elsewhere.
    let expected = ProgramRecord.streams(of: record)
    return (ProgramRecord.difference(expected, text), text == expected)
  }
}

/// What a program wrote, in the form in which it is recorded.
enum ProgramRecord {
  /// A run in the form of a record: addresses by their order, the folder left out.
  static func text(of run: ProgramRun, folder: String) -> String {
    var known: [Substring: Int] = [:]
    func section(_ title: String, _ text: String) -> String {
      var result = text.replacing(folder, with: "")
      result = result.replacing(/\b0x[0-9a-f]{7,16}\b/) { match in
        let number = known[match.output, default: known.count + 1]
        known[match.output] = number
        return "0xADDR\(number)"
      }
      if !result.isEmpty, !result.hasSuffix("\n") { result += "\n\\ no end of line\n" }
      return "--- \(title)\n\(result)"
    }
    return section("stdout", run.output) + section("stderr", run.error) + "--- status \(run.status)\n"
  }

  /// A record without the pictures behind it.
  static func streams(of record: String) -> String {
    var lines: [Substring] = []
    for line in record.split(separator: "\n", omittingEmptySubsequences: false) {
      lines.append(line)
      if line.hasPrefix("--- status ") { break }
    }
    return lines.joined(separator: "\n") + "\n"
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
