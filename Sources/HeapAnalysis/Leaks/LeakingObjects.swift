public import HeapModel

extension HeapSnapshot {
  /// Finds the objects to which nobody refers though the runtime counts references on them: objgraph's
  /// `get_leaking_objects`.
  ///
  /// Something that the heap does not show holds them: a count that was raised and never lowered, or a
  /// legitimate holder outside, such as a frame or the runtime itself. What is held by a known root can be
  /// left out; objgraph, which knows no roots, leaves it in.
  ///
  /// With the selection `traced` and the scope `tracked` the holders are those that objgraph sees: objects
  /// that the collector looks after, through the references that it reports. What only an untracked tuple or
  /// dictionary holds is then found, too, as it is by objgraph. With `all` and `all` such an object counts as
  /// held. Unlike objgraph, an object whose reference count is known to be 0 is not found, and neither is one
  /// that the capture itself made.
  ///
  /// - Parameters:
  ///   - selection: which references count as holding.
  ///   - scope: among which objects to look, and whose references count.
  ///   - excludesRoots: whether to leave out what a root holds.
  ///   - monitor: is asked whether to go on, and told how far it is.
  /// - Returns: the objects in the order of the snapshot.
  /// - Throws: ``HeapAnalysisError/cancelled``.
  /// - Complexity: O(*n* + *m*) time in objects and references; one bit an object.
  public func leakingObjects(
    selection: ReferenceSelection = .traced, scope: ObjectScope = .tracked, excludesRoots: Bool = false,
    monitor: AnalysisMonitor = .taskCancellation
  ) throws(HeapAnalysisError) -> [ObjectIndex] {
    let rows = ReferenceRows(of: self, selection: selection)
    let offsets = rows.offsets.span
    let targets = rows.neighbours.span
    let followed = rows.followed
    let scopeFlags = scope.flags(in: self)
    let tracked = ObjectFlags.tracked.rawValue
    var held = VisitedObjects(objectCount: objectCount)
    var bits = held.bits
    for source in 0..<objectCount {
      if source & (AnalysisMonitor.stepsBetweenPolls - 1) == 0 {
        try monitor.poll(done: source, of: objectCount)
      }
      if let scopeFlags, scopeFlags[source] & tracked == 0 { continue }
      for position in Int(offsets[source])..<Int(offsets[source + 1]) where followed.contains(position) {
        _ = bits.insert(targets[position])
      }
    }
    if excludesRoots {
      for position in 0..<columns.roots.count { held.insert(columns.roots[position].object) }
    }

    let made = ObjectFlags.madeByCapture.rawValue
    return (0..<objectCount).lazy.filter { position in
      !held.contains(UInt32(position))
        && scopeFlags.map { $0[position] & tracked != 0 } ?? true
        && columns.referenceCounts.map { $0[position] > 0 } ?? true
        && columns.flags.map { $0[position] & made == 0 } ?? true
    }.map { ObjectIndex($0) }
  }
}
