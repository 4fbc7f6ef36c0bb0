public import HeapModel

extension ObjectSpace {
  /// The whole heap at this moment: every object that the collector looks after, that a handle, module or table of the
  /// runtime holds, and everything reachable from there.
  ///
  /// The same program gives the same snapshot, byte by byte.
  ///
  /// - Parameter textLimit: the most characters of an object's text.
  /// - Returns: the snapshot; the space may change and go afterwards.
  /// - Throws: ``ObjectError`` of kind `referenceError` where the space is closed, `memoryError` where the heap has more
  ///   objects or references than a snapshot can number.
  /// - Complexity: O(*n* + *m*) in objects and references.
  public func snapshot(textLimit: Int = 80) throws(ObjectError) -> HeapSnapshot {
    try snapshotWithObjects(textLimit: textLimit).snapshot
  }

  /// The whole heap at this moment, and its objects in the order of their numbers, borrowed.
  ///
  /// - Throws: as ``snapshot(textLimit:)``.
  package func snapshotWithObjects(
    textLimit: Int = 80
  ) throws(ObjectError) -> (snapshot: HeapSnapshot, objects: [ObjectPointer]) {
    try checkOpen()
    // Each object has a block of its own or lies in the static memory.
    let capacity = state.allocator.usedBlockCount + state.staticMemory.extents.reduce(0) { $0 + $1.size / 32 }
    var writer = SnapshotWriter(self, textLimit: textLimit, capacity: capacity)
    writer.numberTracked()
    for object in handles.held { _ = writer.number(of: object) }
    for root in runtimeRoots { _ = writer.number(of: root.object) }
    for variable in callVariables { _ = writer.number(of: variable.object) }
    writer.writeAll()
    writer.completeGenerations()
    let objects = (0..<writer.queue.count).map { writer.queue[$0] }
    return (try finish(writer, isPartial: false), objects)
  }

  /// Only what is reachable from some objects at this moment.
  ///
  /// - Parameters:
  ///   - objects: where to begin.
  ///   - textLimit: the most characters of an object's text.
  /// - Returns: the snapshot, which says that it is partial; the objects are its roots.
  /// - Throws: as ``snapshot(textLimit:)``.
  public func snapshot(
    reachableFrom objects: [ObjectHandle], textLimit: Int = 80
  ) throws(ObjectError) -> HeapSnapshot {
    try checkOpen()
    var writer = SnapshotWriter(self, textLimit: textLimit, capacity: 1 << 10)
    for object in try pointers(objects) { _ = writer.number(of: object) }
    writer.writeAll()
    writer.findGenerations()
    return try finish(writer, isPartial: true)
  }

  private func finish(
    _ writer: consuming SnapshotWriter, isPartial: Bool
  ) throws(ObjectError) -> HeapSnapshot {
    guard writer.queue.count < Int(UInt32.max), writer.targets.count < Int(UInt32.max) else {
      throw ObjectError(.memoryError, "the heap has more objects or references than a snapshot can number")
    }
    let roots = writer.roots()
    let metadata = [
      (HeapMetadata.Key.runtime, "heapgraph"), (HeapMetadata.Key.runtimeVersion, "3.13"),
      (HeapMetadata.Key.producer, "HeapGraph ObjectRuntime"),
      (HeapMetadata.Key.globalsModule, mainModule.flatMap { moduleName($0) } ?? ""),
    ].map { MetadataRecord(key: writer.strings.number(of: $0.0), value: writer.strings.number(of: $0.1)) }
    writer.markImportedModules()
    let columns = writer.columns(roots: roots, metadata: metadata, isPartial: isPartial)
    do throws(HeapModelError) {
      try columns.checkAll()
    } catch {
      throw ObjectError(.systemError, "the snapshot is damaged: \(error)")
    }
    return HeapSnapshot(checked: columns)
  }
}
