import ObjectRuntime

extension Machine {
  /// The module `gc`.
  static let gcModule = NativeModule("gc") { (machine, module) throws(ObjectError) in
    let space = machine.space
    try machine.set(gcFunctions, of: module)
    try machine.set("garbage", of: module, taking: space.garbageObject.retained())
    for (name, value) in [
      ("DEBUG_STATS", 1), ("DEBUG_COLLECTABLE", 2), ("DEBUG_UNCOLLECTABLE", 4), ("DEBUG_SAVEALL", 32),
      ("DEBUG_LEAK", 38),
    ] { try machine.set(name, of: module, taking: space.makeInteger(value)) }
    let callbacks = try space.makeList([])
    machine.collectorCallbacks = callbacks.retained()
    try machine.set("callbacks", of: module, taking: callbacks)
    space.addCollectorCallback { [unowned machine] event in machine.callBack(event) }
    space.setDiagnosticsHandler { [unowned machine] line in machine.host.write(line + "\n", to: .error) }
  }

  private static let gcFunctions: [NativeFunction] = [
    NativeFunction("enable", 0) { (machine, _) throws(ObjectError) in
      machine.space.isCollectorEnabled = true
      return machine.space.none
    },
    NativeFunction("disable", 0) { (machine, _) throws(ObjectError) in
      machine.space.isCollectorEnabled = false
      return machine.space.none
    },
    NativeFunction("isenabled", 0) { (machine, _) throws(ObjectError) in
      machine.space.bool(machine.space.isCollectorEnabled)
    },
    NativeFunction(
      "collect",
      any: { (machine, arguments) throws(ObjectError) in
        let bound = try arguments.bind(["generation"], function: "collect")
        var generation = 2
        if let given = bound[0] { generation = try machine.integer(given) }
        return try machine.space.makeInteger(machine.space.collect(generation: generation))
      }),
    NativeFunction("get_count", 0) { (machine, _) throws(ObjectError) in
      let counts = machine.space.collectorCounts
      return try machine.makeIntegers([counts.generation0, counts.generation1, counts.generation2])
    },
    NativeFunction("get_threshold", 0) { (machine, _) throws(ObjectError) in
      let thresholds = machine.space.collectorThresholds
      return try machine.makeIntegers([
        thresholds.generation0, thresholds.generation1, thresholds.generation2,
      ])
    },
    NativeFunction("set_threshold", 1...3) { (machine, arguments) throws(ObjectError) in
      var thresholds = machine.space.collectorThresholds
      thresholds.generation0 = try machine.integer(arguments[0])
      if arguments.count > 1 { thresholds.generation1 = try machine.integer(arguments[1]) }
      if arguments.count > 2 { thresholds.generation2 = try machine.integer(arguments[2]) }
      machine.space.collectorThresholds = thresholds
      return machine.space.none
    },
    NativeFunction("get_stats", 0) { (machine, _) throws(ObjectError) in try machine.statistics() },
    NativeFunction("get_debug", 0) { (machine, _) throws(ObjectError) in
      try machine.space.makeInteger(machine.space.collectorDebugOptions.rawValue)
    },
    NativeFunction("set_debug", 1) { (machine, arguments) throws(ObjectError) in
      machine.space.collectorDebugOptions = try CollectorDebugOptions(rawValue: machine.integer(arguments[0]))
      return machine.space.none
    },
    NativeFunction("is_tracked", 1) { (machine, arguments) throws(ObjectError) in
      machine.space.bool(machine.space.isTrackedObject(arguments[0]))
    },
    NativeFunction("is_finalized", 1) { (machine, arguments) throws(ObjectError) in
      machine.space.bool(machine.space.isFinalizedObject(arguments[0]))
    },
    NativeFunction("freeze", 0) { (machine, _) throws(ObjectError) in
      machine.space.freeze()
      return machine.space.none
    },
    NativeFunction("unfreeze", 0) { (machine, _) throws(ObjectError) in
      machine.space.unfreeze()
      return machine.space.none
    },
    NativeFunction("get_freeze_count", 0) { (machine, _) throws(ObjectError) in
      try machine.space.makeInteger(machine.space.frozenCount)
    },
    NativeFunction(
      "get_objects",
      any: { (machine, arguments) throws(ObjectError) in
        let bound = try arguments.bind(["generation"], function: "get_objects")
        guard let given = bound[0], given != machine.space.none else {
          return try machine.space.makeList(machine.space.trackedObjects())
        }
        let generation = try machine.integer(given)
        if generation > 2 {
          throw ObjectError(
            .valueError, "generation parameter must be less than the number of available generations (3)")
        }
        if generation < 0 { throw ObjectError(.valueError, "generation parameter cannot be negative") }
        return try machine.space.makeList(machine.space.trackedObjects(generation: generation))
      }),
    NativeFunction(
      "get_referrers",
      any: { (machine, arguments) throws(ObjectError) in
        try machine.space.makeList(machine.space.referrers(ofAny: Set(arguments.positional)))
      }),
    NativeFunction(
      "get_referents",
      any: { (machine, arguments) throws(ObjectError) in
        try machine.space.makeList(arguments.positional.flatMap { machine.space.referents(of: $0) })
      }),
  ]

