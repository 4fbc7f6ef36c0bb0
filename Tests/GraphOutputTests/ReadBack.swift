import Foundation
import GraphOutput
import GraphvizRenderer
import ObjectGraph
import Testing

#if canImport(FoundationXML)
  import FoundationXML
#endif

/// What Graphviz makes of a picture's DOT, to be compared with what was meant.
struct ReadBack {
  let graph: ParsedGraph
  let texts: DrawnTexts

  init(_ dot: String) throws {
    graph = try GraphvizRenderer.parse(dot)
    texts = try GraphvizRenderer.drawnTexts(of: dot)
  }

  /// Checks that Graphviz has every node and edge of a picture, each with the texts that were meant.
  func expect(_ picture: GraphPicture, _ comment: Comment? = nil) {
    #expect(graph.warnings.isEmpty, comment)
    #expect(graph.name == picture.name, comment)
    #expect(graph.nodes.count == picture.nodes.count, comment)
    #expect(graph.edges.count == picture.edges.count, comment)
    #expect(Set(graph.nodes.map(\.name)) == Set(picture.nodes.map(\.name)), comment)
    for node in picture.nodes where node.attributes["label"] == nil {
      let (drawn, meant) = (texts.nodes[node.name] ?? [], Self.lines(of: node.label))
      if case .lines = node.label {
        #expect(Self.normalized(drawn) == Self.normalized(meant), comment)
      } else {
        // Graphviz draws neighbours of one font as one text.
        #expect(drawn.joined() == meant.joined(), comment)
      }
    }
    typealias Ends = [String]
    var meant: [Ends: [[String]]] = [:]
    for edge in picture.edges {
      meant[[edge.source, edge.target], default: []].append(
        Self.normalized(edge.label.map(DisplayText.visible)))
    }
    var drawn: [Ends: [[String]]] = [:]
    for (edge, lines) in zip(graph.edges, texts.edges) {
      drawn[[edge.tail, edge.head], default: []].append(Self.normalized(lines))
    }
    #expect(drawn == meant, comment)
    let footer = picture.footer.flatMap { ($0.leading + $0.trailing).map { DisplayText.visible($0.text) } }
    #expect(texts.graph.joined() == footer.joined(), comment)
  }

  private static func lines(of label: PictureLabel) -> [String] {
    switch label {
    case .lines(let lines): lines.map(DisplayText.visible)
    case .rows(let rows): rows.flatMap { ($0.leading + $0.trailing).map { DisplayText.visible($0.text) } }
    case .table(let table): table.texts.map { DisplayText.visible($0.text) }
    }
  }

  /// Without lines in which there is nothing to see: Graphviz draws some of them and some not.
  private static func normalized(_ lines: [String]) -> [String] {
    lines.filter { !$0.allSatisfy { $0 == " " } }
  }

  /// The tooltips of an SVG picture of a DOT text, by the `id` of their node or edge.
  static func tooltips(of dot: String) throws -> [String: String] {
    let svg = String(
      decoding: try GraphvizRenderer().render(dot, format: .svg, engine: .dot).bytes, as: UTF8.self)
    let reader = TooltipReader()
    let parser = XMLParser(data: Data(svg.utf8))
    parser.delegate = reader
    #expect(parser.parse(), "the SVG is no XML: \(parser.parserError.map { "\($0)" } ?? "")")
    return reader.tooltips
  }
}

private final class TooltipReader: NSObject, XMLParserDelegate {
  var tooltips: [String: String] = [:]

  func parser(
    _: XMLParser, didStartElement element: String, namespaceURI _: String?, qualifiedName _: String?,
    attributes: [String: String]
  ) {
    // `<g id="a_NAME"><a xlink:title="…">`: Graphviz wraps the anchor of NAME in a group.
    if element == "g" { group = attributes["id"] ?? "" }
    if element == "a", let title = attributes["xlink:title"], group.hasPrefix("a_") {
      tooltips[String(group.dropFirst(2))] = title
    }
  }

  private var group = ""
}
