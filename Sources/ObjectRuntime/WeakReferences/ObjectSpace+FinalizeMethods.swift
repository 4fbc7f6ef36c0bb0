extension ObjectSpace {
  /// Makes the class `finalize`, with the class of what it knows of each finalizer.
  ///
  /// - Returns: the class, owned by the caller.
  func makeFinalizerClass(_ globals: ObjectPointer) throws(ObjectError) -> ObjectPointer {
    let info = try makeNativeClass(
      "finalize._Info", slots: ["weakref", "func", "args", "kwargs", "atexit", "index"], module: "weakref",
      globals: globals, methods: [])
    defer { release(info) }
    return try makeNativeClass(
      "finalize", slots: [], module: "weakref", globals: globals, methods: finalizerMethods()
    ) { (namespace) throws(ObjectError) in
      try setOwned(makeDict(), for: weakName(.registry), in: namespace)
      try setValue(falseObject, for: weakName(.shutdown), in: namespace)
      try setValue(falseObject, for: weakName(.dirty), in: namespace)
      try setValue(falseObject, for: weakName(.registeredAtExit), in: namespace)
      try setValue(info, for: weakName(.finalizerInfo), in: namespace)
      for (name, getter, setter) in [("alive", aliveGetter, nil), ("atexit", atExitGetter, atExitSetter)] {
        try setProperty(name, getter, setter, globals, in: namespace)
      }
    }
  }

  private func setProperty(
    _ name: String, _ getter: NativeMethod, _ setter: NativeMethod?, _ globals: ObjectPointer,
    in namespace: ObjectPointer
  ) throws(ObjectError) {
    let get = try makeNativeFunction(getter, in: "finalize", module: "weakref", globals: globals)
    defer { release(get) }
    let set = try setter.map { (setter) throws(ObjectError) in
      try makeNativeFunction(setter, in: "finalize", module: "weakref", globals: globals)
    }
    defer { if let set { release(set) } }
    let key = try makeName(name)
    defer { release(key) }
    try setOwned(makeProperty(getter: get, setter: set, deleter: nil), for: key, in: namespace)
  }

  /// Registers a finalizer: what it calls, and with what, when an object goes.
  func initializeFinalizer(
    _ finalizer: ObjectPointer, object: ObjectPointer, function: ObjectPointer, arguments: [ObjectPointer],
    keywords: ObjectPointer?
  ) throws(ObjectError) {
    let owner = try weakClass(.finalizer)
    if try !isSet(.registeredAtExit, of: finalizer) {
      try setAttribute(weakName(.registeredAtExit), of: owner, to: trueObject)
    }
    let infoClass = try get(.finalizerInfo, of: finalizer)
    defer { release(infoClass) }
    let info = try instantiate(infoClass)
    defer { release(info) }
    try put(.reference, of: info, makeWeakReference(to: object, callback: finalizer))
    try setAttribute(weakName(.function), of: info, to: function)
    try put(.arguments, of: info, makeTuple(arguments))
    try setAttribute(weakName(.keywords), of: info, to: keywords ?? none)
    try setAttribute(weakName(.atExit), of: info, to: trueObject)
    try put(.index, of: info, makeInteger(takeFinalizerIndex()))
    try with(.registry, of: finalizer, .dict) { (registry) throws(ObjectError) in
      try setValue(info, for: finalizer, in: registry)
    }
    try setAttribute(weakName(.dirty), of: owner, to: trueObject)
  }

  private func takeFinalizerIndex() -> Int {
    guard let next = weakModulesMade?.nextFinalizer else { return 0 }
    weakModulesMade?.nextFinalizer += 1
    return next
  }

  private func isSet(_ name: WeakName, of object: ObjectPointer) throws(ObjectError) -> Bool {
    let value = try get(name, of: object)
    defer { release(value) }
    return try isTrue(value)
  }

  /// What is known of a finalizer, owned by the caller; `nil` where it is dead.
  private func information(
    of finalizer: ObjectPointer, taking: Bool = false
  ) throws(ObjectError) -> ObjectPointer? {
    try with(.registry, of: finalizer, .dict) { (registry) throws(ObjectError) in
      if taking { return try takeValue(of: finalizer, from: registry) }
      return try value(of: finalizer, in: registry)?.retained()
    }
  }

  /// Calls a finalizer's function, once.
  func callFinalizerFunction(_ finalizer: ObjectPointer) throws(ObjectError) -> ObjectPointer {
    guard let info = try information(of: finalizer, taking: true) else { return none }
    defer { release(info) }
    if try isSet(.shutdown, of: finalizer) { return none }
    let function = try get(.function, of: info)
    defer { release(function) }
    let keywords = try get(.keywords, of: info)
    defer { release(keywords) }
    return try with(.arguments, of: info, .tuple) { (arguments) throws(ObjectError) in
      guard keywords.plan.body == .dict else { return try call(function, items(of: arguments)) }
      return try withHeldEntries(of: keywords) { (entries) throws(ObjectError) in
        try call(
          function, items(of: arguments), keywords: entries.map { (name: $0.key, value: $0.value) })
      }
    }
  }

  /// The object, function and arguments of a finalizer as a tuple, owned by the caller; `None` where it is dead.
  private func contents(
    of finalizer: ObjectPointer, detaching: Bool
  ) throws(ObjectError) -> ObjectPointer {
    guard let info = try information(of: finalizer) else { return none }
    defer { release(info) }
    let reference = try get(.reference, of: info)
    defer { release(reference) }
    guard let object = liveReferent(reference) else { return none }
    defer { release(object) }
    if detaching {
      guard let taken = try information(of: finalizer, taking: true) else { return none }
      release(taken)
    }
    var parts = [object]
    defer { for part in parts.dropFirst() { release(part) } }
    for name in [WeakName.function, .arguments, .keywords] { parts.append(try get(name, of: info)) }
    if parts[3] == none { parts[3] = try makeDict() }
    return try makeTuple(parts)
  }

  // MARK: At the end of a program

  /// Calls the finalizers that are to run at the end, the newest first; one that is made meanwhile runs next.
  func runFinalizersAtExit() throws(ObjectError) {
    guard weakModulesMade != nil else { return }
    let owner = try weakClass(.finalizer)
    let wasEnabled = state.collector.isEnabled
    state.collector.isEnabled = false
    defer { state.collector.isEnabled = wasEnabled }
    var pending: [ObjectPointer] = []
    var isFirst = true
    defer { for finalizer in pending { release(finalizer) } }
    while true {
      let isDirty = try isSet(.dirty, of: owner)
      if isFirst || isDirty {
        for finalizer in pending { release(finalizer) }
        pending = try finalizersForExit(owner)
        try setAttribute(weakName(.dirty), of: owner, to: falseObject)
      }
      isFirst = false
      guard let finalizer = pending.popLast() else { break }
      do throws(ObjectError) {
        release(try call(finalizer))
      } catch {
        reportUnraisable(error, in: finalizer)
      }
      release(finalizer)
    }
    try setAttribute(weakName(.shutdown), of: owner, to: trueObject)
  }

  /// The finalizers that are to run at the end, the oldest first, owned by the caller.
  private func finalizersForExit(_ owner: ObjectPointer) throws(ObjectError) -> [ObjectPointer] {
    try with(.registry, of: owner, .dict) { (registry) throws(ObjectError) in
      try withHeldEntries(of: registry) { (entries) throws(ObjectError) in
        var found: [(index: Int, finalizer: ObjectPointer)] = []
        for (finalizer, info) in entries where try isSet(.atExit, of: info) {
          let index = try get(.index, of: info)
          defer { release(index) }
          found.append((index.integerValue ?? 0, finalizer))
        }
        return found.sorted { $0.index < $1.index }.map { $0.finalizer.retained() }
      }
    }
  }

  // MARK: Methods

  private var aliveGetter: NativeMethod {
    NativeMethod("alive") { space, arguments throws(ObjectError) in
      let info = try space.information(of: arguments[0])
      if let info { space.release(info) }
      return space.bool(info != nil)
    }
  }

  private var atExitGetter: NativeMethod {
    NativeMethod("atexit") { space, arguments throws(ObjectError) in
      guard let info = try space.information(of: arguments[0]) else { return space.falseObject }
      defer { space.release(info) }
      return try space.get(.atExit, of: info)
    }
  }

  private var atExitSetter: NativeMethod {
    NativeMethod("atexit", ["self", "value"]) { space, arguments throws(ObjectError) in
      guard let info = try space.information(of: arguments[0]) else { return space.none }
      defer { space.release(info) }
      try space.setAttribute(
        space.weakName(.atExit), of: info, to: space.bool(space.isTrue(arguments[1])))
      return space.none
    }
  }

  private func finalizerMethods() -> [NativeMethod] {
    [
      NativeMethod("__init__", []) { space, arguments throws(ObjectError) in
        guard arguments.count >= 3 else {
          let missing = arguments.count == 2 ? "argument: 'func'" : "arguments: 'obj' and 'func'"
          throw ObjectError(
            .typeError,
            "finalize.__init__() missing \(max(3 - arguments.count, 1)) required positional \(missing)")
        }
        try space.initializeFinalizer(
          arguments[0], object: arguments[1], function: arguments[2], arguments: Array(arguments[3...]),
          keywords: nil)
        return space.none
      },
      NativeMethod("__call__", ["self", "_"], defaults: [none]) { space, arguments throws(ObjectError) in
        try space.callFinalizerFunction(arguments[0])
      },
      NativeMethod("detach") { space, arguments throws(ObjectError) in
        try space.contents(of: arguments[0], detaching: true)
      },
      NativeMethod("peek") { space, arguments throws(ObjectError) in
        try space.contents(of: arguments[0], detaching: false)
      },
    ]
  }
}
