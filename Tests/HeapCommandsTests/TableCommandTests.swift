import Foundation
import HeapFixtures
import HeapGraph
import Testing

@testable import HeapCommands

@Suite struct TableCommandTests {
  let folder = try! TemporaryFolder()

  private func json(_ text: String) throws -> Any {
    try JSONSerialization.jsonObject(with: Data(text.utf8))
  }

  @Test func `types are sorted by number, and the name decides among equals`() async throws {
    let run = await run("types", try folder.sessions(), "--all")
    #expect(run.status == .found)
    #expect(run.messages.isEmpty)
    #expect(
      run.output == """
        Type     Count   Size
        Session      2   96 B
        str          2  104 B
        dict         1  232 B
        list         1   56 B
        module       1   72 B

        """)
  }

  @Test func `types can be sorted by size, cut, and counted as objgraph does`() async throws {
    let heap = try folder.sessions()
    let run = await run("types", heap, "--sort", "size", "--limit", "2", "--qualified")
    #expect(
      run.output == """
        Type         Count   Size
        dict             1  232 B
        web.Session      2   96 B

        """)
  }

  @Test func `types can be picked by name, and a name that is none is told from its like`() async throws {
    let heap = try folder.sessions()
    let picked = await run("types", heap, "--name", "Session", "--name", "list")
    #expect(picked.output == "Type     Count  Size\nSession      2  96 B\nlist         1  56 B\n")
    let qualified = await run("types", heap, "--name", "web.Session")
    #expect(qualified.output == "Type         Count  Size\nweb.Session      2  96 B\n")
    let list = await run("types", heap, "--name", "Session", "--list")
    #expect(
      list.output == """
        Object   Type     Size  Text
        @0x1080  Session  48 B
        @0x1100  Session  48 B

        """)
    let nameless = await run("types", heap, "--list")
    #expect(
      nameless.messages == "heapgraph: --list needs --name, which says the objects of which types to list\n")
    let none = await run("types", heap, "--name", "Sesion")
    #expect(none.status == .nothingFound)
    #expect(none.messages == "heapgraph: The heap has no type named 'Sesion'. Did you mean 'Session'?\n")
    let untracked = await run("types", heap, "--name", "str")
    #expect(
      untracked.messages == "heapgraph: the heap has no tracked objects of that type; count all with --all\n")
  }

  @Test func `a heap that does not say what is tracked is counted whole, and an empty one is nothing`()
    async throws
  {
    try HeapSketch("a -> b").snapshot().write(to: folder.path("plain.heap"))
    let plain = await run("types", folder.path("plain.heap"))
    #expect(plain.output == "Type  Count  Size\nNode      2  96 B\n")
    try HeapSketch().snapshot().write(to: folder.path("empty.heap"))
    let empty = await run("types", folder.path("empty.heap"))
    #expect(empty.status == .nothingFound)
    #expect(empty.messages == "heapgraph: the heap has no objects\n")
  }

  @Test func `sizes are exact in JSON`() async throws {
    let run = await run("types", try folder.sessions(), "--json", "--limit", "1", "--sort", "size")
    let rows = try #require(try json(run.output) as? [[String: Any]])
    #expect(rows as NSArray == [["type": "dict", "count": 1, "size": 232]] as NSArray)
  }

  @Test func `a terminal gets bold titles and is told what is left out`() async throws {
    let heap = try folder.sessions()
    let coloured = await HeapCommandsTests.run(
      ["types", heap, "--all", "--limit", "1"], output: RecordingStream(isTerminal: true))
    #expect(coloured.output.hasPrefix("\u{1B}[1mType     Count  Size\u{1B}[0m\n"))
    #expect(coloured.messages == "heapgraph: 4 more types; show them with --limit all\n")
    let tracked = await HeapCommandsTests.run(["types", heap], output: RecordingStream(isTerminal: true))
    #expect(
      tracked.messages
        == "heapgraph: 2 objects that the cycle collector does not track left out; --all counts all\n")
    for environment in [["NO_COLOR": "1"], ["TERM": "dumb"]] {
      let plain = await HeapCommandsTests.run(
        ["types", heap], environment: environment, output: RecordingStream(isTerminal: true))
      #expect(!plain.output.contains("\u{1B}"))
    }
  }

  @Test func `growth tells what became more over any number of heaps`() async throws {
    let first = try folder.sessions("1.heap")
    let second = try folder.sessions("2.heap") { $0.add("new", type: "web.Session", size: 48) }
    let third = try folder.sessions("3.heap") { sketch in
      for name in ["a", "b", "c"] { sketch.add(name, type: "web.Session", size: 48) }
      sketch.add("one", type: "int", size: 28)
    }
    let run = await run("growth", first, second, third, "--all")
    #expect(
      run.output == """
        Type     Count 1  Count 2  Count 3  Growth    Size
        Session        2        3        5      +3  +144 B
        int            0        0        1      +1   +28 B

        """)
    let steady = await HeapCommandsTests.run("growth", first, second, third, "--all", "--steady", "--json")
    let rows = try #require(try json(steady.output) as? [[String: Any]])
    #expect(rows.count == 1)
    #expect(rows.first?["counts"] as? [Int] == [2, 3, 5])
    #expect(rows.first?["sizeIncrease"] as? Int == 144)
    #expect(rows.first?["increaseOverPeak"] as? Int == 2)
  }

  @Test func `nothing that grew is nothing found, and what shrank shows where it is asked for`() async throws
  {
    let large = try folder.sessions("1.heap") { $0.add("new", type: "web.Session", size: 48) }
    let small = try folder.sessions("2.heap")
    let none = await run("growth", large, small, "--all")
    #expect(none.status == .nothingFound)
    #expect(none.messages == "heapgraph: no type became more\n")
    let changes = await run("growth", large, small, "--changes", "--all")
    #expect(changes.output.contains("Session        3        2      -1  -48 B"))
    let same = await run("growth", small, small, "--changes", "--all")
    #expect(same.status == .nothingFound)
    #expect(same.messages == "heapgraph: nothing changed\n")
  }

  @Test func `new objects are counted by type, and listed by address`() async throws {
    let before = try folder.sessions("1.heap")
    let after = try folder.sessions("2.heap") { $0.add("new", type: "web.Session", size: 48) }
    let table = await run("growth", before, after, "--all", "--new")
    #expect(
      table.output == """
        Type     Old  Current  New  Growth
        Session    2        3   +1      +1

        """)
    let list = await run("growth", before, after, "--all", "--new", "type:Session")
    #expect(
      list.output == """
        Object   Type     Size  Text
        @0x11c0  Session  48 B

        """)
    let rows = await run("growth", before, after, "--new", "--all", "--json")
    let parsed = try #require(try json(rows.output) as? [[String: Any]])
    #expect(parsed.first?["addresses"] as? [String] == ["0x11c0"])
    let none = await run("growth", before, before, "--new")
    #expect(none.status == .nothingFound)
    #expect(none.messages == "heapgraph: there is no new object\n")
    let noList = await run("growth", before, after, "--new", "type:list")
    #expect(noList.messages == "heapgraph: there is no new object of type 'list'\n")
  }

  @Test func `leaking objects are those that nobody holds`() async throws {
    let heap = try folder.sessions()
    let table = await run("leaking", heap)
    #expect(
      table.output == """
        Type    Count  Size
        list        1  56 B
        module      1  72 B

        """)
    let list = await run("leaking", heap, "--no-roots", "--list", "--json")
    let rows = try #require(try json(list.output) as? [[String: Any]])
    #expect(rows.count == 1)
    #expect(rows.first?["address"] as? String == "0x1180")
    #expect(rows.first?["referenceCount"] as? Int == 1)
    let picture = await run("leaking", heap, "-o", folder.path("leaking.dot"))
    #expect(picture.status == .found)
    #expect(try folder.text(of: "leaking.dot").contains("digraph"))
  }

  @Test func `a heap without leaks is nothing found`() async throws {
    let heap = try folder.sessions { $0.refer("cache", "list") }
    let run = await run("leaking", heap, "--no-roots")
    #expect(run.status == .nothingFound)
    #expect(run.messages == "heapgraph: every object has a holder in the heap\n")
  }

  @Test func `info tells what the heap is`() async throws {
    let heap = try folder.sessions()
    let run = await run("info", heap)
    #expect(
      run.output == """
        heap            \(heap)
        runtime         cpython
        globals.module  app
        objects         7, 560 B
        references      7
        types           5
        recorded        reference counts, flags, texts
        roots           1 module

        """)
    let parsed = try #require(
      try json(await HeapCommandsTests.run("info", heap, "--json").output) as? [String: Any])
    #expect(parsed["size"] as? Int == 560)
    #expect(parsed["metadata"] as? [String: String] == ["runtime": "cpython", "globals.module": "app"])
  }

  @Test func `info tells what the capture could not see`() async throws {
    var builder = HeapSnapshotBuilder()
    let type = builder.addType(name: "T", qualifiedName: "T")
    let object = builder.addObject(at: Address(rawValue: 0x10), type: type, size: ByteCount(8))
    builder.addReference(from: .index(object), to: .address(Address(rawValue: 0x99)), kind: .unknown)
    builder.addLimitation(Limitation(text: "frames of other threads", count: 3))
    builder.isPartial = true
    try builder.finish().write(to: folder.path("part.heap"))
    let run = await run("info", folder.path("part.heap"))
    #expect(run.output.contains("part.heap (a part of a heap)\n"))
    #expect(run.output.contains("not seen         frames of other threads (3)\n"))
    #expect(run.output.contains("leading nowhere  1 reference, such as @0x10 to 0x99\n"))
    #expect(run.output.contains("recorded         nothing beside types and sizes\n"))
    #expect(run.output.contains("roots            none\n"))
  }

  @Test func `formats lists heaps, pictures and layouts`() async throws {
    let run = await run("formats")
    for line in ["heap     heap.gz", "picture  dot", "picture  svg", "layout   sfdp"] {
      #expect(run.output.contains(line))
    }
    let formats = await HeapCommandsTests.run("formats", "--json")
    let parsed = try #require(try json(formats.output) as? [String: Any])
    #expect((parsed["pictures"] as? [String])?.starts(with: ["dot", "gv"]) == true)
    #expect((parsed["layouts"] as? [String])?.contains("dot") == true)
  }

  @Test func `what a heap says cannot disturb a terminal`() async throws {
    let heap = try folder.sessions { $0.add("evil", type: "\u{1B}[31mT\n\u{202E}", size: 1) }
    let run = await run("types", heap, "--all")
    #expect(run.output.contains("\\u{1b}[31mT\\n\\u{202e}"))
    #expect(!run.output.contains("\u{1B}"))
  }

  @Test func `a table lines up wide and narrow letters`() {
    var table = TextTable([.text("Name"), .number("n"), .text("Rest")])
    table.append(["日本", "1", "x"])
    table.append(["abc", "20", ""])
    #expect(table.lines() == ["Name   n  Rest", "日本   1  x", "abc   20"])
  }
}
