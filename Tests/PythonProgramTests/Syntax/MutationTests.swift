import Foundation
import HeapFixtures
import Testing

@testable import PythonProgram

/// Programs with something changed at random: no input may crash the parser or keep it busy.
struct MutationTests {
  private static func parse(_ bytes: [UInt8]) {
    guard let source = try? SourceText(bytes) else { return }
    do throws(ProgramError) {
      try checkRules(try Parser.statements(of: source))
    } catch {
      // The error can be shown whatever the place is.
      _ = error.text(file: "<program>", source: source)
    }
  }

  @Test(arguments: 1...4)
  func `programs with something changed are read or refused`(_ seed: Int) throws {
    var numbers = SeededGenerator(seed: UInt64(seed))
    let texts = try ["accepted.txt", "refused.txt"].flatMap { name in
      try String(contentsOf: SyntaxTests.folder.appending(path: name), encoding: .utf8)
        .components(separatedBy: "---\n").map { Array($0.utf8) }
    }
    let words = [
      "(", ")", "[", "{", "}", "'", "\"\"\"", "f'", ":", "\n", "    ", "\t", "\\", "lambda ", "if ", "*", "=",
    ]
    for _ in 0..<500 {
      var text = texts.randomElement(using: &numbers) ?? []
      for _ in 0..<Int.random(in: 1...4, using: &numbers) where !text.isEmpty {
        let place = Int.random(in: 0..<text.count, using: &numbers)
        let end = min(place + Int.random(in: 0...12, using: &numbers), text.count)
        switch Int.random(in: 0..<4, using: &numbers) {
        case 0: text.removeSubrange(place..<end)
        case 1: text.insert(contentsOf: (words.randomElement(using: &numbers) ?? "").utf8, at: place)
        case 2:
          text.insert(contentsOf: text[place..<end], at: Int.random(in: 0...text.count, using: &numbers))
        default: text[place] = UInt8.random(in: 0...255, using: &numbers)
        }
      }
      Self.parse(text)
    }
  }

  @Test func `nests and rows of any length are read or refused`() {
    for pattern in [
      "(", "[", "{", "not ", "-", "lambda: ", "f'{", "a.", "a[", "if x:\n ", "x if y else ", "await ",
    ] {
      for count in [10, 1_000, 20_000] {
        Self.parse(Array(String(repeating: pattern, count: count).utf8))
        Self.parse(Array((String(repeating: pattern, count: count) + "1").utf8))
      }
    }
    for pattern in ["a + ", "a, ", "a = ", "a and ", "a < ", "'a' ", "a; ", "a.b", "f()"] {
      Self.parse(Array((String(repeating: pattern, count: 20_000) + "1\n").utf8))
    }
    Self.parse(Array(("x" + String(repeating: "()", count: 20_000)).utf8))
    Self.parse(Array(("x" + String(repeating: "\nif x: pass\nelif y: pass", count: 20_000)).utf8))
    Self.parse(Array(("if x: pass" + String(repeating: "\nelif y: pass", count: 20_000)).utf8))
  }
}
