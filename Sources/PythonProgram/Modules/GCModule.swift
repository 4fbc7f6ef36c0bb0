import ObjectRuntime

extension Machine {
  /// The module `gc`.
  static let gcModule = NativeModule("gc") { (machine, module) throws(ObjectError) in
    try machine.set(gcFunctions, of: module)
  }

  private static let gcFunctions: [NativeFunction] = [
    NativeFunction("collect", 0...1) { (machine, arguments) throws(ObjectError) in
      try machine.space.makeInteger(machine.space.collect(generation: 2))
    },
  ]
}
