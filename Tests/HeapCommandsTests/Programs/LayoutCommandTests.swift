import Foundation
import HeapFixtures
import HeapGraph
import Testing

@testable import HeapCommands

/// `heapgraph layout`: the memory of a program's objects.
@Suite struct LayoutCommandTests {
  let folder = try! TemporaryFolder()

  private func program() throws -> String {
    try folder.write(
      """
      class Plain: pass
      class Slotted:
          __slots__ = ("x", "y")
      plain = Plain()
      plain.a = 1
      slotted = Slotted()
      slotted.x = 5
      number = 7
      text = "naïve"
      items = [1, 2]
      pair = (1, None)
      mapping = {"k": 1}
      unique = {1, 2}
      def function(x): return x
      raw = b"abc"
      half = 0.5

      """.utf8, to: "kinds.py")
  }

  private func layout(_ arguments: String...) async throws -> Recording {
    await run(["layout", try program()] + arguments)
  }

  /// The fields of the first block: offset, size, name and value.
  private func fields(_ text: String) -> [[String]] {
    text.split(separator: "\n").map { $0.split(separator: " ", maxSplits: 3).map(String.init) }
      .filter { Int($0[0]) != nil }
  }

  @Test func `an object's fields are listed with their places, and addresses lead to types`() async throws {
    let recording = try await layout("slotted")
    #expect(recording.status == .found)
    #expect(recording.messages.isEmpty)
    #expect(recording.output.hasSuffix("\n"))
    let rows = fields(recording.output)
    #expect(
      rows.map { "\($0[0]) \($0[1]) \($0[2])" } == [
        "-16 8 _gc_next", "-8 8 _gc_prev", "0 8 ob_refcnt", "8 8 ob_type", "16 8 x", "24 8 y",
      ])
    #expect(recording.output.contains("→ int 5\n"))
    #expect(recording.output.hasSuffix("NULL\n"))
  }

  @Test(
    arguments: [
      ("number", "lv_tag       1 digit, positive"), ("text", "characters   'naïve'"),
      ("text", "state        1 byte a character"), ("half", "value      0.5"), ("raw", "bytes      b'abc'"),
      ("pair", "→ NoneType None"), ("items", "→ items"), ("mapping", "→ keys"), ("unique", "→ int 2"),
      ("plain", "a                0x"), ("function", "→ code"), ("Plain", "ob_type"),
    ])
  func `every kind of object tells what lies in it`(_ name: String, _ part: String) async throws {
    let recording = try await layout(name)
    #expect(recording.status == .found)
    #expect(recording.output.contains(part), "\(recording.output)")
  }

  @Test func `several objects follow each other, with an empty line between`() async throws {
    let one = try await layout("half")
    let other = try await layout("raw")
    let both = try await layout("half", "raw")
    #expect(both.output == one.output + "\n" + other.output)
  }

  @Test func `a picture has the format of its extension, or the one that is named`() async throws {
    let svg = try await layout("plain", "slotted", "-o", folder.path("a.svg"))
    #expect(svg.status == .found)
    #expect(svg.output.isEmpty)
    #expect(svg.messages == "heapgraph: \(folder.path("a.svg")): 2 objects\n")
    let text = try folder.text(of: "a.svg")
    #expect(text.contains("<svg") && text.contains("ob_refcnt"))
    _ = try await layout("plain", "-o", folder.path("a.png"))
    #expect(try folder.bytes(of: "a.png").starts(with: [0x89, 0x50, 0x4E, 0x47]))
    _ = try await layout("plain", "-o", folder.path("a.dot"))
    #expect(try folder.text(of: "a.dot").hasPrefix("digraph ObjectLayout {"))
    let piped = try await layout("plain", "-o", "-")
    #expect(piped.output == (try folder.text(of: "a.dot")))
    let named = try await layout("plain", "-o", "-", "-T", "svg")
    #expect(named.output.contains("<svg"))
  }

  @Test func `what cannot be drawn is refused before the program runs`() async throws {
    let file = try folder.write("import sys\nprint('ran', file=sys.stderr)\nx = 1".utf8, to: "loud.py")
    let cases: [([String], String)] = [
      (["x", "-o", "a.xyz"], "Graphviz cannot write the format 'xyz': use one of "),
      (["x", "-o", "a"], "the name 'a' does not say which format the picture is to have; "),
      (["x", "-o", ""], "--output is empty; name a file, or give - for standard output"),
      (["x", "-T", "svg"], "--format says how a picture is written; say where with -o"),
      (["#x"], "'#x' names no object, see character 2: "),
    ]
    for (arguments, message) in cases {
      let recording = await run(["layout", file] + arguments)
      #expect(recording.status == .usage, "\(arguments)")
      #expect(recording.messages.hasPrefix("heapgraph: \(message)"), "\(recording.messages)")
    }
  }

  @Test func `names that nothing has, and heaps that are no programs`() async throws {
    let near = try await layout("plian")
    #expect(near.status == .nothingFound)
    #expect(
      near.messages
        == "heapgraph: Neither a root nor a global variable of '__main__' is named 'plian'. Did you mean 'Plain' or 'plain'?\n"
    )
    let type = try await layout("type:Slottet")
    #expect(type.messages == "heapgraph: The heap has no type named 'Slottet'. Did you mean 'Slotted'?\n")
    let heap = try folder.sessions()
    let captured = await run("layout", heap, "cache")
    #expect(captured.status == .usage)
    #expect(
      captured.messages
        == "heapgraph: layout reads the memory of a program on the built-in runtime, and \(heap) holds none; name a .py or .ipynb file\n"
    )
    let nowhere = try await layout("plain", "-o", folder.path("none/a.svg"))
    #expect(nowhere.status == .failed)
    #expect(
      nowhere.messages
        == "heapgraph: \(folder.path("none/a.svg")): cannot write the file: No such file or directory\n")
  }
}
