import Foundation
import HeapFixtures
import PythonProgram
import Testing

/// The programs of the folder `Programs`, held against what CPython 3.13 prints for them.
@Suite struct ProgramTests {
  private static let programs = RecordedPrograms(folder: "Programs")

  @Test func `at least a hundred and twenty programs print what CPython prints`() {
    #expect(Self.programs.names.count - Self.programs.differing.count >= 120)
    #expect(Self.programs.differing.isSubset(of: Self.programs.names))
    for name in Self.programs.differing.sorted() {
      print("➜ The program \(name) is not compared: it prints something else than CPython yet.")
    }
  }

  @Test(arguments: programs.names) func `a program prints what CPython prints`(name: String) throws {
    // Pictures that a program leaves are compared elsewhere.
    let expected = ProgramRecord.streams(of: try Self.programs.record(of: name))
    let (_, text) = try Self.programs.run(name)
    if Self.programs.differing.contains(name) {
      #expect(text != expected, "\(name) is equal now; take it from Programs/differing.txt")
    } else if text != expected {
      Issue.record("\(name)\n\(ProgramRecord.difference(expected, text))")
    }
  }

  @Test(
    .enabled(if: RealPython.withObjgraph != nil, "needs the CPython that was recorded, 3.13.0, with objgraph")
  )
  func `this machine's CPython prints what is recorded`() throws {
    try Self.programs.checkLive()
  }
}

/// The programs of the project's folder `samples`, the guide's among them.
@Suite struct SampleProgramTests {
  private static let programs = RecordedPrograms(folder: "Samples", of: "../../../samples")

  @Test func `every sample is compared`() throws {
    let paths = try FileManager.default.subpathsOfDirectory(atPath: Self.programs.sources.path)
    let samples = paths.filter { $0.hasSuffix(".py") }.map { String($0.dropLast(3)) }
    #expect(samples.sorted() == Self.programs.names)
  }

  @Test(arguments: programs.names) func `a sample prints what CPython prints`(name: String) throws {
    let expected = ProgramRecord.streams(of: try Self.programs.record(of: name))
    var (run, _) = try Self.programs.run(name)
    // What is told of images depends on whether Graphviz is there.
    run.output = run.output.replacing(/Image generated as .*\n/, with: "")
    let text = Self.programs.text(of: run, name)
    if text != expected { Issue.record("\(name)\n\(ProgramRecord.difference(expected, text))") }
  }

  @Test(
    .enabled(if: RealPython.withObjgraph != nil, "needs the CPython that was recorded, 3.13.0, with objgraph")
  )
  func `this machine's CPython prints what is recorded`() throws {
    try Self.programs.checkLive()
  }
}

/// A folder of programs with what CPython 3.13 did with each.
struct RecordedPrograms {
  private let folder: URL
  /// Where the programs are, by themselves beside their records.
  let sources: URL
  /// The programs that have a record, by their path in the folder.
  let names: [String]
  /// Those that are not the same yet: each has to be taken from the list when it is.
  let differing: Set<String>

  init(folder name: String, of sources: String = ".") {
    folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: name)
    self.sources = folder.appending(path: sources).standardizedFileURL
    let paths = (try? FileManager.default.subpathsOfDirectory(atPath: folder.path)) ?? []
    names = paths.filter { $0.hasSuffix(".out") }.map { String($0.dropLast(4)) }.sorted()
    let text = (try? String(contentsOf: folder.appending(path: "differing.txt"), encoding: .utf8)) ?? ""
    differing = Set(text.split(separator: "\n").filter { !$0.hasPrefix("#") }.map(String.init))
  }

  /// What CPython did with a program.
  func record(of name: String) throws -> String {
    try String(contentsOf: folder.appending(path: name + ".out"), encoding: .utf8)
  }

  /// Runs a program here.
  ///
  /// - Returns: what it did, and what it wrote in the form of a record.
  func run(_ name: String) throws -> (run: ProgramRun, text: String) {
    let file = file(of: name)
    let run = try ProgramRun.of(
      Data(contentsOf: file), file: file.path, folder: file.deletingLastPathComponent())
    return (run, text(of: run, name))
  }

  /// What a program wrote, in the form of a record.
  func text(of run: ProgramRun, _ name: String) -> String {
    ProgramRecord.text(of: run, folder: file(of: name).deletingLastPathComponent().path + "/")
  }

  private func file(of name: String) -> URL {
    let file = sources.appending(path: name + ".py")
    let isFile = FileManager.default.fileExists(atPath: file.path)
    return isFile ? file : sources.appending(path: name).appending(path: "main.py")
  }

  /// Asks this machine's CPython for all records again.
  func checkLive() throws {
    let python = try #require(RealPython.withObjgraph)
    let recorder = folder.appending(path: "record.py").path
    _ = try python.output(
      ["-I", "-B", recorder, "--check", "--python", python.executable.path], withErrors: true)
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

  /// The pictures of a record, in DOT, by the names of their files.
  static func graphs(of record: String) -> [String: String] {
    var graphs: [String: String] = [:]
    var name: String?
    for line in record.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.hasPrefix("--- ") {
        name = line.hasSuffix(".dot") ? String(line.dropFirst(4)) : nil
      } else if let name {
        graphs[name, default: ""] += line + "\n"
      }
    }
    return graphs
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
