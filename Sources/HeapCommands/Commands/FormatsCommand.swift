import ArgumentParser
import HeapGraph

/// Lists the formats that can be read and written.
struct FormatsCommand: HeapCommand {
  static let configuration = CommandConfiguration(
    commandName: "formats",
    abstract: "List the formats of heaps and pictures, and the layout engines.",
    discussion: """
      EXAMPLE:
        heapgraph formats
        heapgraph formats --json
      """)

  @Flag(help: "Write JSON.")
  var json = false

  func run(in session: CommandSession) throws -> CommandOutcome {
    let formats = FormatList()
    if json {
      try session.writeJSON(formats)
      return .found
    }
    var table = TextTable([.text("What"), .text("Name"), .text("Made by")])
    for name in formats.heaps { table.append(["heap", name, "heapgraph"]) }
    for name in PictureFormat.dotNames { table.append(["picture", name, "heapgraph, as text"]) }
    let graphviz = formats.graphviz.map { "Graphviz \($0)" } ?? "Graphviz"
    for name in formats.pictures where !PictureFormat.dotNames.contains(name) {
      table.append(["picture", name, graphviz])
    }
    for name in formats.layouts { table.append(["layout", name, graphviz]) }
    try session.write(table)
    if !GraphvizRenderer.isAvailable { session.note("\(GraphvizError.unavailable)") }
    return .found
  }
}

private struct FormatList: Encodable {
  var heaps = ["heap", "heap.gz"]
  var pictures: [String]
  var layouts: [String]
  var graphviz: String?

  init() {
    let images = GraphvizRenderer.availableFormats.map(\.rawValue)
    pictures = PictureFormat.dotNames + images.filter { !PictureFormat.dotNames.contains($0) }
    layouts = GraphvizRenderer.availableEngines.map(\.rawValue)
    graphviz = GraphvizRenderer.version
  }
}
