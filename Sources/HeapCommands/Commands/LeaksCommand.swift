import ArgumentParser
import HeapGraph

/// Lists the objects that keep each other alive though nothing else does.
struct LeaksCommand: HeapCommand {
  static let configuration = CommandConfiguration(
    commandName: "leaks",
    abstract: "Find cycles of objects that nothing but themselves keeps alive.",
    usage: "heapgraph leaks [<options>] <heap>",
    discussion: """
      For heaps whose objects count their strong references, as Swift's do: there such a cycle is never freed. Each \
      is told with the shortest way round it, what it keeps in memory, and the variable that would best be weak. \
      The exit status is 1 where nothing leaks.

      EXAMPLE:
        heapgraph leaks app.heap
        heapgraph leaks app.heap -o leaks.svg
        heapgraph leaks app.heap --json
      """)

  @OptionGroup var heap: HeapArgument
  @Option(name: .shortAndLong, help: ArgumentHelp("How many cycles to tell; 0 for all.", valueName: "count"))
  var limit = 10

  @Flag(help: "Write JSON.")
  var json = false

  @OptionGroup(title: "The picture") var picture: LeakingPicture

  mutating func validate() throws {
    if limit < 0 { throw ValidationError("--limit is \(limit); give a number from 0 on") }
  }

  func run(in session: CommandSession) throws -> CommandOutcome {
    let destination = try picture.destination(qualified: false, in: session)
    let snapshot = try HeapSource.open(heap, in: session)
    let report = try ProgressBar.during("Looking for cycles", in: session) {
      report throws(HeapAnalysisError) in
      try snapshot.leakedCycles(monitor: AnalysisMonitor(report: report))
    }
    let cycles = Array(limit == 0 ? report.cycles[...] : report.cycles.prefix(limit))
    if json {
      try session.writeJSON(cycles.map { CycleRow($0, in: snapshot) })
    } else {
      for (number, cycle) in cycles.enumerated() {
        try session.output.writeLine((number > 0 ? "\n" : "") + "\(number + 1). \(cycle.title)")
        for line in snapshot.lines(of: cycle) { try session.output.writeLine("   " + line) }
      }
    }
    guard !report.cycles.isEmpty else {
      throw HeapCommandError.nothingFound("no object is kept alive by a cycle alone")
    }
    session.noteRest(of: report.cycles.count, shown: cycles.count, "cycle")
    if let destination {
      try destination.deliver(try snapshot.graph(of: cycles), named: "leaks", in: session)
    }
    return .found
  }
}

/// A cycle in JSON.
private struct CycleRow: Encodable {
  struct Step: Encodable {
    var address: String
    var type: String
    var label: String?
  }

  var objects: Int
  var heldObjects: Int
  var heldBytes: UInt64
  var way: [Step]
  var weaken: [String]

  init(_ cycle: LeakedCycle, in snapshot: HeapSnapshot) {
    objects = cycle.objects.count
    heldObjects = cycle.heldCount
    heldBytes = UInt64(cycle.heldSize.rawValue)
    way = cycle.way.map { reference in
      Step(
        address: "\(snapshot.address(of: reference.source))", type: snapshot.type(of: reference.source).name,
        label: snapshot.labelText(of: reference))
    }
    weaken = cycle.remedies.map { snapshot.name(of: $0) }
  }
}
