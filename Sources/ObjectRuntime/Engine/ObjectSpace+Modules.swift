extension ObjectSpace {
  /// Makes the table of modules, and in it `builtins` and the main module.
  func makeModules(mainName: String) throws(ObjectError) {
    let table = try makeDict()
    modules = table
    runtimeRoots.append(("sys.modules", table))
    let builtins = try makeModule("builtins")
    builtinsDict = builtins[object: ModuleOffset.attributes]
    try addModule(builtins, named: "builtins")
    let main = try makeModule(mainName)
    mainModule = main
    try addModule(main, named: mainName)
    if let dict = main[object: ModuleOffset.attributes] {
      try setValue(builtins, for: names.builtins, in: dict)
    }
    release(builtins)
    release(main)
    if type(.object)[object: TypeOffset.subclasses] == nil {
      type(.object)[object: TypeOffset.subclasses] = try makeDict()
    }
    try makeExceptionGroup()
    let garbage = try makeList([])
    garbageList = garbage
    runtimeRoots.append(("gc.garbage", garbage))
  }

  /// Makes the one built-in exception class that is a heap type, since it has two bases.
  private func makeExceptionGroup() throws(ObjectError) {
    guard let builtinsDict else { return }
    let name = try makeName("ExceptionGroup")
    defer { release(name) }
    let namespace = try makeDict()
    defer { release(namespace) }
    try setOwned(makeName("builtins"), for: names.module, in: namespace)
    let bases = [exceptionType(.baseExceptionGroup), exceptionType(.exception)]
    try setOwned(makeClass(name: name, bases: bases, namespace: namespace), for: name, in: builtinsDict)
  }

  /// Makes a module with the names that every module has.
  ///
  /// - Returns: the module, owned by the caller.
  package func makeModule(_ name: String) throws(ObjectError) -> ObjectPointer {
    let text = try makeName(name)
    defer { release(text) }
    let dict = try makeDict()
    defer { release(dict) }
    let module = try makeRecord(.module, size: 56, [dict])
    module[object: ModuleOffset.name] = text.retained()
    try fillNew(module) { () throws(ObjectError) in
      try setValue(text, for: names.name, in: dict)
      for key in [names.documentation, names.package, names.loader, names.specification] {
        try setValue(none, for: key, in: dict)
      }
    }
    return module
  }

  /// Lists a module under a name, as `sys.modules` does.
  package func addModule(_ module: ObjectPointer, named name: String) throws(ObjectError) {
    guard let modules else { return }
    let key = try makeName(name)
    defer { release(key) }
    try setValue(module, for: key, in: modules)
  }

  /// The dict of the main module's variables, borrowed.
  package var globalsDict: ObjectPointer? { mainModule?[object: ModuleOffset.attributes] }

  /// The name of a module, where it has one.
  func moduleName(_ module: ObjectPointer) -> String? { module[object: ModuleOffset.name]?.text }

  /// The name of the module that a class made now belongs to, owned by the caller.
  func currentModuleName() -> ObjectPointer {
    guard let globalsDict, let name = value(ofString: names.name, in: globalsDict) else { return none }
    return name.retained()
  }
}
