package import ObjectRuntime

extension Machine {
  /// Lets programs import the modules that the machine has.
  func registerModules() {
    for module in Self.nativeModules { register(module) }
    for module in PythonModule.all { pythonModules[module.name] = module.source }
  }

  static let nativeModules: [NativeModule] = [
    sysModule, gcModule, mathModule, timeModule, typesModule, tracingModule, drawingModule, fnmatchModule,
    collectionsModule, functoolsModule, itertoolsModule,
  ]
}

extension Machine {
  /// Sets a variable of a module that is being filled; the value's reference is taken over.
  package func set(_ name: String, of module: ObjectPointer, taking value: ObjectPointer) throws(ObjectError)
  {
    defer { space.release(value) }
    let key = try space.makeName(name)
    defer { space.release(key) }
    let dict = ObjectPointer(address: module[word: ModuleOffset.attributes])
    try space.setValue(value, for: key, in: dict)
  }

  /// Sets the functions of a module that is being filled.
  package func set(_ functions: [NativeFunction], of module: ObjectPointer) throws(ObjectError) {
    for function in functions {
      try set(function.name, of: module, taking: makeNative(function, module: module))
    }
  }
}
