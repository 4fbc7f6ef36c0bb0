extension ObjectSpace {
  /// The objects that the collector looks after, borrowed, youngest generation first.
  ///
  /// - Parameter generation: 0 to 2; all three where `nil`.
  /// - Complexity: O(*n*) in them.
  package func trackedObjects(generation: Int? = nil) -> [ObjectPointer] {
    var found: [ObjectPointer] = []
    for number in generation.map({ $0...$0 }) ?? 0...2 {
      forEachObject(in: state.collector.head(number)) { found.append($0) }
    }
    return found
  }

  /// The tracked objects that refer to any of some, borrowed, as `gc.get_referrers`.
  ///
  /// - Complexity: O(*n* + *m*) in the tracked objects and their references.
  package func referrers(ofAny targets: Set<ObjectPointer>) -> [ObjectPointer] {
    trackedObjects().filter { candidate in
      var refers = false
      forEachTraced(candidate) { if targets.contains($0) { refers = true } }
      return refers
    }
  }

  /// The list of objects that the collector gave up on, borrowed.
  package var garbageObject: ObjectPointer { garbageList ?? none }

  /// Whether the collector looks after an object.
  package func isTrackedObject(_ object: ObjectPointer) -> Bool { object.isTracked }

  /// Whether an object's finalizer was called.
  package func isFinalizedObject(_ object: ObjectPointer) -> Bool { object.isFinalized }

  /// Where an object was made, where that was recorded.
  package func allocationTraceback(ofObject object: ObjectPointer) -> AllocationTraceback? {
    let before = object.isCollectable ? object.type.instancePlan.preHeaderSize : 0
    return tracer?.traceback(ofBlockAt: object.address - UInt(before))
  }

  /// A module of the runtime's own by its name, owned by the caller; `nil` where there is none of that name.
  package func ownModule(_ name: String) throws(ObjectError) -> ObjectPointer? { try importedModule(name) }
}
