extension ObjectSpace {
  /// Leaves the collector as the start of an interpreter does, when all is there that a program finds: it has been
  /// through the youngest generation three times, and all that survived is in the middle one.
  package func beginProgram() {
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

  /// Ends the program that ran in this space, as the end of an interpreter: runs the finalizers that wait for it, lets
  /// the variables of all modules go, and collects, so that finalizers of what only modules held are called.
  ///
  /// The space stays usable: its modules are there, and empty.
  ///
  /// - Throws: ``ObjectError`` of kind `referenceError` where the space is closed, and `memoryError`.
  /// - Complexity: O(*n* + *m*) in all objects and their references.
  public func endProgram() throws(ObjectError) {
    try runFinalizers()
    try step { () throws(ObjectError) in
      _ = collectGeneration(2)
      guard let modules else { return }
      let kept = ["builtins", "weakref", "_weakref", "_weakrefset"]
      try forEachHeldEntry(of: modules) { (key, module) throws(ObjectError) in
        guard module.type == type(.module), isSubtype(key.type, type(.string)), !kept.contains(key.text)
        else { return }
        try emptyModule(module)
      }
      _ = collectGeneration(2)
    }
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
}
