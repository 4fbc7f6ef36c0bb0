import ObjectRuntime

extension Machine {
  /// Fills the module of built-in names.
  func makeBuiltins() throws(ObjectError) {
    guard let module = space.builtinsModule, let dict = module[object: ModuleOffset.attributes] else {
      return
    }
    func set(_ name: String, _ value: ObjectPointer) throws(ObjectError) {
      let key = try space.makeName(name)
      defer { space.release(key) }
      try space.setValue(value, for: key, in: dict)
    }
    for function in Self.builtinFunctions {
      let object = try makeNative(function, module: module)
      defer { space.release(object) }
      try set(function.name, object)
    }
    superObject = space.type(.superType)
    for (name, type) in Self.builtinTypes { try set(name, space.type(type)) }
    for kind in ExceptionKind.allCases { try set(kind.rawValue, space.exceptionType(kind)) }
    try set("EnvironmentError", space.exceptionType(.osError))
    try set("IOError", space.exceptionType(.osError))
    try set("None", space.none)
    try set("True", space.trueObject)
    try set("False", space.falseObject)
    try set("NotImplemented", space.notImplemented)
    try set("Ellipsis", space.ellipsis)
    try set("__debug__", space.trueObject)
    try set("__build_class__", try buildClassFunctionObject())
  }

  /// The built-in types that programs know by name.
  private static let builtinTypes: [(String, BuiltinType)] = [
    ("object", .object), ("type", .type), ("int", .int), ("bool", .bool), ("float", .float),
    ("complex", .complex), ("str", .string), ("bytes", .bytes), ("bytearray", .byteArray), ("tuple", .tuple),
    ("list", .list),
    ("dict", .dict), ("set", .set), ("frozenset", .frozenSet), ("range", .range), ("slice", .slice),
    ("property", .property), ("staticmethod", .staticMethod), ("classmethod", .classMethod),
    ("super", .superType), ("enumerate", .enumerate), ("zip", .zip), ("map", .map), ("filter", .filter),
    ("reversed", .reversed),
    ("super", .superType),
  ]

  static let builtinFunctions: [NativeFunction] =
    textFunctions + objectFunctions + iterationFunctions + numberFunctions
}
