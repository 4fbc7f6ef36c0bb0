extension ObjectSpace {
  /// Tells how many objects each generation has, as `gc.DEBUG_STATS` does.
  func tellStart(of generation: Int) {
    let counts = (0..<CollectorState.generationCount).map { String(state.collector.head($0).count) }
    let permanent = state.collector.permanent.count
    tellDiagnostics("gc: collecting generation \(generation)...")
    tellDiagnostics("gc: objects in each generation: " + counts.joined(separator: " "))
    tellDiagnostics("gc: objects in permanent generation: \(permanent)")
  }

  /// Tells what a collection has done.
  func tellEnd(_ collected: Int) {
    tellDiagnostics("gc: done, \(collected) unreachable, 0 uncollectable")
  }

  /// Tells each object that is going, as `gc.DEBUG_COLLECTABLE` does.
  func tellCollectable(_ list: CollectorHeader) {
    var header = list.next
    while header != list {
      let object = header.object
      tellDiagnostics(
        "gc: collectable <\(typeName(object.type)) 0x\(String(reportedAddress(of: object), radix: 16))>")
      header = header.next
    }
  }

  private func tellDiagnostics(_ line: String) { standardErrorSink?(line) }
}
