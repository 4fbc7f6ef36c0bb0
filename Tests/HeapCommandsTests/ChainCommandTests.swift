import Foundation
import HeapFixtures
import HeapGraph
import Testing

@testable import HeapCommands

@Suite struct ChainCommandTests {
  let folder = try! TemporaryFolder()

  @Test func `a chain leads from a root to the object, line by line`() async throws {
    let run = await run("chain", try folder.sessions(), "@0x1100")
    #expect(run.status == .found)
    #expect(
      run.output == """
        module app  module   app  @0x1000
        → .cache    dict          @0x1040
        → ['bob']   Session       @0x1100

        """)
  }

  @Test func `of several objects the nearest is taken`() async throws {
    let heap = try folder.sessions { $0.refer("app", "s2", label: .name("current")) }
    let run = await run("chain", heap, "type:Session", "--qualified")
    #expect(run.output.hasSuffix("→ .current  web.Session       @0x1100\n"))
  }

  @Test func `a chain begins or ends where it is told to`() async throws {
    let heap = try folder.sessions()
    let from = await run("chain", heap, "type:Session", "--from", "type:dict", "--json")
    let parsed = try #require(
      try JSONSerialization.jsonObject(with: Data(from.output.utf8)) as? [String: Any])
    #expect(parsed["length"] as? Int == 2)
    #expect(parsed["omitted"] as? Int == 0)
    let rows = try #require(parsed["chain"] as? [[String: Any]])
    #expect(rows.map { ($0["object"] as? [String: Any])?["type"] as? String } == ["dict", "web.Session"])
    let reference = try #require(rows.last?["reference"] as? [String: Any])
    #expect(reference["label"] as? String == "['ann']")
    #expect(reference["kind"] as? String == "dictionary value")
    let to = await run("chain", heap, "app", "--to", "type:Session")
    #expect(to.output.split(separator: "\n").count == 3)
    let module = await run("chain", heap, "type:Session", "--from", "module")
    #expect(module.output.hasPrefix("module app"))
  }

  @Test func `a long chain shows its two ends`() async throws {
    var sketch = HeapSketch()
    for number in 0..<300 { sketch.draw("\(number) -> \(number + 1) [next]") }
    sketch.root("0")
    try sketch.snapshot().write(to: folder.path("long.heap"))
    let ends = await run("chain", folder.path("long.heap"), "#300")
    let lines = ends.output.split(separator: "\n")
    #expect(lines.count == 101)
    #expect(lines[50] == "… 201 more objects, see --limit")
    #expect(lines[49].hasSuffix("@\(HeapSketch.address(49))"))
    #expect(lines[51].hasSuffix("@\(HeapSketch.address(251))"))
    let all = await run("chain", folder.path("long.heap"), "#300", "--limit", "all")
    #expect(all.output.split(separator: "\n").count == 301)
    let three = await run("chain", folder.path("long.heap"), "#300", "--limit", "3", "--json")
    let parsed = try #require(
      try JSONSerialization.jsonObject(with: Data(three.output.utf8)) as? [String: Any])
    #expect(parsed["omitted"] as? Int == 298)
    #expect((parsed["chain"] as? [[String: Any]])?.map { $0["position"] as? Int } == [0, 1, 300])
  }

  @Test func `a chain that is not there is nothing found`() async throws {
    let heap = try folder.sessions()
    let none = await run("chain", heap, "type:list")
    #expect(none.status == .nothingFound)
    #expect(
      none.messages
        == "heapgraph: no chain of strong references leads there from a root; try --references all\n")
    let short = await run("chain", heap, "type:Session", "--depth", "1", "--references", "all")
    #expect(
      short.messages == "heapgraph: no chain of all references leads there from a root in 1 or fewer\n")
    let forward = await run("chain", heap, "type:list", "--to", "app")
    #expect(forward.messages.contains("leads from there to app"))
    let ignored = await run("chain", heap, "type:Session", "--ignore", "type:dict")
    #expect(ignored.status == .nothingFound)
  }

  @Test func `a chain is drawn where a picture is asked for`() async throws {
    let heap = try folder.sessions()
    let run = await run("chain", heap, "@0x1100", "-o", folder.path("why.svg"))
    #expect(run.status == .found)
    #expect(run.messages == "heapgraph: \(folder.path("why.svg")): 3 objects, 2 references\n")
    #expect(try folder.text(of: "why.svg").contains("<svg"))
  }

  @Test func `options of a chain that exclude each other are refused`() async throws {
    let heap = try folder.sessions()
    let both = await run("chain", heap, "app", "--from", "root", "--to", "app")
    #expect(both.status == .usage)
    #expect(both.messages.contains("--from and --to exclude each other"))
    let output = await run("chain", heap, "app", "-o", "-")
    #expect(output.status == .usage)
    #expect(output.messages.contains("--output is -, where the chain goes as text"))
    let depth = await run("chain", heap, "app", "--depth", "-2")
    #expect(depth.messages == "heapgraph: --depth is -2; give 0 or more, or 'all'\n")
  }
}
