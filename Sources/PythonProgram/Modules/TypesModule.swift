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
    ("MethodDescriptorType", .methodDescriptor), ("WrapperDescriptorType", .wrapperDescriptor),
    ("MethodWrapperType", .methodWrapper), ("ClassMethodDescriptorType", .classMethodDescriptor),
    ("SimpleNamespace", .simpleNamespace), ("UnionType", .union),
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

  /// The modules of built-in types on which `collections`, `functools` and `itertools` stand.
  static let collectionsModule = NativeModule("_collections") { (machine, module) throws(ObjectError) in
    try machine.set(
      [("deque", .deque), ("defaultdict", .defaultDict), ("OrderedDict", .orderedDict)], of: module)
  }
  static let functoolsModule = NativeModule("_functools") { (machine, module) throws(ObjectError) in
    try machine.set([("partial", .partial), ("_lru_cache_wrapper", .cacheWrapper)], of: module)
  }
  static let itertoolsModule = NativeModule("_itertools") { (machine, module) throws(ObjectError) in
    try machine.set([("chain", .chain), ("count", .count), ("islice", .itemSlice)], of: module)
  }

  private func set(_ types: [(String, BuiltinType)], of module: ObjectPointer) throws(ObjectError) {
    for (name, type) in types { try set(name, of: module, taking: space.type(type).retained()) }
  }
}
