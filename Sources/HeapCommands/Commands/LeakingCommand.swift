import ArgumentParser
import HeapGraph

/// Lists the objects that nobody in the heap refers to.
struct LeakingCommand: HeapCommand {
  static let configuration = CommandConfiguration(
    commandName: "leaking",
    abstract: "List objects that nothing in the heap refers to though they are counted as referred to.",
    usage: "heapgraph leaking [<options>] <heap>",
    discussion: """
      That may be a reference count that was raised and never lowered, as by a faulty extension in C, or a \
      rightful holder that the heap does not show. As objgraph does, it looks among the objects that the cycle \
      collector tracks. With -o, -T or --view the first of them are drawn with what they refer to.

      EXAMPLE:
        heapgraph leaking app.heap
        heapgraph leaking app.heap --no-roots --list
        heapgraph leaking app.heap -o leaking.svg
      """)

  @OptionGroup var heap: HeapArgument
  @OptionGroup var table: TableOptions

  @Flag(help: "Leave out what is held from outside the heap by a known root.")
  var noRoots = false

  @Flag(help: "Look among all objects, and count every reference as holding.")
  var all = false

  @Flag(help: "List the objects and not their types.")
  var list = false

  @OptionGroup(title: "The picture") var picture: LeakingPicture

  func run(in session: CommandSession) throws -> CommandOutcome {
    let limit = try table.rowLimit()
    let destination = try picture.destination(qualified: table.qualified, in: session)
    let snapshot = try HeapSource.open(heap, in: session)
    let objects = try ProgressBar.during("Looking for holders", in: session) {
      report throws(HeapAnalysisError) in
      try snapshot.leakingObjects(
        selection: all ? .all : .traced, scope: all ? .all : .tracked, excludesRoots: noRoots,
        monitor: AnalysisMonitor(report: report))
    }
    guard !objects.isEmpty else {
      throw HeapCommandError.nothingFound("every object has a holder in the heap")
    }
    if list {
      try session.write(objects, of: snapshot, limit: limit, asJSON: table.json)
    } else {
      let statistics = TypeStatistics(of: objects, in: snapshot, naming: table.naming)
      let entries = statistics.mostCommon(limit: limit)
      if table.json {
        try session.writeJSON(entries.map(TypeRow.init))
      } else {
        try session.write(TypeStatistics.table(of: entries))
        session.noteRest(of: statistics.entries.count, shown: entries.count, "type")
      }
    }
    if let destination {
      let graph = try ReferenceWalk(.forward).graph(from: objects.prefix(limit ?? .max), in: snapshot)
      try destination.deliver(graph, named: "leaking", in: session)
    }
    return .found
  }
}

/// Where a picture goes that a table comes with.
struct LeakingPicture: ParsableArguments {
  @Option(
    name: .shortAndLong,
    help: ArgumentHelp("Write a picture to this file, in the format of its extension.", valueName: "file"),
    completion: .file())
  var output: String?

  @Option(
    name: [.customShort("T"), .long],
    help: ArgumentHelp(
      "The format: dot, svg, png, pdf …; 'heapgraph formats' lists all.", valueName: "format"))
  var format: String?

  @Flag(help: "Open the picture in a viewer.")
  var view = false

  /// Where the picture goes, `nil` where none is asked for.
  func destination(
    qualified: Bool, in session: CommandSession
  ) throws(HeapCommandError) -> PictureDestination? {
    guard output != nil || format != nil || view else { return nil }
    if output == HeapSource.standardInput {
      throw .usage("--output is -, where the table goes; name a file for the picture")
    }
    var style = GraphStyle.modern
    style.showsQualifiedNames = qualified
    return try PictureDestination(
      output: output, format: format, layout: nil, style: style, opens: view, isQuiet: false, in: session)
  }
}
