import HeapModel
import ObjectRuntime

extension Machine {
  /// The module `sys`.
  static let sysModule = NativeModule("sys") { (machine, module) throws(ObjectError) in
    let space = machine.space
    try machine.set(sysFunctions, of: module)
    if let table = space.moduleTable { try machine.set("modules", of: module, taking: table.retained()) }
    try machine.set("maxsize", of: module, taking: space.makeInteger(Int.max))
    try machine.set("version", of: module, taking: space.makeString("3.13.0 (heapgraph)"))
    try machine.set("platform", of: module, taking: space.makeString("linux"))
    try machine.set("byteorder", of: module, taking: space.makeString("little"))
    try machine.set("version_info", of: module, taking: machine.makeVersion())
    try machine.set("float_info", of: module, taking: machine.makeFloatLimits())
    try machine.set("maxunicode", of: module, taking: space.makeInteger(0x10FFFF))
    let implementation = try space.makeModule("implementation")
    try machine.set("name", of: implementation, taking: space.makeString("cpython"))
    try machine.set("implementation", of: module, taking: implementation)
    let arguments = try space.makeList([])
    for argument in machine.programArguments {
      try space.append(taking: space.makeString(argument), to: arguments)
    }
    try machine.set("argv", of: module, taking: arguments)
    machine.standardOutput = try machine.setStream("stdout", .output, of: module)
    machine.standardError = try machine.setStream("stderr", .error, of: module)
  }

  private static let sysFunctions: [NativeFunction] = [
    NativeFunction("getrefcount", 1) { (machine, arguments) throws(ObjectError) in
      try machine.space.makeInteger(arguments[0].referenceCount)
    },
    NativeFunction(
      "getsizeof",
      any: { (machine, arguments) throws(ObjectError) in
        let bound = try arguments.bind(["object", "default"], required: 1, function: "getsizeof")
        do throws(ObjectError) {
          return try machine.space.makeInteger(machine.size(of: bound[0] ?? machine.space.none))
        } catch {
          guard error.kind == .typeError, let standard = bound[1] else { throw error }
          return standard.retained()
        }
      }),
    NativeFunction("intern", 1) { (machine, arguments) throws(ObjectError) in
      try machine.space.internString(arguments[0])
    },
    NativeFunction("exc_info", 0) { (machine, _) throws(ObjectError) in
      let space = machine.space
      guard let exception = machine.handledException else {
        return try space.makeTuple([space.none, space.none, space.none])
      }
      let traceback = exception[object: ExceptionOffset.traceback] ?? space.none
      return try space.makeTuple([exception.type, exception, traceback])
    },
    NativeFunction("exception", 0) { (machine, _) throws(ObjectError) in
      (machine.handledException ?? machine.space.none).retained()
    },
    NativeFunction("getrecursionlimit", 0) { (machine, _) throws(ObjectError) in
      try machine.space.makeInteger(machine.recursionLimit)
    },
    NativeFunction("setrecursionlimit", 1) { (machine, arguments) throws(ObjectError) in
      let index = try machine.space.requireIndex(arguments[0])
      defer { machine.space.release(index) }
      let limit = index.integerValue ?? 0
      guard limit >= 1 else {
        throw ObjectError(.valueError, "recursion limit must be greater or equal than 1")
      }
      machine.recursionLimit = min(limit, 1_000_000)
      return machine.space.none
    },
    NativeFunction("exit", 0...1) { (machine, arguments) throws(ObjectError) in
      let space = machine.space
      let exception = try space.makeException(space.exceptionType(.systemExit), arguments.positional)
      throw space.error(raising: exception)
    },
    NativeFunction("getallocatedblocks", 0) { (machine, _) throws(ObjectError) in
      try machine.space.makeInteger(machine.space.trackedObjects().count)
    },
    NativeFunction("_getframe", 0...1) { (machine, arguments) throws(ObjectError) in
      var depth = arguments.count > 0 ? arguments[0].integerValue ?? 0 : 0
      var frame = machine.state[block: StateOffset.frame]
      while depth > 0, let next = frame {
        frame = next[block: FrameDataOffset.previous]
        depth -= 1
      }
      guard let frame else { throw ObjectError(.valueError, "call stack is not deep enough") }
      return try machine.frameObject(of: frame).retained()
    },
  ]

  /// How deep calls may nest.
  var recursionLimit: Int {
    get { state[integer: StateOffset.depthLimit] }
    set { state[integer: StateOffset.depthLimit] = newValue }
  }

  /// The bytes of an object, as its class's `__sizeof__` or the runtime tells them.
  func size(of object: ObjectPointer) throws(ObjectError) -> Int {
    guard space.isHeapType(object.type), let method = try ownSizeMethod(of: object) else {
      return space.sizeof(object)
    }
    defer { space.release(method) }
    let result = try space.call(method)
    defer { space.release(result) }
    guard space.isSubtype(result.type, space.type(.int)) else {
      throw ObjectError(.typeError, "an integer is required")
    }
    guard let size = result.integerValue, size >= 0 else {
      throw ObjectError(.valueError, "__sizeof__() should return >= 0")
    }
    // What lies before an object counts too.
    return size + 16 + (space.hasManagedWords(object) ? 16 : 0)
  }

  private func ownSizeMethod(of object: ObjectPointer) throws(ObjectError) -> ObjectPointer? {
    let name = try space.makeName("__sizeof__")
    defer { space.release(name) }
    guard let found = space.lookUpInClasses(name, of: object.type), found.type == space.type(.function) else {
      return nil
    }
    return try space.classAttribute(name, boundTo: object)
  }

  private func makeVersion() throws(ObjectError) -> ObjectPointer {
    try space.makeStruct(
      .versionInfo,
      taking: [
        space.makeInteger(3), space.makeInteger(13), space.makeInteger(0), space.makeString("final"),
        space.makeInteger(0),
      ])
  }

  private func makeFloatLimits() throws(ObjectError) -> ObjectPointer {
    try space.makeStruct(
      .floatInfo,
      taking: [
        space.makeFloat(Double.greatestFiniteMagnitude), space.makeInteger(1024), space.makeInteger(308),
        space.makeFloat(Double.leastNormalMagnitude), space.makeInteger(-1021), space.makeInteger(-307),
        space.makeInteger(15), space.makeInteger(Double.significandBitCount + 1),
        space.makeFloat(Double.ulpOfOne), space.makeInteger(Double.radix), space.makeInteger(1),
      ])
  }

  /// Sets one of the streams: an object that has `write` and `flush`.
  ///
  /// - Returns: the object, owned by the caller.
  private func setStream(
    _ name: String, _ stream: ProgramStream, of module: ObjectPointer
  ) throws(ObjectError) -> ObjectPointer {
    let object = try space.makeModule("<\(name)>")
    try set(
      [
        NativeFunction("write", 1) { (machine, arguments) throws(ObjectError) in
          guard machine.space.isSubtype(arguments[0].type, machine.space.type(.string)) else {
            throw ObjectError(
              .typeError,
              "write() argument must be str, not \(machine.space.nameInErrors(arguments[0].type))")
          }
          machine.host.write(arguments[0].text, to: stream)
          return try machine.space.makeInteger(arguments[0].stringLength)
        },
        NativeFunction("flush", 0) { (machine, _) throws(ObjectError) in machine.space.none },
        NativeFunction("isatty", 0) { (machine, _) throws(ObjectError) in machine.space.falseObject },
      ], of: object)
    try set(name, of: module, taking: object.retained())
    return object
  }
}
