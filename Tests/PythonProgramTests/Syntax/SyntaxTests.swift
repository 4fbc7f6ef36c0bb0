import Foundation
import HeapFixtures
import Testing

@testable import PythonProgram

/// Programs as trees, and the refusal of what is none, against CPython 3.13's own.
///
/// `HEAPGRAPH_RECORD_GOLDENS=1` writes the records again, where there is a Python 3.13.
struct SyntaxTests {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent()

  private static func file(_ name: String) -> URL { folder.appending(path: name) }

  private static func parts(_ name: String) throws -> [String] {
    try String(contentsOf: file(name), encoding: .utf8).components(separatedBy: "---\n")
  }

  /// What is said of a program: its tree, or why it is none.
  private static func tree(of text: some Sequence<UInt8>) -> String {
    do throws(ProgramError) {
      return TreeText.text(of: try Parser.statements(of: SourceText(text)))
    } catch {
      return "\(error.kind.rawValue): \(error.message)"
    }
  }

  /// What CPython says of a program that it refuses.
  static func refusal(of text: String) -> String {
    do throws(ProgramError) {
      let source = try SourceText(text)
      do throws(ProgramError) {
        try checkRules(try Parser.statements(of: source))
        return "accepted\n"
      } catch {
        return error.text(file: "<program>", source: source) + "\n"
      }
    } catch {
      return "no text\n"
    }
  }

  @Test func `programs have the trees that CPython gives them, each word at its place`() throws {
    let programs = try Self.parts("accepted.txt")
    let trees = try Self.parts("trees-3.13.txt")
    #expect(programs.count == trees.count)
    for (program, tree) in zip(programs, trees) { #expect(Self.tree(of: program.utf8) + "\n" == tree) }
  }

  @Test func `what is no program is refused with CPython's words and marks`() throws {
    let programs = try Self.parts("refused.txt")
    let refusals = try Self.parts("refusals-3.13.txt")
    #expect(programs.count == refusals.count)
    #expect(programs.count > 150)
    for (program, refusal) in zip(programs, refusals) {
      #expect(Self.refusal(of: program) == refusal, "\(program)")
    }
  }

  @Test(.enabled(if: RealPython.found != nil, "needs a CPython 3.13 in HEAPGRAPH_PYTHON or on PATH"))
  func `this machine's CPython says what is recorded`() throws {
    let python = try #require(RealPython.found)
    for (script, input, output) in [
      ("tree_text.py", "accepted.txt", "trees-3.13.txt"), ("refusals.py", "refused.txt", "refusals-3.13.txt"),
    ] {
      let said = try python.output(
        ["-I", "-B", "-X", "utf8", Self.file(script).path, Self.file(input).path])
      if ProcessInfo.processInfo.environment["HEAPGRAPH_RECORD_GOLDENS"] != nil {
        try said.write(to: Self.file(output))
      }
      #expect(try said == Data(contentsOf: Self.file(output)), "\(output)")
    }
  }

  @Test(.enabled(if: RealPython.found != nil, "needs a CPython 3.13 in HEAPGRAPH_PYTHON or on PATH"))
  func `its standard library has the same trees`() throws {
    let python = try #require(RealPython.found)
    let script = "import os; print(os.path.dirname(os.__file__), end='')"
    let library = String(decoding: try python.output(["-I", "-c", script]), as: UTF8.self)
    let names = try FileManager.default.contentsOfDirectory(atPath: library).filter { $0.hasSuffix(".py") }
      .sorted()
    let files = names.map { library + "/" + $0 }
    let said = try python.output(
      ["-I", "-B", "-X", "utf8", Self.file("tree_text.py").path] + ["--files"] + files)
    let trees = String(decoding: said, as: UTF8.self).components(separatedBy: "---\n")
    #expect(trees.count == files.count)
    var equal = 0
    for (file, tree) in zip(files, trees) {
      let own = Self.tree(of: try Data(contentsOf: URL(filePath: file)))
      // What is left out here is refused by its name.
      if own.hasSuffix("is not supported here") { continue }
      #expect(own + "\n" == tree, "\(file)")
      equal += 1
    }
    #expect(equal > 100)
  }
}
