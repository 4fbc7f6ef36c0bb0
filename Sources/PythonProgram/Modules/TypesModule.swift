import ObjectRuntime

extension Machine {
  /// The module `types`: the built-in types that have no name of their own.
  static let typesModule = NativeModule("types") { (machine, module) throws(ObjectError) in
    let space = machine.space
    for (name, type) in namedTypes { try machine.set(name, of: module, taking: space.type(type).retained()) }
  }

  private static let namedTypes: [(String, BuiltinType)] = [
    ("FunctionType", .function), ("LambdaType", .function), ("MethodType", .method),
    ("BuiltinFunctionType", .builtinFunction), ("BuiltinMethodType", .builtinFunction),
    ("GeneratorType", .generator), ("ModuleType", .module), ("CodeType", .code), ("FrameType", .frame),
    ("TracebackType", .traceback), ("CellType", .cell), ("MappingProxyType", .mappingProxy),
    ("NoneType", .none), ("EllipsisType", .ellipsis), ("NotImplementedType", .notImplemented),
    ("GetSetDescriptorType", .attributeDescriptor), ("MemberDescriptorType", .memberDescriptor),
  ]

  /// The module `fnmatch`: patterns of file names.
  static let fnmatchModule = NativeModule("fnmatch") { (machine, module) throws(ObjectError) in
    let match = NativeFunction("fnmatch", 2) { (machine, arguments) throws(ObjectError) in
      machine.space.bool(FileNamePattern(arguments[1].text).matches(arguments[0].text))
    }
    let exact = NativeFunction("fnmatchcase", 2) { (machine, arguments) throws(ObjectError) in
      machine.space.bool(FileNamePattern(arguments[1].text).matches(arguments[0].text))
    }
    try machine.set([match, exact], of: module)
  }

  static let collectionsModule = NativeModule("_collections") { (machine, module) throws(ObjectError) in }
  static let functoolsModule = NativeModule("_functools") { (machine, module) throws(ObjectError) in }
  static let itertoolsModule = NativeModule("_itertools") { (machine, module) throws(ObjectError) in }
}
