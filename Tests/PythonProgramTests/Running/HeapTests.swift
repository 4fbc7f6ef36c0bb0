import Foundation
import HeapFixtures
import PythonProgram
import Testing

/// The programs of the folder `Heaps`: objgraph's pictures of their objects are the same as on CPython 3.13.
@Suite struct HeapTests {
  private static let programs = RecordedPrograms(folder: "Heaps")

  @Test func `at least thirty heaps are compared`() {
    #expect(Self.programs.names.count - Self.programs.differing.count >= 30)
    #expect(Self.programs.differing.isSubset(of: Self.programs.names))
    for name in Self.programs.differing.sorted() {
      print("➜ The heap of \(name) is not compared: it is another than CPython's yet.")
    }
  }

  @Test(arguments: programs.names) func `a program has the heap that it has on CPython`(name: String) throws {
    let record = try Self.programs.record(of: name)
    let (run, text) = try Self.programs.run(name)
    var difference = ProgramRecord.difference(ProgramRecord.streams(of: record), text)
    let expected = ProgramRecord.graphs(of: record)
    #expect(!expected.isEmpty, "\(name) records no picture")
    if Set(expected.keys) != Set(run.pictures.keys) {
      difference += "pictures \(run.pictures.keys.sorted()) and not \(expected.keys.sorted())"
    }
    for (file, dot) in expected.sorted(by: { $0.key < $1.key }) {
      let graphs = (RecordedGraph(dot: dot), RecordedGraph(dot: run.pictures[file] ?? ""))
      guard !graphs.0.isIsomorphic(to: graphs.1) else { continue }
      let lines = ProgramRecord.difference(graphs.0.description, graphs.1.description)
      difference += "\n\(file): " + (lines.isEmpty ? "the same labels, and another shape" : lines)
    }
    if Self.programs.differing.contains(name) {
      #expect(!difference.isEmpty, "\(name) is equal now; take it from Heaps/differing.txt")
    } else if !difference.isEmpty {
      Issue.record("\(name)\n\(difference)")
    }
  }

  @Test(
    .enabled(if: RealPython.withObjgraph != nil, "needs the CPython that was recorded, 3.13.0, with objgraph")
  )
  func `this machine's CPython has the heaps that are recorded`() throws {
    try Self.programs.checkLive()
  }
}

/// Graphs are told apart by shape alone where their labels say nothing.
@Suite struct RecordedGraphTests {
  private static func graph(_ edges: [(Int, Int)]) -> RecordedGraph {
    let lines = edges.map { "  o\($0.0) -> o\($0.1);" }
    return RecordedGraph(dot: "digraph ObjectGraph {\n\(lines.joined(separator: "\n"))\n}\n")
  }

  @Test func `a ring of six and two rings of three are told apart`() {
    let ring = Self.graph([(1, 2), (2, 3), (3, 4), (4, 5), (5, 6), (6, 1)])
    let rings = Self.graph([(1, 2), (2, 3), (3, 1), (4, 5), (5, 6), (6, 4)])
    #expect(!ring.isIsomorphic(to: rings))
    #expect(ring.isIsomorphic(to: Self.graph([(3, 9), (9, 1), (1, 7), (7, 2), (2, 5), (5, 3)])))
  }

  @Test func `a label, a colour and an edge's label count, and names of nodes do not`() {
    func graph(_ name: String, _ label: String, _ color: String, _ edge: String) -> RecordedGraph {
      RecordedGraph(
        dot: """
          digraph ObjectGraph {
            \(name)[label="\(label)"];
            \(name)[fillcolor="\(color)"];
            \(name) -> o9 [label="\(edge)",weight=2];
          }
          """)
    }
    let first = graph("o1", #"list\n2 items"#, "0,0,0.766667", "x")
    #expect(first.isIsomorphic(to: graph("o5", #"list\n2 items"#, "0,0,0.7666666", "x")))
    #expect(!first.isIsomorphic(to: graph("o1", #"list\n3 items"#, "0,0,0.766667", "x")))
    #expect(!first.isIsomorphic(to: graph("o1", #"list\n2 items"#, "0,0,0.53", "x")))
    #expect(!first.isIsomorphic(to: graph("o1", #"list\n2 items"#, "0,0,0.766667", "y")))
    #expect(
      graph("o1", "A object at 0x7f12\\nmore", "0,0,1", "").isIsomorphic(
        to: graph("o1", "A object at 0x7f0000\\nmore", "0,0,1", "")))
  }
}
