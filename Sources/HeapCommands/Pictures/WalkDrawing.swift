import HeapGraph

/// What `refs` and `backrefs` share: walk from the objects that were named, and draw what was found.
struct WalkDrawing {
  var direction: ReferenceWalk.Direction
  var heap: HeapArgument
  var objects: [String]
  var walk: WalkOptions
  var picture: PictureOptions

  func run(named name: String, in session: CommandSession) throws -> CommandOutcome {
    var walk = try self.walk.walk(direction)
    let destination = try PictureDestination(picture, in: session)
    let selectors = try objects.map { text throws(HeapAnalysisError) in try ObjectSelector(parsing: text) }
    let snapshot = try HeapSource.open(heap, in: session)
    let lookup = ObjectLookup(snapshot)
    let starts = try heap.explainingNames {
      try lookup.starts(selectors, limit: self.walk.limit.value, in: session)
    }
    try self.walk.complete(&walk, lookup, session)

    var backReferences: BackReferences?
    if direction == .backward {
      let selection = walk.selection
      backReferences = try ProgressBar.during("Turning references round", in: session) {
        report throws(HeapAnalysisError) in
        try BackReferences(
          of: snapshot, selection: selection, monitor: AnalysisMonitor(report: report))
      }
    }
    let graph = try walk.graph(from: starts, in: snapshot, backReferences: backReferences)
    if graph.edges.isEmpty, walk.maximumDepth > 0, walk.maximumReferences > 0 {
      session.note(
        direction == .forward ? "nothing is referred to from there" : "nothing in the heap refers to it")
    }
    try destination.deliver(graph, named: name, in: session)
    return .found
  }
}

extension ObjectLookup {
  /// The objects that selectors name, each once, and at most so many; says where it leaves some out.
  func starts(
    _ selectors: [ObjectSelector], limit: Int?, in session: CommandSession
  ) throws(HeapAnalysisError) -> [ObjectIndex] {
    var starts: [ObjectIndex] = []
    var seen: Set<ObjectIndex> = []
    for selector in selectors {
      let objects = try self.objects(selector).filter { !seen.contains($0) }
      let room = limit.map { max($0 - starts.count, 0) } ?? objects.count
      if objects.count > room {
        session.note(
          "\(selector) matches \(count(objects.count, "object")); taking the first \(room), see --limit")
      }
      starts += objects.prefix(room)
      seen.formUnion(starts)
    }
    return starts
  }
}
