import Testing

/// That a difference is noticed: two pictures of two objects, and one thing changed in ours at a time.
@Suite struct DifferencesTests {
  private static let objgraph = """
    digraph ObjectGraph {
      node[shape=box, style=filled, fillcolor=white];
      o16[fontcolor=red];
      o16[label="Tree\\n<__main__.Tree object at 0x10>"];
      o16[fillcolor="0,0,1"];
      o16->o16_has_a_del[color=red,style=dotted,len=0.25,weight=10];
      o16_has_a_del[label="__del__",shape=doublecircle,height=0.25,color=red,fillcolor="0,.5,1",fontsize=6];
      o16 -> o32 [label="__dict__",weight=10];
      o16->too_many_o16[color=red,style=dotted,len=0.25,weight=10];
      too_many_o16[label="2 more references",shape=box,height=0.25,color=red,fillcolor="0,1,0.3",fontsize=6];
      too_many_o16[fontcolor=white];
      o32[label="dict\\n3 items"];
      o32[fillcolor="0,0,0.3"];
      o32[fontcolor=white];
    }
    """
  private static let ours = """
    digraph ObjectGraph {
      node [shape=box, style="filled", fillcolor="#FFFFFF"];
      o10 [label="Tree", fillcolor="0,0,1", fontcolor="#FF0000"];
      o10_has_a_del [label="__del__", shape=doublecircle, fillcolor="0,0.5,1"];
      o20 [label="dict\\n3 items", fillcolor="0,0,0.3", fontcolor="#FFFFFF"];
      too_many_o10 [label="2 more references", fillcolor="0,1,0.3"];
      o10 -> o10_has_a_del;
      o10 -> too_many_o10;
      o10 -> o20 [label="__dict__"];
    }
    """

  private func differences(_ ours: String) throws -> [String] {
    try Drawing(ours, .heapGraph)
      .differences(
        from: Drawing(Self.objgraph, .objgraph), LabelRules(typesWithTexts: [], hasLongNames: false))
  }

  @Test func `the same picture has no differences`() throws {
    #expect(try differences(Self.ours).isEmpty)
  }

  @Test(arguments: [
    ("o20 [label=\"dict\\n3 items\"", "o20 [label=\"dict\\n4 items\""),
    ("o20 [label=\"dict", "o20 [label=\"list"),
    ("o10 [label=\"Tree\"", "o10 [label=\"Tree\\nan oak\""),
    ("fillcolor=\"0,0,0.3\"", "fillcolor=\"0,0,0.31\""),
    ("fontcolor=\"#FFFFFF\"", "fontcolor=\"#FF0000\""),
    ("fillcolor=\"0,1,0.3\"", "fillcolor=\"0,1,0.4\""),
    ("2 more references", "1 more references"),
    ("[label=\"__dict__\"]", "[label=\"vars\"]"),
    ("[label=\"__dict__\"]", ""),
    ("o10 -> o20 [label=\"__dict__\"];", ""),
    ("o10 -> o20 [label=\"__dict__\"];", "o20 -> o10 [label=\"__dict__\"];"),
    ("o10 -> o20 [label=\"__dict__\"];", "o10 -> o20 [label=\"__dict__\"]; o10 -> o20;"),
    ("o10 -> too_many_o10;", "too_many_o10 -> o10;"),
    (
      "o10 -> o10_has_a_del;",
      "o20_has_a_del [fillcolor=\"0,0.5,1\"]; o10 -> o10_has_a_del; o20 -> o20_has_a_del;"
    ),
    ("o10 -> too_many_o10;", "o30 [label=\"str\", fillcolor=\"0,0,1\"]; o10 -> too_many_o10;"),
  ]) func `one changed thing is noticed`(_ old: String, _ new: String) throws {
    let parts = Self.ours.split(separator: old, omittingEmptySubsequences: false)
    try #require(parts.count == 2)
    #expect(try differences(parts.joined(separator: new)).isEmpty == false)
  }
}
