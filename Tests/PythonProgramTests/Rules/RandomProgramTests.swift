import Foundation
import HeapFixtures
import Testing

@testable import PythonProgram

/// Which rule is broken first in programs made at random, against CPython's own answer.
struct RandomProgramTests {
  /// Programs made at random, in which every second statement breaks a rule of its own.
  private struct Writer {
    var numbers: SeededGenerator
    var text = ""

    mutating func choice(_ choices: [String]) -> String { choices.randomElement(using: &numbers) ?? "" }

    mutating func name() -> String { choice(["a", "b", "c", "__d", "__class__", "__debug__"]) }

    mutating func expression(_ depth: Int) -> String {
      guard depth > 0 else { return name() }
      func inner(_ writer: inout Writer) -> String { writer.expression(depth - 1) }
      switch Int.random(in: 0..<14, using: &numbers) {
      case 0: return "(\(name()) := \(inner(&self)))"
      case 1: return "[\(inner(&self)) for \(name()) in \(inner(&self))]"
      case 2: return "(\(inner(&self)) for \(name()), \(name()) in \(inner(&self)) if \(inner(&self)))"
      case 3: return "{\(inner(&self)) for \(name()) in a for \(name()) in \(inner(&self))}"
      case 4: return "{\(inner(&self)): \(inner(&self)) for \(name()) in \(inner(&self))}"
      case 5: return "(lambda \(name())=\(inner(&self)), *\(name()): \(inner(&self)))"
      case 6: return "(yield \(inner(&self)))"
      case 7: return "f(\(inner(&self)), \(name())=\(inner(&self)), \(name())=1)"
      case 8: return "(\(inner(&self)) + \(inner(&self)))"
      case 9: return "(\(inner(&self)), *\(name()))"
      case 10: return "{\(inner(&self)): \(inner(&self)), **\(inner(&self))}"
      case 11: return "(\(inner(&self)) if \(inner(&self)) else \(inner(&self)))"
      default: return name()
      }
    }

    mutating func target() -> String {
      choice([
        name(), name(), "(*\(name()), \(name()))", "x.\(name())", "x[\(expression(1))]", "[*a, *\(name())]",
      ])
    }

    mutating func simple() -> String {
      switch Int.random(in: 0..<22, using: &numbers) {
      case 0: "global \(name())"
      case 1: "nonlocal \(name())"
      case 2: "return \(expression(2))"
      case 3: "break"
      case 4: "continue"
      case 5: "\(target()) = \(expression(2))"
      case 6: "\(name()): \(expression(1)) = \(expression(1))"
      case 7: "\(name()): \(expression(1))"
      case 8: "(\(name())): \(expression(1))"
      case 9: "import \(name()), x as \(name())"
      case 10: "from m import \(choice(["*", "x", name()]))"
      case 11: "del \(name())"
      case 12: "\(name()) += \(expression(1))"
      case 13: "from __future__ import \(choice(["annotations", "division", "braces", "x"]))"
      case 14: "assert \(expression(1)), \(expression(1))"
      case 15: "return"
      default: choice(["pass", "print(\(expression(2)))"])
      }
    }

    mutating func block(_ indent: Int) {
      for _ in 0..<Int.random(in: 1...3, using: &numbers) { statement(indent) }
    }

    mutating func head(_ head: String, _ indent: Int) {
      text += String(repeating: " ", count: indent) + head + ":\n"
      block(indent + 1)
    }

    mutating func statement(_ indent: Int) {
      let kind = indent < 4 ? Int.random(in: 0..<14, using: &numbers) : 14
      switch kind {
      case 0, 1:
        head("def \(name())(\(name()), *\(name()), \(name())=\(expression(1)), **\(name()))", indent)
      case 2, 3: head("def f(self)", indent)
      case 4: head("class \(name())(\(expression(1)), \(name())=1)", indent)
      case 5: head("for \(target()) in \(expression(1))", indent)
      case 6: head("while \(expression(1))", indent)
      case 7:
        head("if \(expression(1))", indent)
        head("else", indent)
      case 8:
        head("try", indent)
        head(choice(["except", "except E as \(name())"]), indent)
        if Bool.random(using: &numbers) { head("except \(name())", indent) }
        if Bool.random(using: &numbers) { head("else", indent) }
        if Bool.random(using: &numbers) { head("finally", indent) }
      case 9:
        head("try", indent)
        head("finally", indent)
      case 10: head("with \(expression(1)) as \(target())", indent)
      default: text += String(repeating: " ", count: indent) + simple() + "\n"
      }
    }
  }

  @Test(
    .enabled(if: RealPython.found != nil, "needs a CPython 3.13 in HEAPGRAPH_PYTHON or on PATH"),
    arguments: 1...3)
  func `programs made at random are refused as CPython refuses them`(_ seed: Int) throws {
    let python = try #require(RealPython.found)
    var writer = Writer(numbers: SeededGenerator(seed: UInt64(seed)))
    let programs = (0..<500).map { _ in
      writer.text = ""
      writer.block(0)
      return writer.text
    }
    let file = FileManager.default.temporaryDirectory.appending(path: "programs-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: file) }
    try Data(programs.joined(separator: "---\n").utf8).write(to: file)
    let script = SyntaxTests.folder.appending(path: "refusals.py").path
    let said = String(
      decoding: try python.output(["-I", "-B", "-X", "utf8", script, file.path]), as: UTF8.self)
    let refusals = said.components(separatedBy: "---\n")
    #expect(refusals.count == programs.count)
    for (program, refusal) in zip(programs, refusals) {
      #expect(SyntaxTests.refusal(of: program) == refusal, "\(program)")
    }
    #expect(Set(refusals.map { $0.split(separator: "\n").last }).count > 40)
  }
}
