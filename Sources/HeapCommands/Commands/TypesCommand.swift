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
    discussion: """
      The size is that of the objects themselves, without what they refer to.

      EXAMPLE:
        heapgraph types app.heap
        heapgraph types app.heap --sort size --limit all --json
      """)

  @OptionGroup var heap: HeapArgument
  @OptionGroup var table: TableOptions

  @Option(help: "What to sort by, the greatest first.")
  var sort = Order.count

  @Flag(help: "Count only what Python's cycle collector tracks, as objgraph does.")
  var tracked = false

  func run(in session: CommandSession) throws -> CommandOutcome {
    let limit = try table.rowLimit()
    let snapshot = try HeapSource.open(heap.name, in: session)
    let statistics = TypeStatistics(
      of: snapshot, naming: table.naming, scope: tracked ? .tracked : .all)
    let entries = statistics.mostCommon(limit: limit, by: sort.order)
    guard !entries.isEmpty else {
      throw HeapCommandError.nothingFound(
        tracked && snapshot.objectCount > 0
          ? "the heap has no tracked objects; leave --tracked out to count all" : "the heap has no objects")
    }
    if table.json {
      try session.writeJSON(entries.map(TypeRow.init))
    } else {
      try session.write(TypeStatistics.table(of: entries))
      session.noteRest(of: statistics.entries.count, shown: entries.count, "type")
    }
    return .found
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
