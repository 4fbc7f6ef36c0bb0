extension ObjectSpace {
  /// The modules of weak collections, made when they are first asked for.
  ///
  /// What is made then counts as if it had been there from the start: the collector's counts stay as they were.
  func weakModules() throws(ObjectError) -> WeakModules {
    if let weakModulesMade { return weakModulesMade }
    let count = state.collector.counts.0
    let isRequested = state.collector.isRequested
    defer {
      state.collector.counts.0 = count
      state.collector.isRequested = isRequested
    }
    let known = runtimeRoots.count
    do throws(ObjectError) {
      return try makeWeakModules()
    } catch {
      // What was made so far goes, and is made again when it is asked for again.
      weakModulesMade = nil
      while runtimeRoots.count > known { release(runtimeRoots.removeLast().object) }
      throw error
    }
  }

  /// A module of the runtime's own by its name; `nil` where there is none of that name.
  ///
  /// - Returns: the module, owned by the caller.
  func importedModule(_ name: String) throws(ObjectError) -> ObjectPointer? {
    if ["weakref", "_weakref", "_weakrefset"].contains(name) { _ = try weakModules() }
    let key = try makeName(name)
    defer { release(key) }
    guard let modules else { return nil }
    return value(ofString: key, in: modules)?.retained()
  }

  private func makeWeakModules() throws(ObjectError) -> WeakModules {
    let base = try makeModule("_weakref")
    defer { release(base) }
    let setModule = try makeModule("_weakrefset")
    defer { release(setModule) }
    let module = try makeModule("weakref")
    defer { release(module) }
    guard let baseGlobals = base[object: ModuleOffset.attributes],
      let setGlobals = setModule[object: ModuleOffset.attributes],
      let globals = module[object: ModuleOffset.attributes]
    else { throw ObjectError(.systemError, "a module has no dict") }
    let remover = try makeBuiltinFunction(module: base) { space, arguments throws(ObjectError) in
      guard arguments.count == 2, arguments[0].plan.body == .dict else {
        throw ObjectError(.typeError, "_remove_dead_weakref() takes a dict and a key")
      }
      try space.removeDeadEntry(of: arguments[1], from: arguments[0])
      return space.none
    }
    runtimeRoots.append(("_remove_dead_weakref", remover))
    var made = WeakModules(
      names: WeakName.allCases.map { makeStaticString($0.text) }, globals: globals.retained(),
      setGlobals: setGlobals.retained(), deadEntryRemover: remover)
    runtimeRoots.append(("weakref", made.globals))
    runtimeRoots.append(("_weakrefset", made.setGlobals))
    made.valueRemover = try makeRootCode(
      "remove", qualifiedName: "WeakValueDictionary.__init__.<locals>.remove",
      parameters: ["wr", "selfref", "_atomic_removal"], file: "weakref.py"
    ) { space, arguments throws(ObjectError) in
      try space.weakValueWentAway(arguments[0], arguments[1])
    }
    made.keyRemover = try makeRootCode(
      "remove", qualifiedName: "WeakKeyDictionary.__init__.<locals>.remove", parameters: ["k", "selfref"],
      file: "weakref.py"
    ) { space, arguments throws(ObjectError) in
      try space.weakKeyWentAway(arguments[0], arguments[1])
    }
    made.elementRemover = try makeRootCode(
      "_remove", qualifiedName: "WeakSet.__init__.<locals>._remove", parameters: ["item", "selfref"],
      file: "_weakrefset.py"
    ) { space, arguments throws(ObjectError) in
      try space.weakKeyWentAway(arguments[0], arguments[1])
    }
    weakModulesMade = made

    try fillBaseModule(base, baseGlobals, remover)
    try fillSetModule(setGlobals, base: baseGlobals)
    try fillWeakModule(globals, base: baseGlobals, sets: setGlobals)
    try addModule(base, named: "_weakref")
    try addModule(setModule, named: "_weakrefset")
    try addModule(module, named: "weakref")
    return made
  }

  /// Makes code that the runtime's own tables hold.
  private func makeRootCode(
    _ name: String, qualifiedName: String, parameters: [String], file: String, body: @escaping FunctionBody
  ) throws(ObjectError) -> ObjectPointer {
    let code = try makeMethodCode(
      name, qualifiedName: qualifiedName, parameters: parameters, file: file, body: body)
    runtimeRoots.append(("weakref", code))
    return code
  }

  /// What the interpreter itself has: references, proxies, and what can be asked of them.
  private func fillBaseModule(
    _ module: ObjectPointer, _ globals: ObjectPointer, _ remover: ObjectPointer
  ) throws(ObjectError) {
    for (name, type) in [
      ("ref", BuiltinType.weakReference), ("ReferenceType", .weakReference), ("ProxyType", .weakProxy),
      ("CallableProxyType", .callableWeakProxy),
    ] { try setVariable(name, to: self.type(type), in: globals) }
    let functions: [(String, FunctionBody)] = [
      (
        "proxy",
        { space, arguments throws(ObjectError) in
          guard let first = arguments.first, arguments.count <= 2 else {
            throw ObjectError(.typeError, "proxy expected 1 or 2 arguments, got \(arguments.count)")
          }
          return try space.makeWeakReference(
            to: first, callback: arguments.count > 1 ? arguments[1] : nil, kind: .weakProxy)
        }
      ),
      (
        "getweakrefcount",
        { space, arguments throws(ObjectError) in
          try space.makeInteger(arguments.first.map { space.weakReferences(to: $0).count } ?? 0)
        }
      ),
      (
        "getweakrefs",
        { space, arguments throws(ObjectError) in
          try space.makeList(arguments.first.map { space.weakReferences(to: $0) } ?? [])
        }
      ),
    ]
    for (name, body) in functions {
      let function = try makeBuiltinFunction(module: module, body: body)
      defer { release(function) }
      try setVariable(name, to: function, in: globals)
    }
    try setVariable("_remove_dead_weakref", to: remover, in: globals)
  }

  private func fillSetModule(_ globals: ObjectPointer, base: ObjectPointer) throws(ObjectError) {
    try setVariable("ref", to: type(.weakReference), in: globals)
    let guardClass = try makeNativeClass(
      "_IterationGuard", module: "_weakrefset", globals: globals, methods: iterationGuardMethods())
    try setOwnedVariable("_IterationGuard", to: guardClass, in: globals)
    let setClass = try makeNativeClass(
      "WeakSet", module: "_weakrefset", globals: globals, methods: weakSetMethods())
    try setOwnedVariable("WeakSet", to: setClass, in: globals)
  }

  private func fillWeakModule(
    _ globals: ObjectPointer, base: ObjectPointer, sets: ObjectPointer
  ) throws(ObjectError) {
    try update(
      globals, from: base,
      names: [
        "getweakrefcount", "getweakrefs", "ref", "proxy", "CallableProxyType", "ProxyType", "ReferenceType",
        "_remove_dead_weakref",
      ])
    try update(globals, from: sets, names: ["WeakSet", "_IterationGuard"])
    let mapping = try makeAbstractMapping()
    defer { release(mapping) }
    let values = try makeNativeClass(
      "WeakValueDictionary", bases: [mapping], module: "weakref", globals: globals,
      methods: weakValueMethods() + unionMethods(.weakValueDictionary))
    try setOwnedVariable("WeakValueDictionary", to: values, in: globals)
    let keyed = try makeNativeClass(
      "KeyedRef", bases: [type(.weakReference)], slots: ["key"], module: "weakref", globals: globals,
      methods: keyedReferenceMethods())
    try setOwnedVariable("KeyedRef", to: keyed, in: globals)
    let keys = try makeNativeClass(
      "WeakKeyDictionary", bases: [mapping], module: "weakref", globals: globals,
      methods: weakKeyMethods() + unionMethods(.weakKeyDictionary))
    try setOwnedVariable("WeakKeyDictionary", to: keys, in: globals)
    try setOwnedVariable("finalize", to: makeFinalizerClass(globals), in: globals)
    try setOwnedVariable("WeakMethod", to: makeWeakMethodClass(globals), in: globals)
  }

  private func update(
    _ globals: ObjectPointer, from other: ObjectPointer, names: [String]
  ) throws(ObjectError) {
    for name in names {
      let key = try makeName(name)
      defer { release(key) }
      if let value = value(ofString: key, in: other) { try setValue(value, for: key, in: globals) }
    }
  }

  func setVariable(_ name: String, to value: ObjectPointer, in globals: ObjectPointer) throws(ObjectError) {
    let key = try makeName(name)
    defer { release(key) }
    try setValue(value, for: key, in: globals)
  }

  /// Sets a variable of a module and gives the value's reference back.
  func setOwnedVariable(
    _ name: String, to value: ObjectPointer, in globals: ObjectPointer
  ) throws(ObjectError) {
    defer { release(value) }
    try setVariable(name, to: value, in: globals)
  }
}
