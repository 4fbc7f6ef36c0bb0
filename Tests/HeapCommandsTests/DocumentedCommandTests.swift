import ArgumentParser
import Foundation
import Testing

@testable import HeapCommands

/// Commands that documents show can be typed as they stand.
@Suite struct DocumentedCommandTests {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../docs")

  /// The words of a command as a shell would split them.
  static func words(_ line: some StringProtocol) -> [String] {
    var words: [String] = []
    var word = ""
    var quote: Character?
    for character in line {
      if character == quote {
        quote = nil
      } else if quote == nil, "'\"".contains(character) {
        quote = character
      } else if quote == nil, "#&|<>".contains(character), word.isEmpty {
        break
      } else if quote == nil, character == " " {
        if !word.isEmpty { words.append(word) }
        word = ""
      } else {
        word.append(character)
      }
    }
    return word.isEmpty ? words : words + [word]
  }

  /// Every `heapgraph …` in code, in blocks and in tables.
  static func commands(in text: String) -> [String] {
    var isBlock = false
    return text.split(separator: "\n").flatMap { line -> [String] in
      if line.hasPrefix("```") { isBlock.toggle() }
      let bare = line.drop { $0 == "$" || $0 == " " }
      if isBlock { return bare.hasPrefix("heapgraph ") ? [String(bare)] : [] }
      return line.split(separator: "`", omittingEmptySubsequences: false).enumerated()
        .filter { $0.offset % 2 == 1 && $0.element.hasPrefix("heapgraph ") }
        .map { String($0.element) }
    }
  }

  @Test(arguments: ["from-objgraph.md", "guide.md", "../README.md"])
  func `every command in a document can be parsed`(_ name: String) throws {
    guard let text = try? String(contentsOf: Self.folder.appending(path: name), encoding: .utf8) else {
      Issue.record("there is no document \(name)")
      return
    }
    let commands = Self.commands(in: text)
    #expect(!commands.isEmpty)
    for command in commands {
      // An ellipsis stands for what the reader puts there.
      guard !command.contains("…") else { continue }
      var words = Array(Self.words(command).dropFirst())
      // A command that is only named.
      if words.count == 1 { words.insert("help", at: 0) }
      #expect(throws: Never.self, "\(name): \(command)") {
        do {
          _ = try HeapGraphCommand.parseAsRoot(words)
        } catch  where HeapGraphCommand.exitCode(for: error) == .success {
          // Help was asked for.
        }
      }
    }
  }
}
