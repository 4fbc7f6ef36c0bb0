import ArgumentParser
import Foundation
import Testing

@testable import HeapCommands

/// Help and completions as they were when a person last read them. After a change that is meant:
///
///     HEAPGRAPH_RECORD_GOLDENS=1 swift test --filter HelpTests
///
/// and read the difference before it is committed.
@Suite struct HelpTests {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Goldens")
  static let isRecording = ProcessInfo.processInfo.environment["HEAPGRAPH_RECORD_GOLDENS"] == "1"

  /// The command with all that are below it, by the words that call them.
  static let commands: [(words: [String], type: any ParsableCommand.Type)] = {
    var all: [(words: [String], type: any ParsableCommand.Type)] = []
    func add(_ command: any ParsableCommand.Type, _ words: [String]) {
      all.append((words, command))
      for below in command.configuration.subcommands {
        add(below, words + [below.configuration.commandName ?? ""])
      }
    }
    add(HeapGraphCommand.self, ["heapgraph"])
    return all
  }()

  private func check(_ text: String, against name: String) throws {
    let file = Self.folder.appending(path: name)
    if Self.isRecording {
      try FileManager.default.createDirectory(at: Self.folder, withIntermediateDirectories: true)
      try text.write(to: file, atomically: true, encoding: .utf8)
    } else {
      let golden = try String(contentsOf: file, encoding: .utf8)
      #expect(text == golden, "\(name) changed; record it anew where that is meant")
    }
  }

  @Test(arguments: commands.indices)
  func `help is what it was`(_ position: Int) throws {
    let (words, type) = Self.commands[position]
    let help = HeapGraphCommand.helpMessage(for: type, columns: 80)
    try check(help, against: words.joined(separator: "-") + ".txt")
  }

  @Test(arguments: commands.indices)
  func `help shows an example that can be parsed, in lines that fit a terminal`(_ position: Int) throws {
    let (words, type) = Self.commands[position]
    let help = HeapGraphCommand.helpMessage(for: type, columns: 80)
    let lines = help.split(separator: "\n")
    #expect(lines.allSatisfy { $0.count <= 80 })
    guard let start = lines.firstIndex(of: "EXAMPLE:") else {
      Issue.record("\(words) shows no example")
      return
    }
    let examples = lines[(start + 1)...].prefix { $0.hasPrefix("  heapgraph ") }
    #expect(!examples.isEmpty, "\(words) shows no example")
    for example in examples {
      let command = example.prefix { $0 != "#" }.split(separator: " ").dropFirst()
        .map { String($0.filter { $0 != "'" }) }
      let parsed = try HeapGraphCommand.parseAsRoot(command)
      #expect(words.count == 1 || Swift.type(of: parsed) == type || !type.configuration.subcommands.isEmpty)
    }
  }

  @Test(arguments: CompletionShell.allCases)
  func `completions are what they were`(_ shell: CompletionShell) throws {
    try check(HeapGraphCommand.completionScript(for: shell), against: "heapgraph.\(shell.rawValue)")
  }

  @Test func `help and version go to standard output`() async {
    let help = await run("refs", "--help")
    #expect(help.status == .found)
    #expect(help.output.hasPrefix("OVERVIEW: Draw what objects refer to."))
    #expect(help.messages.isEmpty)
    let helpOf = await run("help", "chain")
    #expect(helpOf.output.hasPrefix("OVERVIEW: Show the shortest chain"))
    let capture = await run("capture", "python", "--help")
    #expect(capture.status == .found)
    #expect(capture.output.hasPrefix("OVERVIEW: Run a Python program and write its heap."))
    let version = await run("--version")
    #expect(version.output == HeapGraphProgram.version + "\n")
    let bare = await run()
    #expect(bare.status == .found)
    #expect(bare.output.hasPrefix("OVERVIEW: Show who holds what in a heap."))
    let completion = await run("--generate-completion-script", "fish")
    #expect(completion.output.contains("complete"))
  }
}
