import HeapModel
import ObjectRuntime

extension Machine {
  /// The module `sys`.
  static let sysModule = NativeModule("sys") { (machine, module) throws(ObjectError) in
    let space = machine.space
    try machine.set(sysFunctions, of: module)
    if let table = space.moduleTable { try machine.set("modules", of: module, taking: table.retained()) }
    try machine.set("maxsize", of: module, taking: space.makeInteger(Int.max))
  }

  private static let sysFunctions: [NativeFunction] = [
    NativeFunction("getrefcount", 1) { (machine, arguments) throws(ObjectError) in
      try machine.space.makeInteger(arguments[0].referenceCount)
    },
    NativeFunction("getsizeof", 1...2) { (machine, arguments) throws(ObjectError) in
      try machine.space.makeInteger(machine.space.sizeof(arguments[0]))
    },
    NativeFunction("intern", 1) { (machine, arguments) throws(ObjectError) in
      try machine.space.internString(arguments[0])
    },
  ]
}
