extension ObjectSpace {
  /// Leaves the collector as the start of an interpreter does, when all is there that a program finds: it has been
  /// through the youngest generation three times, and all that survived is in the middle one.
  package func beginProgram() throws(ObjectError) {
    if builtinsCopy == nil, let builtinsDict {
      let copy = try copyDict(builtinsDict)
      builtinsCopy = copy
      runtimeRoots.append(("builtins as they were", copy))
    }
    // Calls before the program leave tuples for those that it makes.
    for count in 1...Self.tuplesAtStart {
      release(try makeTuple([ObjectPointer](repeating: none, count: count)))
    }
    let middle = state.collector.head(1)
    middle.takeAll(of: state.collector.head(2))
    middle.takeAll(of: state.collector.head(0))
    state.collector.counts = (0, Self.collectionsAtStart, 0)
    state.collector.statistics[0].collections = Self.collectionsAtStart
    state.collector.statistics[0].collected = Self.collectedAtStart
    beginStartNames()
  }

  private static var collectionsAtStart: Int { 3 }
  private static var collectedAtStart: Int { 24 }
  /// Up to which size tuples wait in the free lists.
  private static var tuplesAtStart: Int { 4 }

  /// What is gone when a program ends.
  package enum EndStage {
    /// No module is listed any more, and their variables go.
    case modules
    /// The variables of `sys` go, and with them what a program prints to.
    case system
  }

  /// Ends the program that ran in this space, as the end of an interpreter: runs the finalizers that wait for it, lets
  /// the variables of all modules go, and collects, so that finalizers of what only modules held are called.
  ///
  /// The space stays usable: its modules are there, and empty.
  ///
  /// - Throws: ``ObjectError`` of kind `referenceError` where the space is closed, and `memoryError`.
  /// - Complexity: O(*n* + *m*) in all objects and their references.
  public func endProgram() throws(ObjectError) { try endProgram { _ in } }

  /// - Parameter reach: is called at each stage of the end, before what goes then.
  package func endProgram(_ reach: (EndStage) -> Void) throws(ObjectError) {
    try runFinalizers()
    try step { () throws(ObjectError) in
      if state.collector.isEnabled { _ = collectGeneration(2) }
      guard let modules else { return }
      let left = try dropModules(modules)
      defer {
        for module in left {
          release(module.name)
          release(module.reference)
        }
      }
      try restoreBuiltins()
      reach(.modules)
      _ = collectGeneration(2)
      // Those imported last go first.
      for module in left.reversed() {
        guard let module = weakReferent(module.reference)?.retained() else { continue }
        defer { release(module) }
        if let dict = module[object: ModuleOffset.attributes] { try clearVariables(dict) }
      }
      reach(.system)
      if let system = try module(named: "sys") { try emptyModule(system) }
      _ = collectGeneration(2)
      try listAgain(left)
    }
  }

  /// A module that somebody holds besides the table of modules: its name, and a weak reference to it.
  private struct LeftModule {
    var name: ObjectPointer
    var reference: ObjectPointer
    var isMain: Bool
  }

  /// Takes the modules out of the table of modules: those that nobody else holds lose their variables.
  ///
  /// - Returns: the others, whose words the caller owns.
  private func dropModules(_ modules: ObjectPointer) throws(ObjectError) -> [LeftModule] {
    let kept = ["builtins", "sys", "weakref", "_weakref", "_weakrefset"]
    var left: [LeftModule] = []
    for (key, module) in entries(of: modules).map({ ($0.key.retained(), $0.value.retained()) }) {
      defer {
        release(key)
        release(module)
      }
      guard module.type == type(.module), isSubtype(key.type, type(.string)), !kept.contains(key.text)
      else { continue }
      // The table and this loop hold it.
      if module.referenceCount <= 2 {
        try emptyModule(module)
      } else {
        let reference = try makeWeakReference(to: module)
        left.append(LeftModule(name: key.retained(), reference: reference, isMain: module == mainModule))
        try setValue(none, for: key, in: modules)
      }
    }
    return left
  }

  /// Gives a module a new dict; the old one goes, or is left to the collector where functions hold it.
  private func emptyModule(_ module: ObjectPointer) throws(ObjectError) {
    let fresh = try makeDict()
    let name = module[object: ModuleOffset.name] ?? none
    do throws(ObjectError) {
      try setValue(name, for: names.name, in: fresh)
    } catch {
      release(fresh)
      throw error
    }
    let old = module[object: ModuleOffset.attributes]
    module[object: ModuleOffset.attributes] = fresh
    if let old { release(old) }
  }

  /// Makes `builtins` what it was when the program began.
  private func restoreBuiltins() throws(ObjectError) {
    guard let builtinsCopy, let builtinsDict else { return }
    let changed = try copyDict(builtinsDict)
    defer { release(changed) }
    clearDict(builtinsDict)
    try update(builtinsDict, from: builtinsCopy)
  }

  /// Sets the variables of a module that is still held to `None`: first those whose names begin with one underscore,
  /// then all but `__builtins__`.
  private func clearVariables(_ dict: ObjectPointer) throws(ObjectError) {
    func clear(where isChosen: (String) -> Bool) throws(ObjectError) {
      var index = 0
      // What goes may change the dict.
      while index < KeyTable(Block(address: dict[word: DictOffset.keys])).entryCount {
        let table = KeyTable(Block(address: dict[word: DictOffset.keys]))
        defer { index += 1 }
        guard let key = table.key(index), let value = table.value(index), value != none,
          key.type == type(.string), isChosen(key.text)
        else { continue }
        key.retain()
        defer { release(key) }
        try setValue(none, for: key, in: dict)
      }
    }
    try clear { $0.hasPrefix("_") && !$0.hasPrefix("__") }
    try clear { $0 != "__builtins__" }
  }

  /// Lists the modules again that were taken out of the table, or new ones in the place of those that are gone.
  private func listAgain(_ left: [LeftModule]) throws(ObjectError) {
    for entry in left {
      let known = weakReferent(entry.reference)?.retained()
      let module: ObjectPointer
      if let known { module = known } else { module = try makeModule(entry.name.text) }
      defer { release(module) }
      try addModule(module, named: entry.name.text)
      if entry.isMain { mainModule = module }
    }
  }
}
