import HeapGraph

extension ServiceAnswer {
  /// A leaked cycle.
  private struct CycleRow: Encodable {
    var objects: Int
    var heldObjects: Int
    var heldBytes: UInt64
    var way: [ReferenceRow]
    var weaken: [String]
  }

  /// The most cycles that are drawn.
  private static let drawnCycles = 10

  /// The cycles that nothing but themselves keeps alive.
  static func leaks(in heap: HeapSnapshot, limit: Int, budget: Int, _ monitor: AnalysisMonitor)
    throws(ServiceError)
    -> ServiceAnswer
  {
    let report: LeakReport
    do {
      report = try heap.leakedCycles(monitor: monitor)
    } catch {
      throw ServiceError(error)
    }
    guard !report.cycles.isEmpty else {
      return ServiceAnswer(
        title: "Leaks", text: "No cycle of objects is leaked.", json: [CycleRow](),
        graph: try graph(of: [], in: heap, budget))
    }
    let cycles = Array(report.cycles.prefix(limit))
    let count = report.cycles.count == 1 ? "1 leaked cycle" : "\(report.cycles.count) leaked cycles"
    let held = report.cycles.reduce(0) { $0 + $1.heldCount }
    let size = report.cycles.reduce(ByteCount.zero) { $0 + $1.heldSize }
    let verb = report.cycles.count == 1 ? "keeps" : "keep"
    var lines = ["\(count) \(verb) \(held == 1 ? "1 object" : "\(held) objects"), \(size)"]
    for (number, cycle) in cycles.enumerated() {
      lines += ["", "\(number + 1). \(cycle.title)"] + heap.lines(of: cycle).map { "   " + $0 }
    }
    let rest = report.cycles.count - cycles.count
    if rest > 0 { lines += ["", "… \(rest) more, see limit="] }
    return ServiceAnswer(
      title: "Leaks: \(count)", text: lines.joined(separator: "\n"),
      json: cycles.map { cycle in
        CycleRow(
          objects: cycle.objects.count, heldObjects: cycle.heldCount, heldBytes: cycle.heldSize.rawValue,
          way: cycle.way.prefix(100).map { ReferenceRow($0, in: heap) },
          weaken: cycle.remedies.map { heap.name(of: $0) })
      }, graph: try graph(of: Array(cycles.prefix(drawnCycles)), in: heap, budget))
  }

  private static func graph(
    of cycles: [LeakedCycle], in heap: HeapSnapshot, _ budget: Int
  ) throws(ServiceError) -> ReferenceGraph {
    do {
      return try heap.graph(of: cycles) { $0.nodeBudget = budget }
    } catch {
      throw .failed("\(error)")
    }
  }
}
