import ArgumentParser
import HeapGraph

/// Shows why an object is alive.
struct ChainCommand: HeapCommand {
  static let configuration = CommandConfiguration(
    commandName: "chain",
    abstract: "Show the shortest chain of references that keeps an object alive.",
    discussion: """
      The chain begins at a root (a module, a stack frame …) unless --from says where, and ends at the object; \
      with --to it begins at the object. Of several objects that match, the one nearest is taken. With -o, -T \
      or --view it is drawn, too.

      EXAMPLE:
        heapgraph chain app.heap type:Session
        heapgraph chain app.heap @0x7f12a0c3d5e0 --from module -o why.svg
        heapgraph chain app.heap app --to type:Session
      """)

  @OptionGroup var heap: HeapArgument
  @OptionGroup var objects: ObjectArguments

  @Option(
    help: ArgumentHelp(
      "Where the chain begins: root, module, or an object. (default: root)", valueName: "object"))
  var from: String?

  @Option(help: ArgumentHelp("Where a chain that begins at the object ends.", valueName: "object"))
  var to: String?

  @Option(
    name: .shortAndLong, parsing: .unconditional,
    help: ArgumentHelp("The most references in the chain, or 'all'.", valueName: "n"))
  var depth = Limit(nil)

  @Option(
    help: "Which references to follow: strong ones, all, what is usually drawn, or what the collector traces."
  )
  var references = ReferenceChoice.strong

  @Option(
    parsing: .unconditionalSingleValue,
    help: ArgumentHelp("Leave these objects out (may be repeated).", valueName: "object"))
  var ignore: [String] = []

  // Nobody reads a list of a million lines, and a linked list may be as long.
  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("How many objects of a long chain to show, from both ends, or 'all'.", valueName: "n"))
  var limit = Limit(100)

  @Flag(help: "Write JSON, with sizes in bytes.")
  var json = false

  @OptionGroup(title: "The picture") var picture: PictureOptions

  func run(in session: CommandSession) throws -> CommandOutcome {
    let maxDepth = try depth.checked("--depth", least: 0)
    let rowLimit = try limit.checked("--limit", least: 2)
    if from != nil, to != nil {
      throw HeapCommandError.usage("--from and --to exclude each other: the object is the chain's other end")
    }
    if picture.output == "-" {
      throw HeapCommandError.usage("--output is -, where the chain goes as text; name a file for the picture")
    }
    let destination = picture.isAskedFor ? try PictureDestination(picture, in: session) : nil
    let selectors = try objects.names.map { text throws(HeapAnalysisError) in
      try ObjectSelector(parsing: text)
    }
    let snapshot = try HeapSource.open(heap, in: session)
    let lookup = ObjectLookup(snapshot)
    let ends = try heap.explainingNames { try selectors.flatMap { try lookup.objects($0) } }
    var ignored: Set<ObjectIndex> = []
    for name in ignore { ignored.formUnion(try lookup.objects(named: name)) }

    let search = ChainSearch(
      snapshot: snapshot, ends: ends, maxDepth: maxDepth, selection: references.selection, ignored: ignored,
      session: session)
    let chain: ReferenceChain?
    if let to {
      chain = try search.forward(to: .anyOf(Set(try lookup.objects(named: to))))
    } else {
      chain = try search.backward(from: Self.goal(from ?? "root", lookup))
    }
    guard let chain else {
      throw HeapCommandError.nothingFound(
        "no chain of \(references.rawValue) references leads "
          + (to.map { "from there to \($0)" } ?? "there from \(from ?? "a root")")
          + (maxDepth.map { " in \($0) or fewer" } ?? "")
          + (references == .all ? "" : "; try --references all"))
    }
    let excerpt = ChainExcerpt(chain, in: snapshot, limit: rowLimit)
    if json {
      try session.writeJSON(excerpt)
    } else {
      try session.write(excerpt.table(naming: picture.qualified ? .qualified : .short), hasTitles: false)
    }
    if let destination {
      var walk = ReferenceWalk(to == nil ? .backward : .forward)
      walk.selection = references.selection
      try destination.deliver(
        ReferenceGraph(chains: [chain], in: snapshot, walk: walk), named: "chain", in: session)
    }
    return .found
  }

  private static func goal(_ text: String, _ lookup: ObjectLookup) throws -> ChainGoal {
    switch text {
    case "root": .root
    case "module": .importedModule
    default: .anyOf(Set(try lookup.objects(named: text)))
    }
  }
}

/// Looks for a chain, and shows how far it is.
private struct ChainSearch {
  var snapshot: HeapSnapshot
  var ends: [ObjectIndex]
  var maxDepth: Int?
  var selection: ReferenceSelection
  var ignored: Set<ObjectIndex>
  var session: CommandSession

  private var isIgnored: ((ObjectIndex) -> Bool)? {
    ignored.isEmpty ? nil : { ignored.contains($0) }
  }

  func forward(to goal: ChainGoal) throws(HeapAnalysisError) -> ReferenceChain? {
    try ProgressBar.during("Looking for a chain", in: session) { report throws(HeapAnalysisError) in
      try snapshot.shortestChain(
        from: ends, to: goal, selection: selection, maxDepth: maxDepth, ignoring: isIgnored,
        monitor: AnalysisMonitor(report: report))
    }
  }

  func backward(from goal: ChainGoal) throws(HeapAnalysisError) -> ReferenceChain? {
    let backReferences = try ProgressBar.during("Turning references round", in: session) {
      report throws(HeapAnalysisError) in
      try BackReferences(
        of: snapshot, selection: selection, monitor: AnalysisMonitor(report: report))
    }
    return try ProgressBar.during("Looking for a chain", in: session) { report throws(HeapAnalysisError) in
      try backReferences.shortestChain(
        to: ends, from: goal, maxDepth: maxDepth, ignoring: isIgnored,
        monitor: AnalysisMonitor(report: report))
    }
  }
}
