#if Graphviz

  @testable import GraphvizRenderer
  import Testing

  struct RenderingTests {
    let renderer = GraphvizRenderer()

    @Test func `a PNG has a header and the size that its texts need`() throws {
      let short = try renderer.render(#"digraph { a [shape=box, label="list"] }"#, format: .png)
      let long = try renderer.render(
        #"digraph { a [shape=box, label="a list of forty-two different things"] }"#, format: .png)
      let shortSize = try #require(PNGSize(short.bytes))
      let longSize = try #require(PNGSize(long.bytes))
      // At 96 pixels an inch a default box is 72 by 48, and a letter some 5 to 10 wide.
      #expect((70...100).contains(shortSize.width))
      #expect((46...70).contains(shortSize.height))
      #expect((180...420).contains(longSize.width))
      #expect(longSize.height == shortSize.height)
      #expect(short.format == .png)
      #expect(short.warnings.isEmpty)
    }

    @Test func `an SVG holds the texts of its nodes and edges`() throws {
      let image = try renderer.render(
        #"digraph { a [label="who\nholds"]; b [label="größe 🙂 &lt;T&gt;"]; a -> b [label="next"] }"#,
        format: .svg)
      let svg = String(decoding: image.bytes, as: UTF8.self)
      for text in [">who<", ">holds<", ">größe 🙂 &lt;T&gt;<", ">next<", "</svg>"] {
        #expect(svg.contains(text))
      }
      #expect(image.format == .svg)
    }

    @Test func `a PDF is a whole file`() throws {
      let image = try renderer.render("digraph { a -> b }", format: .pdf)
      #expect(image.bytes.starts(with: Array("%PDF-".utf8)))
      #expect(String(decoding: image.bytes.suffix(8), as: UTF8.self).contains("%%EOF"))
    }

    @Test func `the same text gives the same bytes`() throws {
      let dot = "digraph heap { a -> {b c d} -> e; e -> a [label=back] }"
      for engine in [LayoutEngine.dot, .sfdp] {
        let images = try (0..<3).map { _ in try renderer.render(dot, format: .svg, engine: engine).bytes }
        #expect(Set(images).count == 1)
      }
    }

    @Test func `every available format gives bytes, or says that the installed Graphviz cannot`() throws {
      let formats = GraphvizRenderer.availableFormats
      #expect(Set(formats).isSuperset(of: [.png, .svg, .pdf, .dot, .xdot, .json, .plain]))
      #expect(formats == formats.sorted())
      #expect(!formats.contains("x11"))
      #expect(!formats.contains("vdx"))
      #expect(!formats.contains("vrml"))
      // Built without a library, a device leaves nothing behind; that has to be an error and no empty file.
      let oftenMissing: Set<ImageFormat> = [
        "gd", "gd2", "ico", "webp", "vt", "vt-24bit", "kitty", "kittyz", "sixel",
      ]
      let dot = #"""
        digraph {
          label="größe"; tooltip="graph"
          a [URL="https://example.org"]
          b [tooltip="only a tooltip"]
          c [label=<<table><tr><td port="p" tooltip="cell">x &amp; y</td></tr></table>>]
          d [shape=record, label="{l|<p> r}", URL="#d", tooltip="both"]
          subgraph cluster_m { label="m"; tooltip="cluster"; e [label="", style=dashed] }
          a -> b [label="next", tooltip="edge", style=dashed]
          b -> c:p [URL="#e"]
          c -> d:p -> e
        }
        """#
      for format in formats where !oftenMissing.contains(format) {
        let image = try renderer.render(dot, format: format)
        #expect(!image.bytes.isEmpty, "\(format)")
      }
      let png = try renderer.render("graph { a }", format: "png:cairo").bytes
      #expect(PNGSize(png) != nil)
    }

    @Test func `every available engine places every node`() throws {
      let engines = GraphvizRenderer.availableEngines
      #expect(Set(engines).isSuperset(of: [.dot, .sfdp, .neato, .fdp, .twopi, .circo]))
      #expect(engines == engines.sorted())
      // The ones named nop draw what has its positions already.
      for engine in engines {
        let image = try renderer.render(
          #"digraph { a [pos="10,10"] b [pos="90,90"] a -> b [pos="e,80,80 20,20 40,40 50,50 70,70"] }"#,
          format: .plain, engine: engine)
        let lines = String(decoding: image.bytes, as: UTF8.self).split(separator: "\n")
        #expect(lines.count { $0.hasPrefix("node ") } == 2, "\(engine)")
        #expect(image.engine == engine)
      }
    }

    @Test func `an engine asked for wins over the graph's attribute, which wins over its size`() throws {
      let dot = "digraph { layout=circo; a -> b -> c -> a }"
      let circo = try renderer.render(dot, format: .plain)
      let neato = try renderer.render(dot, format: .plain, engine: .neato)
      #expect(circo.engine == .circo)
      #expect(neato.engine == .neato)
      let plainNeato = try renderer.render("digraph { a -> b -> c -> a }", format: .plain, engine: .neato)
      let texts = [circo, neato, plainNeato].map { String(decoding: $0.bytes, as: UTF8.self) }
      #expect(texts[0] != texts[1])
      #expect(texts[1] == texts[2])
    }

    @Test func `a small graph and a large tree get dot, and many crossing edges get sfdp`() throws {
      #expect(LayoutEngine.automatic(nodeCount: 0, edgeCount: 0) == .dot)
      #expect(LayoutEngine.automatic(nodeCount: 200, edgeCount: 300) == .dot)
      #expect(LayoutEngine.automatic(nodeCount: 2_000, edgeCount: 1_999) == .dot)
      #expect(LayoutEngine.automatic(nodeCount: 300, edgeCount: 600) == .sfdp)
      #expect(LayoutEngine.automatic(nodeCount: 1_000, edgeCount: 1_500) == .sfdp)
      #expect(LayoutEngine.automatic(nodeCount: LayoutEngine.largestNodeCountForDot, edgeCount: 0) == .dot)
      #expect(
        LayoutEngine.automatic(nodeCount: LayoutEngine.largestNodeCountForDot + 1, edgeCount: 0) == .sfdp)
      #expect(LayoutEngine.automatic(nodeCount: 2, edgeCount: .max) == .sfdp)
      // Labels cost time too: 150 nodes with 303 labelled edges take `dot` 19 s.
      #expect(LayoutEngine.automatic(nodeCount: 150, edgeCount: 303) == .dot)
      #expect(LayoutEngine.automatic(nodeCount: 150, edgeCount: 303, labelledEdgeCount: 303) == .sfdp)
      #expect(LayoutEngine.automatic(nodeCount: 150, edgeCount: 200, labelledEdgeCount: 200) == .dot)
      #expect(LayoutEngine.automatic(nodeCount: 44, edgeCount: 318, labelledEdgeCount: 318) == .sfdp)

      var dot = "digraph { node [shape=point]\n"
      for node in 0..<300 {
        dot += "\(node) -> \((node * 7 + 1) % 300); \(node) -> \((node * 13 + 5) % 300);\n"
      }
      #expect(try renderer.render(dot + "}", format: .plain).engine == .sfdp)
      #expect(try renderer.render("digraph { a -> b }", format: .plain).engine == .dot)
      let few = "digraph { node [shape=point]; "
      let edges = (0..<44).flatMap { tail in (1...7).map { "\(tail) -> \((tail * $0 + $0) % 44)" } }
      let labelled = edges.enumerated().map { "\($1) [label=\"\($0)\"];" }.joined()
      #expect(try renderer.render(few + labelled + "}", format: .plain).engine == .sfdp)
    }

    @Test func `dot takes every size where there is no sfdp`() {
      let few: [LayoutEngine] = [.circo, .dot]
      #expect(LayoutEngine.automatic(nodeCount: 300, edgeCount: 600, among: few) == .dot)
      #expect(LayoutEngine.automatic(nodeCount: 300, edgeCount: 600, among: few + [.sfdp]) == .sfdp)
      #expect(LayoutEngine.automatic(nodeCount: 3, edgeCount: 6, among: few + [.sfdp]) == .dot)
    }

    @Test func `what Graphviz warns of comes with the image`() throws {
      let image = try renderer.render("digraph { a -> b:nowhere }", format: .svg)
      #expect(image.warnings == ["node b, port nowhere unrecognized"])
      #expect(!image.bytes.isEmpty)
      #expect(try renderer.render("digraph { a -> b }", format: .svg).warnings.isEmpty)
    }

    @Test func `a format is found by a file's extension`() throws {
      #expect(ImageFormat(fileExtension: "png") == .png)
      #expect(ImageFormat(fileExtension: ".SVG") == .svg)
      #expect(ImageFormat(fileExtension: "plain-ext") == "plain-ext")
      #expect(ImageFormat(fileExtension: "xdot1.4") == "xdot1.4")
      for bad in ["", ".", "a/b", "p n g", "png:cairo", "größe", "png.", "\0"] {
        #expect(ImageFormat(fileExtension: bad) == nil)
      }
      #expect(ImageFormat(rawValue: "PNG") == .png)
      #expect(LayoutEngine(rawValue: "DOT") == .dot)
    }

    @Test func `the version is a version`() throws {
      let version = try #require(GraphvizRenderer.version)
      let parts = version.split(separator: ".").prefix(2).compactMap { Int($0.prefix { $0.isNumber }) }
      #expect(parts.count == 2)
      #expect(parts.lexicographicallyPrecedes([2, 42]) == false)
      #expect(GraphvizRenderer.isAvailable)
    }
  }

  /// Width and height in pixels, from a PNG's first chunk.
  struct PNGSize: Equatable {
    let width: Int
    let height: Int

    init?(_ bytes: [UInt8]) {
      let signature: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
      guard bytes.count > 33, bytes.starts(with: signature), bytes[12..<16].elementsEqual("IHDR".utf8) else {
        return nil
      }
      width = bytes[16..<20].reduce(0) { $0 << 8 | Int($1) }
      height = bytes[20..<24].reduce(0) { $0 << 8 | Int($1) }
    }
  }

#endif
