import ArgumentParser
import HeapGraph

/// Where a picture goes and how it looks.
struct PictureOptions: ParsableArguments {
  @Option(
    name: .shortAndLong,
    help: ArgumentHelp(
      "Write the picture to this file, in the format of its extension; - is standard output.",
      valueName: "file"),
    completion: .file())
  var output: String?

  @Option(
    name: [.customShort("T"), .long],
    help: ArgumentHelp(
      "The format: dot, svg, png, pdf …; 'heapgraph formats' lists all.", valueName: "format"))
  var format: String?

  @Option(
    help: ArgumentHelp(
      "Graphviz's layout engine; by itself dot, or sfdp where dot would take too long.", valueName: "engine"))
  var layout: String?

  @Flag(help: "Open the picture in a viewer.")
  var view = false

  @Option(help: "The look: made to be read, or objgraph's.")
  var style = GraphStyle.Look.modern

  @Option(help: "What the modern look stands on.")
  var theme = GraphStyle.Theme.adaptive

  @Option(help: ArgumentHelp("Which way references lead.", valueName: "way"))
  var direction: Direction?

  @Flag(help: "Name types with the modules that they come from.")
  var qualified = false

  @Flag(help: "Show reference counts.")
  var refcounts = false

  @Flag(help: "Explain colours and lines below the picture.")
  var legend = false

  @Flag(name: .shortAndLong, help: "Say nothing where all went well.")
  var quiet = false

  /// Whether any option asks for a picture, where a command can do without.
  var isAskedFor: Bool { output != nil || format != nil || view }

  /// How the picture looks.
  var graphStyle: GraphStyle {
    var graphStyle = GraphStyle(style)
    graphStyle.theme = theme
    graphStyle.showsQualifiedNames = qualified
    graphStyle.showsReferenceCounts = refcounts
    graphStyle.showsLegend = legend
    graphStyle.rankDirection = direction?.rankDirection
    return graphStyle
  }
}