  /// The value of an argument that is an integer.
  func integer(_ object: ObjectPointer) throws(ObjectError) -> Int {
    let index = try space.requireIndex(object)
    defer { space.release(index) }
    guard let value = index.integerValue, let small = Int32(exactly: value) else {
      throw ObjectError(.overflowError, "Python int too large to convert to C int")
    }
    return Int(small)
  }

  /// A tuple of integers, owned by the caller.
  func makeIntegers(_ values: [Int]) throws(ObjectError) -> ObjectPointer {
    var items: [ObjectPointer] = []
    defer { for item in items { space.release(item) } }
    for value in values { items.append(try space.makeInteger(value)) }
    return try space.makeTuple(items)
  }

  /// A dict of names and integers, owned by the caller.
  func makeDict(_ entries: [(String, Int)]) throws(ObjectError) -> ObjectPointer {
    let dict = try space.makeDict()
    do throws(ObjectError) {
      for (name, number) in entries {
        let key = try space.makeName(name)
        defer { space.release(key) }
        let value = try space.makeInteger(number)
        defer { space.release(value) }
        try space.setValue(value, for: key, in: dict)
      }
    } catch {
      space.release(dict)
      throw error
    }
    return dict
  }

  private func statistics() throws(ObjectError) -> ObjectPointer {
    let list = try space.makeList([])
    for statistics in space.collectorStatistics {
      try space.append(
        taking: makeDict([
          ("collections", statistics.collections), ("collected", statistics.collected),
          ("uncollectable", statistics.uncollectable),
        ]), to: list)
    }
    return list
  }

  /// Calls what `gc.callbacks` holds.
  private func callBack(_ event: CollectorEvent) {
    guard let collectorCallbacks, collectorCallbacks.itemCount > 0 else { return }
    do throws(ObjectError) {
      let phase = try space.makeName(event.phase.rawValue)
      defer { space.release(phase) }
      let info = try makeDict([
        ("generation", event.generation), ("collected", event.collected),
        ("uncollectable", event.uncollectable),
      ])
      defer { space.release(info) }
      var index = 0
      while index < collectorCallbacks.itemCount {
        guard let callback = space.item(index, of: collectorCallbacks)?.retained() else { break }
        defer { space.release(callback) }
        index += 1
        do throws(ObjectError) {
          space.release(try space.call(callback, [phase, info]))
        } catch {
          tellUnraisable(error, place: space.describe(callback, limit: 4_000))
        }
      }
    } catch {
      tellUnraisable(error, place: "gc.callbacks")
    }
  }
}
