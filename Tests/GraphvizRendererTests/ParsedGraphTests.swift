#if Graphviz

  @testable import GraphvizRenderer
  import Testing

  struct ParsedGraphTests {
    @Test func `names, attributes and ends are as written`() throws {
      let graph = try GraphvizRenderer.parse(
        #"""
        strict digraph heap {
          graph [rankdir=LR]
          node [shape=box]
          a [label="first", color=red]
          b:left:n -> a [label="next"]
          subgraph cluster_0 { label="module"; c; subgraph { d } }
          a -> b; c -> a
        }
        """#)
      #expect(graph.name == "heap")
      #expect(graph.isDirected)
      #expect(graph.isStrict)
      #expect(graph.attributes == ["rankdir": "LR"])
      #expect(graph.nodes.map(\.name) == ["a", "b", "c", "d"])
      #expect(graph.node("a")?.attributes == ["shape": "box", "label": "first", "color": "red"])
      #expect(graph.node("b")?.attributes == ["shape": "box"])
      #expect(graph.node("z") == nil)
      #expect(graph.edges.map { "\($0.tail)>\($0.head)" } == ["a>b", "b>a", "c>a"])
      #expect(graph.edges[1].attributes == ["label": "next", "tailport": "left:n"])
      #expect(graph.edges[0].attributes.isEmpty)
      #expect(graph.subgraphs.map(\.name) == ["cluster_0", nil])
      #expect(graph.subgraphs[0].attributes["label"] == "module")
      #expect(graph.subgraphs.map(\.nodeNames) == [["c", "d"], ["d"]])
      #expect(graph.warnings.isEmpty)
    }

    @Test func `parallel edges stay two and a graph without direction is told`() throws {
      let graph = try GraphvizRenderer.parse("graph { a -- b [label=x]; a -- b [label=y]; b -- b }")
      #expect(!graph.isDirected)
      #expect(!graph.isStrict)
      #expect(graph.name == nil)
      #expect(graph.edges.map { $0.attributes["label"] } == ["x", "y", nil])
    }

    @Test func `only an escaped quote and a joined line are resolved in a string`() throws {
      let graph = try GraphvizRenderer.parse(
        #"digraph { "say \"hi\"" [label="a\nb\\c\"d\l\N &amp;"# + "\\\n" + #"e" + "f"] }"#)
      let node = try #require(graph.nodes.first)
      #expect(node.name == #"say "hi""#)
      #expect(node.attributes["label"]?.text == #"a\nb\\c"d\l\N &amp;ef"#)
      #expect(node.attributes["label"]?.isHTML == false)
    }

    @Test func `markup is told from text`() throws {
      let graph = try GraphvizRenderer.parse(#"digraph { a [label=<<b>x</b>>]; b [label="<b>y</b>"] }"#)
      #expect(graph.node("a")?.attributes["label"] == ParsedGraph.Value("<b>x</b>", isHTML: true))
      #expect(graph.node("b")?.attributes["label"] == ParsedGraph.Value("<b>y</b>", isHTML: false))
      #expect(graph.node("a")?.attributes["label"]?.description == "<<b>x</b>>")
    }

    @Test func `a text cut at any byte is an error, and the next one is read as if nothing had been`() throws
    {
      let dot = #"""
        // first line
        strict digraph "heap \"x\"" { /* two
          lines */ a [label=<<b>x <i>&amp;</i></b>>, color="red"]
          b:p -> a [label="line\nnext" + " end"]; subgraph cluster_1 { c }
        }
        """#
      #expect(try GraphvizRenderer.parse(dot).nodes.map(\.name) == ["a", "b", "c"])
      for length in 0..<dot.utf8.count {
        let cut = String(decoding: dot.utf8.prefix(length), as: UTF8.self)
        #expect(throws: GraphvizError.self, "cut at \(length)") { try GraphvizRenderer.parse(cut) }
        #expect(try GraphvizRenderer.parse("graph { z }").nodes.map(\.name) == ["z"], "after \(length)")
      }
    }

    @Test func `a label may be long`() throws {
      for length in [10_000, 200_000] {
        let label = String(repeating: "größe 🙂 ", count: length / 10)
        let graph = try GraphvizRenderer.parse("digraph { a [label=\"\(label)\"] }")
        #expect(graph.nodes.first?.attributes["label"]?.text.utf8.count == label.utf8.count)
        let isWhole = graph.nodes.first?.attributes["label"]?.text == label
        #expect(isWhole)
      }
      let label = String(repeating: "x", count: 10_000)
      let texts = try GraphvizRenderer.drawnTexts(of: "digraph { a [label=\"\(label)\"] }")
      #expect(texts.nodes["a"]?.first?.count == 10_000)
    }

    @Test func `an empty value counts where the default is another`() throws {
      let graph = try GraphvizRenderer.parse(#"digraph { node [color=red]; a [color=""]; b [style=""] }"#)
      #expect(graph.node("a")?.attributes == ["color": ""])
      #expect(graph.node("b")?.attributes == ["color": "red"])
    }
  }

  struct DrawnTextsTests {
    @Test func `the picture's texts are those of nodes, edges, clusters and the graph`() throws {
      let texts = try GraphvizRenderer.drawnTexts(
        of: #"""
          digraph {
            label="all of it"
            a [label="one\ntwo\lthree\r"]
            b [shape=record, label="{left|<p> right\|side}"]
            c [label=<<table><tr><td>cell &amp; <b>bold</b></td></tr></table>>]
            subgraph cluster_m { label="module \"m\""; d [label=""] }
            a -> b [label="next \\ last", headlabel="H", taillabel="T"]
            b -> c
          }
          """#)
      #expect(texts.graph == ["all of it"])
      #expect(
        texts.nodes == [
          "a": ["one", "two", "three"], "b": ["left", "right|side"], "c": ["cell & ", "bold"], "d": [],
        ])
      #expect(texts.clusters == ["cluster_m": [#"module "m""#]])
      #expect(texts.edges.count == 2)
      #expect(Set(texts.edges[0]) == [#"next \ last"#, "H", "T"])
      #expect(texts.edges[1] == [])
    }

    @Test(arguments: 0..<10) func `any text that is escaped is drawn as it was`(seed: UInt64) throws {
      var random = SplitMix(state: seed)
      let alphabet: [Character] = [
        "a", "Z", "0", " ", "\"", "\\", "&", "<", ">", "{", "}", "|", "n", "l", "N", ";", "#", "%", "'", "-",
        "ü", "🙂", "م",
      ]
      var expected: [String: [String]] = [:]
      var dot = "digraph { node [shape=box]\n"
      for node in 0..<20 {
        let lines = (0..<Int.random(in: 1...3, using: &random)).map { _ in
          String(
            (0..<Int.random(in: 1...12, using: &random)).map { _ in alphabet.randomElement(using: &random)! })
        }
        expected["n\(node)"] = lines
        let label = lines.map { line in
          line.map { character in
            switch character {
            case "\\": #"\\"#
            case "\"": #"\""#
            case "&": "&amp;"
            default: String(character)
            }
          }.joined()
        }.joined(separator: #"\n"#)
        dot += "n\(node) [label=\"\(label)\"];\n"
      }
      let texts = try GraphvizRenderer.drawnTexts(of: dot + "}")
      #expect(texts.nodes == expected)
    }

    @Test func `operations that are cut short or lie about their length do not trap`() {
      let operations = "c 7 -#000000 F 14 5 -Times t 2 P 3 1 2 3 4 5 6 T 27 14.3 0 8 5 -T 1 2 E 1 2 3 4 "
      #expect(DrawnTexts.texts(inOperations: operations) == ["T 1 2"])
      for length in 0..<operations.utf8.count {
        #expect(DrawnTexts.texts(inOperations: String(operations.prefix(length))).count <= 1)
      }
      #expect(DrawnTexts.texts(inOperations: "T 0 0 0 0 -5 -x") == [""])
      #expect(DrawnTexts.texts(inOperations: "P 9223372036854775807 1") == [])
      #expect(DrawnTexts.texts(inOperations: "T 0 0 0 0 9223372036854775807 -x") == ["x"])
    }
  }

  /// A small generator that gives the same numbers for the same seed.
  struct SplitMix: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
      state &+= 0x9E37_79B9_7F4A_7C15
      var mixed = state
      mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
      mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
      return mixed ^ (mixed >> 31)
    }
  }

#endif
