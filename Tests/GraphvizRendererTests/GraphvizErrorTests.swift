import GraphvizRenderer
import Testing

#if Graphviz

  struct GraphvizErrorTests {
    let renderer = GraphvizRenderer()

    func error(
      _ dot: String, format: ImageFormat = .svg, engine: LayoutEngine? = nil
    ) throws -> GraphvizError {
      let error = #expect(throws: GraphvizError.self) {
        try renderer.render(dot, format: format, engine: engine)
      }
      let found = try #require(error)
      #expect(!found.description.contains("\n"))
      return found
    }

    @Test func `malformed DOT names its line, again and again`() throws {
      for _ in 0..<3 {
        #expect(
          try error("digraph {\n a -> ;\n}")
            == .syntax(message: "syntax error in line 2 near ';'", line: 2))
      }
      #expect(
        try error("digraph {\n\n\n a -> ]\n}").description
          == "the DOT text is malformed in line 4: syntax error in line 4 near ']'")
    }

    @Test func `a text's line and file names do not reach into the next text`() throws {
      let foreign = "# 70 \"other.c\"\ndigraph {\n a -> ;\n}"
      #expect(try error(foreign).description.contains("other.c"))
      #expect(
        try error("digraph {\n a -> ;\n}") == .syntax(message: "syntax error in line 2 near ';'", line: 2))
    }

    @Test func `a string, markup or comment left open is an error that the next text does not feel`() throws {
      let open = [
        "digraph { a [label=\"x", "digraph { a [label=<<b>x",
        "digraph { a [label=<" + String(repeating: "<", count: 5_000),
        "digraph { /* a", "digraph { a } \"x", "digraph { a } <x", "digraph { a } garbage \"x",
        "digraph { -> ; \"x",
        "digraph { -> ; <<<x", "digraph { -> ; /* x", "digraph { a -> ; } digraph \"",
      ]
      for text in open {
        #expect(throws: GraphvizError.self, "\(text.prefix(40))") { try GraphvizRenderer.parse(text) }
        #expect(
          try GraphvizRenderer.parse("digraph fine { b }").nodes.map(\.name) == ["b"], "\(text.prefix(40))")
      }
    }

    @Test func `text after the graph is an error`() throws {
      #expect(
        try error("digraph { a }\n garbage")
          == .syntax(message: "syntax error in line 2 near 'garbage'", line: 2))
      #expect(try error("digraph a {}\ndigraph b {}") == .moreThanOneGraph(second: "b"))
      #expect(try error("digraph a {} digraph {}") == .moreThanOneGraph(second: nil))
      #expect(
        try error("digraph a {} graph b {}").description
          == "the DOT text holds a second graph 'b', which would not be drawn: render each graph by itself")
      #expect(try renderer.render("digraph { a }\n// the end\n\n", format: .plain).warnings.isEmpty)
    }

    @Test func `a NUL does not cut the text short`() throws {
      #expect(
        try error("digraph { a }\n\0").description
          == "the DOT text holds a NUL character in line 2, where Graphviz would stop reading:"
          + " write it as an escape or leave it out")
      #expect(try error("\0") == .nulCharacter(line: 1))
      #expect(throws: GraphvizError.nulCharacter(line: 1)) { try GraphvizRenderer.parse("graph { a }\0") }
    }

    @Test func `a text without a graph is an error`() throws {
      for text in ["", " \n", "// nothing\n", "/* nothing */", "# nothing\n"] {
        #expect(try error(text) == .noGraph)
      }
      #expect(
        GraphvizError.noGraph.description
          == "the DOT text holds no graph: it must begin with 'graph' or 'digraph'")
    }

    @Test func `an unknown format is answered with those there are`() throws {
      let formats = GraphvizRenderer.availableFormats
      #expect(try error("digraph { a }", format: "pngg") == .unknownFormat("pngg", available: formats))
      #expect(
        try error("digraph { a }", format: "x11").description
          == "Graphviz cannot write the format 'x11': use one of "
          + formats.map(\.rawValue).joined(separator: ", "))
      #expect(
        GraphvizError.unknownFormat("png", available: []).description
          == "Graphviz cannot write the format 'png': none is installed, run 'dot -c' to register its plugins"
      )
    }

    @Test func `an unknown engine is answered with those there are`() throws {
      let engines = GraphvizRenderer.availableEngines
      #expect(
        try error("digraph { a }", engine: "dott").description
          == "Graphviz has no layout engine 'dott': use one of "
          + engines.map(\.rawValue).joined(separator: ", "))
      #expect(try error("digraph { layout=dott; a }") == .unknownEngine("dott", available: engines))
      #expect(
        GraphvizError.unknownEngine("dot", available: []).description
          == "Graphviz has no layout engine 'dot': none is installed, run 'dot -c' to register its plugins")
    }

    @Test func `markup that does not parse is an error and no picture without it`() throws {
      let found = try error("digraph { a [label=<<b>x</i>>] }")
      guard case .layoutFailed(let engine, let messages) = found else {
        Issue.record("\(found)")
        return
      }
      #expect(engine == .dot)
      #expect(messages.count == 1)
      #expect(messages.first?.contains("mismatched tag in line 1") == true)
      #expect(messages.first?.contains("in label of node a") == true)
      #expect(
        GraphvizError.layoutFailed(engine: .dot, messages: ["bad label", "lost edge"]).description
          == "Graphviz's dot could not lay out the graph: bad label; lost edge;"
          + " correct the DOT text there or choose another engine")
    }

    @Test func `a renderer that is not there is an error`() throws {
      #expect(
        try error("digraph { a }", format: "png:nothing").description
          == "Graphviz could not write 'png:nothing': renderer for png:nothing is unavailable; choose another format"
      )
      #expect(
        GraphvizError.renderFailed(format: "gd", messages: []).description
          == "Graphviz could not write 'gd': it gave no reason; choose another format")
    }

    @Test func `nothing that Graphviz says reaches standard error or standard output`() async throws {
      let result = try await #require(
        processExitsWith: .success, observing: [\.standardErrorContent, \.standardOutputContent]
      ) {
        let renderer = GraphvizRenderer()
        for dot in [
          "digraph { a -> ; }", "digraph { a [label=<<b>x</i>>] }", "digraph { a -> b:nowhere }", "x \"", "",
        ] {
          for engine in [LayoutEngine.dot, .sfdp, "dott"] {
            for format in [ImageFormat.svg, .png, "png:nothing", "pngg"] {
              _ = try? renderer.render(dot, format: format, engine: engine)
            }
          }
        }
      }
      let printed = String(
        decoding: result.standardErrorContent + result.standardOutputContent, as: UTF8.self)
      for word in ["Error", "Warning", "syntax", "mismatched", "unrecognized", "recognized", "unavailable"] {
        #expect(!printed.contains(word))
      }
    }
  }

#else

  struct WithoutGraphvizTests {
    @Test func `a build without Graphviz says so and says what to do`() {
      #expect(throws: GraphvizError.unavailable) {
        try GraphvizRenderer().render("digraph { a }", format: .svg)
      }
      #expect(throws: GraphvizError.unavailable) { try GraphvizRenderer.parse("digraph { a }") }
      #expect(throws: GraphvizError.unavailable) { try GraphvizRenderer.drawnTexts(of: "digraph { a }") }
      #expect(GraphvizRenderer.availableFormats.isEmpty)
      #expect(GraphvizRenderer.availableEngines.isEmpty)
      #expect(GraphvizRenderer.version == nil)
      #expect(!GraphvizRenderer.isAvailable)
    }
  }

#endif

struct GraphvizErrorDescriptionTests {
  @Test func `an unavailable Graphviz names the trait and the package`() {
    #expect(
      GraphvizError.unavailable.description
        == "images need Graphviz, and this build is without it: build with the package trait Graphviz"
        + " (on by default) and libgraphviz-dev installed, or write DOT text instead")
  }
}
