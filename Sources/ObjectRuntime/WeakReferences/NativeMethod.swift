/// A method of a class that the runtime makes itself.
struct NativeMethod {
  var name: String
  /// The names of its parameters; none where it takes any arguments.
  var parameters: [String]
  /// Values for its last parameters.
  var defaults: [ObjectPointer]
  var body: FunctionBody

  init(
    _ name: String, _ parameters: [String] = ["self"], defaults: [ObjectPointer] = [],
    _ body: @escaping FunctionBody
  ) {
    self.name = name
    self.parameters = parameters
    self.defaults = defaults
    self.body = body
  }
}

extension ObjectSpace {
  /// Makes code that runs a body of the runtime's own.
  ///
  /// - Returns: the code, owned by the caller.
  func makeMethodCode(
    _ name: String, qualifiedName: String, parameters: [String], file: String, body: @escaping FunctionBody
  ) throws(ObjectError) -> ObjectPointer {
    let text = try makeName(name)
    defer { release(text) }
    let code = try makeNativeCode(name: text, file: file, line: 1, body: body)
    try fillNew(code) { () throws(ObjectError) in
      try setParameters(parameters, of: code)
      code[object: CodeOffset.qualifiedName] = try makeName(qualifiedName)
      release(text)
    }
    return code
  }

  /// Makes a function of code with values for its last parameters.
  ///
  /// - Parameter defaults: owned by the caller.
  /// - Returns: the function, owned by the caller.
  func makeFunction(
    code: ObjectPointer, globals: ObjectPointer, defaults: [ObjectPointer]
  ) throws(ObjectError) -> ObjectPointer {
    let tuple = defaults.isEmpty ? nil : try makeTuple(defaults)
    let function: ObjectPointer
    do throws(ObjectError) {
      function = try makeFunction(code: code, globals: globals)
    } catch {
      if let tuple { release(tuple) }
      throw error
    }
    function[object: FunctionOffset.defaults] = tuple
    return function
  }

  /// Makes a class of methods, in a module whose dict is given, and puts it there.
  ///
  /// - Parameters:
  ///   - name: its name, with what leads to it.
  ///   - bases: its bases.
  ///   - slots: its `__slots__`, where it has any.
  ///   - module: the name of the module.
  ///   - globals: the module's dict.
  ///   - methods: what it can do.
  ///   - fill: sets what else is in its body.
  /// - Returns: the class, owned by the caller.
  func makeNativeClass(
    _ name: String, bases: [ObjectPointer] = [], slots: [String]? = nil, module: String,
    globals: ObjectPointer, methods: [NativeMethod],
    fill: (ObjectPointer) throws(ObjectError) -> Void = { _ in }
  ) throws(ObjectError) -> ObjectPointer {
    let namespace = try makeDict()
    defer { release(namespace) }
    let short = name.split(separator: ".").last.map(String.init) ?? name
    let text = try makeName(short)
    defer { release(text) }
    try setOwned(makeName(module), for: names.module, in: namespace)
    try setOwned(makeName(name), for: names.qualifiedName, in: namespace)
    try setOwned(makeInteger(1), for: names.firstLine, in: namespace)
    if let slots {
      var texts: [ObjectPointer] = []
      defer { for text in texts { release(text) } }
      for slot in slots { texts.append(try makeName(slot)) }
      try setOwned(makeTuple(texts), for: names.slots, in: namespace)
    }
    for method in methods {
      let key = try makeName(method.name)
      defer { release(key) }
      let function = try makeNativeFunction(method, in: name, module: module, globals: globals)
      try setOwned(function, for: key, in: namespace)
    }
    try fill(namespace)
    try setValue(emptyTuple, for: names.staticAttributes, in: namespace)
    return try makeClass(name: text, bases: bases, namespace: namespace)
  }

  /// Makes the function of a method.
  func makeNativeFunction(
    _ method: NativeMethod, in owner: String, module: String, globals: ObjectPointer
  ) throws(ObjectError) -> ObjectPointer {
    let code = try makeMethodCode(
      method.name, qualifiedName: owner + "." + method.name, parameters: method.parameters,
      file: module + ".py", body: method.body)
    defer { release(code) }
    return try makeFunction(code: code, globals: globals, defaults: method.defaults)
  }

  /// Sets the value of a key and gives the value's reference back.
  func setOwned(
    _ value: ObjectPointer, for key: ObjectPointer, in dict: ObjectPointer
  ) throws(ObjectError) {
    defer { release(value) }
    try setValue(value, for: key, in: dict)
  }

  /// Makes a built-in function.
  ///
  /// - Returns: the function, owned by the caller, tracked.
  func makeBuiltinFunction(
    module: ObjectPointer, body: @escaping FunctionBody
  ) throws(ObjectError) -> ObjectPointer {
    let function = try makeRecord(.builtinFunction, size: 56, [])
    function[integer: 16] = nextNativeBody
    nativeBodies[nextNativeBody] = body
    nextNativeBody += 1
    function[object: 24] = module.retained()
    function[object: 32] = module[object: ModuleOffset.name]?.retained()
    return function
  }
}
