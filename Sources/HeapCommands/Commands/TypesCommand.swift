import ArgumentParser
import HeapGraph

/// Lists the types with the most objects.
struct TypesCommand: HeapCommand {
  enum Order: String, ExpressibleByArgument, CaseIterable {
    case count, size

    var order: TypeStatistics.Order { self == .count ? .count : .size }
  }

  static let configuration = CommandConfiguration(
    commandName: "types",
    abstract: "List the types with the most objects, and the memory they take.",
    usage: "heapgraph types [<options>] <heap>",
    discussion: """
      As objgraph does, it counts what the cycle collector tracks: containers and instances, and not strings \
      and numbers. The size is that of the objects themselves, without what they refer to.

      EXAMPLE:
        heapgraph types app.heap
        heapgraph types app.heap --all --sort size --limit 20
        heapgraph types app.heap --name Session --name app.User --json
      """)

  @OptionGroup var heap: HeapArgument
  @OptionGroup var table: TableOptions

  @Option(help: "What to sort by, the greatest first.")
  var sort = Order.count

  @OptionGroup var scope: ScopeOptions

  @Option(
    help: ArgumentHelp("Show only the types of this name (may be repeated).", valueName: "type"))
  var name: [String] = []

  @Flag(help: "With --name, list the objects, each with its address.")
  var list = false

  func run(in session: CommandSession) throws -> CommandOutcome {
    let limit = try table.rowLimit()
    if list, name.isEmpty {
      throw HeapCommandError.usage("--list needs --name, which says the objects of which types to list")
    }
    let snapshot = try HeapSource.open(heap, in: session)
    // A qualified name tells types apart that share the short one.
    let naming = name.contains { $0.contains(".") } ? .qualified : table.naming
    let scope = self.scope.scope(for: [snapshot])
    if list { return try listObjects(of: snapshot, scope, limit, session) }
    let statistics = TypeStatistics(of: snapshot, naming: naming, scope: scope)
    var entries = statistics.mostCommon(limit: nil, by: sort.order)
    if !name.isEmpty {
      var wanted: Set<String> = []
      for name in name { wanted.formUnion(try Self.names(for: name, in: snapshot, naming: naming)) }
      entries.removeAll { !wanted.contains($0.name) }
    }
    let shown = Array(entries.prefix(limit ?? .max))
    guard !shown.isEmpty else {
      let isEmpty = snapshot.objectCount == 0
      throw isEmpty ? HeapCommandError.nothingFound("the heap has no objects") : Self.noneTracked
    }
    if table.json {
      try session.writeJSON(shown.map(TypeRow.init))
    } else {
      try session.write(TypeStatistics.table(of: shown))
      session.noteRest(of: entries.count, shown: shown.count, "type")
      let leftOut = snapshot.objectCount - statistics.objectCount
      if leftOut > 0, session.output.isTerminal {
        session.note(
          "\(count(leftOut, "object")) that the cycle collector does not track left out; --all counts all")
      }
    }
    return .found
  }

  private static let noneTracked = HeapCommandError.nothingFound(
    "the heap has no tracked objects of that type; count all with --all")

  private func listObjects(
    of snapshot: HeapSnapshot, _ scope: ObjectScope, _ limit: Int?, _ session: CommandSession
  ) throws -> CommandOutcome {
    let lookup = ObjectLookup(snapshot)
    let objects = try name.flatMap { name in
      try lookup.objects(.type(name)).filter { scope.contains($0, in: snapshot) }
    }
    guard !objects.isEmpty else { throw Self.noneTracked }
    try session.write(objects, of: snapshot, limit: limit, asJSON: table.json)
    return .found
  }

  /// How the types that a name means are called in the table.
  private static func names(
    for name: String, in snapshot: HeapSnapshot, naming: TypeNaming
  ) throws(HeapAnalysisError) -> [String] {
    let types = snapshot.types(named: name)
    // The look-up's own words say what comes near.
    if types.isEmpty { _ = try ObjectLookup(snapshot).objects(.type(name)) }
    return types.map { naming.name(of: $0) }
  }
}

/// A type in JSON.
struct TypeRow: Encodable {
  var type: String
  var count: Int
  var size: UInt64

  init(_ entry: TypeStatistics.Entry) {
    type = entry.name
    count = entry.count
    size = entry.shallowSize.rawValue
  }
}
