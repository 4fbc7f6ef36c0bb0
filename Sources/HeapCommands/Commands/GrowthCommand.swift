import ArgumentParser
import HeapGraph

/// Lists what became more from one heap, or moment of a program, to the next.
struct GrowthCommand: HeapCommand {
  enum Order: String, ExpressibleByArgument, CaseIterable {
    case count, size, peak

    var order: HeapGrowth.Order {
      switch self {
      case .count: .count
      case .size: .size
      case .peak: .peak
      }
    }
  }

  static let configuration = CommandConfiguration(
    commandName: "growth",
    abstract: "List what became more from one heap to the next.",
    usage: "heapgraph growth [<options>] <heap> <heap> ...",
    discussion: """
      The heaps are of one program, from the first moment to the last; or the program itself is named, with the \
      lines at which its heap is compared. With --new, objects are told apart by address, which finds what came \
      even where as much went; that takes two heaps of one process. With a type, it lists its new objects.

      EXAMPLE:
        heapgraph growth before.heap after.heap
        heapgraph growth monday.heap tuesday.heap wednesday.heap --steady
        heapgraph growth before.heap after.heap --new type:Session
        heapgraph growth app.py --at 10 --at 20           # line 10 and line 20
        heapgraph growth app.py --at 10                   # line 10 and the end
        heapgraph growth app.py --at 7 --at 7 --at 7      # three turns of a loop
        heapgraph growth samples/growth.py                # where it says itself
      """)

  @Argument(
    help: ArgumentHelp(
      """
      Two or more .heap or .heap.gz files, one of which may be - for standard input; or a .py program or .ipynb \
      notebook, which is run once.
      """,
      valueName: "heap"),
    completion: .file(extensions: ["heap", "gz", "py", "ipynb"]))
  var heaps: [String]

  @OptionGroup(title: "Where the heap is a program") var program: ProgramMomentOptions

  @OptionGroup var table: TableOptions

  @Option(help: "Which increase to sort by: of objects, of bytes, or of objects over the peak before.")
  var sort = Order.count

  @OptionGroup var scope: ScopeOptions

  @Flag(help: "Show only types that became more from each heap to the next.")
  var steady = false

  @Flag(help: "Show types that became fewer, too.")
  var changes = false

  @Option(
    defaultAsFlag: GrowthCommand.everyType,
    help: ArgumentHelp(
      "Count the objects that the first heap has not at their address, or list those of a type.",
      valueName: "type:name"))
  var new: String?

  // What no selector of a type can be.
  private static let everyType = "all"

  func run(in session: CommandSession) throws -> CommandOutcome {
    let limit = try table.rowLimit()
    let momentCount = max(heaps.count, program.at.count)
    if new != nil, momentCount > 2 {
      throw HeapCommandError.usage(
        "--new compares two heaps, not \(momentCount); name the first and the last")
    }
    let listedType = try new.flatMap { $0 == Self.everyType ? nil : try Self.typeName($0) }
    let snapshots = try HeapSource.open(heaps, moments: program, in: session)
    return new == nil
      ? try showGrowth(snapshots, limit, session)
      : try showNewObjects(snapshots[0], snapshots[snapshots.count - 1], limit, listedType, session)
  }

  private static func typeName(_ text: String) throws -> String {
    guard case .type(let name) = try ObjectSelector(parsing: text) else {
      throw HeapCommandError.usage("--new is '\(text)'; give a type, such as type:Session, or nothing")
    }
    return name
  }

  private func showGrowth(
    _ snapshots: [HeapSnapshot], _ limit: Int?, _ session: CommandSession
  ) throws -> CommandOutcome {
    let growth = HeapGrowth(over: snapshots, naming: table.naming, scope: scope.scope(for: snapshots))
    var entries = changes ? growth.changes(by: sort.order) : growth.increases(limit: nil, by: sort.order)
    if steady { entries.removeAll { !$0.roseSteadily } }
    let shown = Array(entries.prefix(limit ?? .max))
    guard !shown.isEmpty else {
      throw HeapCommandError.nothingFound(changes ? "nothing changed" : "no type became more")
    }
    if table.json {
      try session.writeJSON(shown.map(GrowthRow.init))
    } else {
      try session.write(HeapGrowth.table(of: shown))
      session.noteRest(of: entries.count, shown: shown.count, "type")
    }
    return .found
  }

  private func showNewObjects(
    _ old: HeapSnapshot, _ current: HeapSnapshot, _ limit: Int?, _ listedType: String?,
    _ session: CommandSession
  ) throws -> CommandOutcome {
    let scope = self.scope.scope(for: [old, current])
    let objects = try ProgressBar.during("Comparing", in: session) { report throws(HeapAnalysisError) in
      try NewObjects(
        in: current, since: old, naming: table.naming, scope: scope,
        monitor: AnalysisMonitor(report: report))
    }
    if let listedType {
      let wanted = Set(current.types(named: listedType).map { table.naming.name(of: $0) })
      let found = objects.entries.filter { wanted.contains($0.name) }.flatMap(\.objects)
      guard !found.isEmpty else {
        throw HeapCommandError.nothingFound("there is no new object of type '\(listedType)'")
      }
      try session.write(found, of: current, limit: limit, asJSON: table.json)
      return .found
    }
    let entries = objects.sorted(by: .newCount, limit: nil).filter { !$0.objects.isEmpty }
    let shown = Array(entries.prefix(limit ?? .max))
    guard !shown.isEmpty else { throw HeapCommandError.nothingFound("there is no new object") }
    if table.json {
      try session.writeJSON(shown.map { NewObjectsRow($0, in: current) })
    } else {
      try session.write(NewObjects.table(of: shown))
      session.noteRest(of: entries.count, shown: shown.count, "type")
    }
    return .found
  }
}

/// A type's growth in JSON.
private struct GrowthRow: Encodable {
  var type: String
  var counts: [Int]
  var sizes: [UInt64]
  var increase: Int
  var sizeIncrease: Int
  var increaseOverPeak: Int

  init(_ entry: HeapGrowth.Entry) {
    type = entry.name
    counts = entry.counts
    sizes = entry.shallowSizes.map(\.rawValue)
    increase = entry.increase
    sizeIncrease = entry.sizeIncrease
    increaseOverPeak = entry.increaseOverPeak
  }
}

/// A type's new objects in JSON.
private struct NewObjectsRow: Encodable {
  var type: String
  var old: Int
  var current: Int
  var new: Int
  var increase: Int
  var addresses: [String]

  init(_ entry: NewObjects.Entry, in snapshot: HeapSnapshot) {
    type = entry.name
    old = entry.oldCount
    current = entry.currentCount
    new = entry.objects.count
    increase = entry.increase
    addresses = entry.objects.map { "\(snapshot.address(of: $0))" }
  }
}
