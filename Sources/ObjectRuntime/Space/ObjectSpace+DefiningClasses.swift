extension ObjectSpace {
  /// Defines a class, as a `class` statement.
  ///
  /// - Parameters:
  ///   - name: its name.
  ///   - bases: its bases; `object` where there are none.
  ///   - slots: its `__slots__`; `nil` for none, so that instances have a dict.
  ///   - module: the module that its `__module__` names.
  ///   - attributes: what its body sets, in order: values, functions, properties.
  /// - Returns: a handle to the class.
  /// - Throws: ``ObjectError`` of kind `typeError` for bases that do not fit together or wrong slots, `valueError` for a
  ///   slot that is also an attribute.
  /// - Complexity: O(*n*) in the length of the method resolution order and the number of attributes.
  @discardableResult
  public func defineClass(
    _ name: String, bases: [ObjectHandle] = [], slots: [String]? = nil, module: String? = nil,
    attributes: KeyValuePairs<String, any ObjectRepresentable> = [:]
  ) throws(ObjectError) -> ObjectHandle {
    try step { () throws(ObjectError) in
      let namespace = handle(try makeDict())
      defer { withExtendedLifetime(namespace) {} }
      let dict = try pointer(namespace)
      let moduleText =
        try module.map { (text) throws(ObjectError) in try makeName(text) } ?? currentModuleName()
      let moduleName = handle(moduleText)
      defer { withExtendedLifetime(moduleName) {} }
      try setValue(pointer(moduleName), for: names.module, in: dict)
      let qualified = handle(try makeName(name))
      defer { withExtendedLifetime(qualified) {} }
      try setValue(pointer(qualified), for: names.qualifiedName, in: dict)
      let line = try 1.makeObject(in: self)
      defer { withExtendedLifetime(line) {} }
      try setValue(pointer(line), for: names.firstLine, in: dict)
      if let slots {
        let listed = try tuple(slots)
        try setValue(pointer(listed), for: names.slots, in: dict)
      }
      for (key, value) in attributes {
        let keyHandle = handle(try makeName(key))
        let valueHandle = try value.makeObject(in: self)
        defer { withExtendedLifetime((keyHandle, valueHandle)) {} }
        try setValue(pointer(valueHandle), for: pointer(keyHandle), in: dict)
      }
      try setValue(emptyTuple, for: names.staticAttributes, in: dict)
      return try withObjects(ofKind: bases) { (bases) throws(ObjectError) in
        handle(try makeClass(name: pointer(qualified), bases: bases, namespace: dict))
      }
    }
  }

  /// A built-in class by its name, such as `list` or `ValueError`.
  ///
  /// - Throws: ``ObjectError`` of kind `nameError` where there is none of that name.
  /// - Complexity: O(1).
  public func builtinClass(_ name: String) throws(ObjectError) -> ObjectHandle {
    try checkOpen()
    if let type = BuiltinType.allCases.first(where: { $0.name == name }) { return handle(self.type(type)) }
    if let kind = ExceptionKind(rawValue: name) { return handle(exceptionType(kind)) }
    let key = handle(try makeName(name))
    defer { withExtendedLifetime(key) {} }
    if let builtinsDict, let type = try value(of: pointer(key), in: builtinsDict), type.plan.body == .type {
      return handle(type.retained())
    }
    throw ObjectError(.nameError, "name '\(name)' is not defined")
  }

  /// Makes an instance of a class, as calling it does: `__new__` and `__init__` run.
  ///
  /// - Parameters:
  ///   - type: the class, one of a program's or a built-in one.
  ///   - arguments: what it is called with.
  /// - Returns: a handle to the instance.
  /// - Throws: ``ObjectError`` of kind `typeError` for arguments that it does not take, and what `__init__` raises.
  /// - Complexity: O(*n*) in the arguments beside what `__new__` and `__init__` do.
  public func make(
    _ type: ObjectHandle, _ arguments: any ObjectRepresentable...
  ) throws(ObjectError) -> ObjectHandle {
    try call(type, arguments)
  }

  /// Makes an instance of a class, as calling it without arguments does: `__new__` and `__init__` run.
  ///
  /// - Parameter type: the class, one of a program's or a built-in one.
  /// - Returns: a handle to the instance.
  /// - Throws: ``ObjectError`` of kind `typeError` where it has to have arguments, and what `__init__` raises.
  /// - Complexity: O(1) beside what `__new__` and `__init__` do.
  public func make(_ type: ObjectHandle) throws(ObjectError) -> ObjectHandle {
    let called = try pointer(type)
    guard called.plan.body == .type, called.instancePlan.plainCallEpoch == state.typeEpoch else {
      return try call(type, [])
    }
    let instance = handle(try allocateGeneric(called))
    collectIfDue()
    return instance
  }

  /// Makes an instance of a class without its `__new__` and `__init__`, as `object.__new__` or that of the built-in class
  /// that it is derived from: what a `__new__` of a program's own calls.
  ///
  /// - Parameters:
  ///   - type: the class.
  ///   - arguments: what the built-in class makes it of: elements of a tuple, a weak reference's object and callback.
  /// - Returns: a handle to the instance.
  /// - Throws: ``ObjectError`` of kind `typeError` for an object that is no class, or for wrong arguments.
  /// - Complexity: O(*n*) in the elements.
  public func makeInstance(
    of type: ObjectHandle, _ arguments: [any ObjectRepresentable] = []
  ) throws(ObjectError) -> ObjectHandle {
    try step { () throws(ObjectError) in
      try withObjects(for: arguments) { (values) throws(ObjectError) in
        try withContainer(type, .type) { (type) throws(ObjectError) in
          handle(
            try isHeap(type) ? makeInstance(of: type, values) : instantiateBuiltin(type, values, keywords: [])
          )
        }
      }
    }
  }

  /// Fills an instance of a class derived from `list`, `dict` or `set`, as the built-in class's `__init__`: what an
  /// `__init__` of a program's own calls through `super()`.
  ///
  /// - Parameters:
  ///   - object: the instance.
  ///   - arguments: the elements or entries, as one container, or nothing.
  /// - Throws: ``ObjectError`` of kind `typeError` for arguments that it does not take.
  /// - Complexity: O(*n*) in the elements.
  public func initialize(
    _ object: ObjectHandle, _ arguments: any ObjectRepresentable...
  ) throws(ObjectError) {
    try step { () throws(ObjectError) in
      try withObjects(for: arguments) { (values) throws(ObjectError) in
        try withObject(of: object) { (object) throws(ObjectError) in try initializeBuiltin(object, values) }
      }
    }
  }

  /// Calls an object.
  ///
  /// - Returns: a handle to the result.
  /// - Throws: ``ObjectError`` of kind `typeError` where it cannot be called, and what it raises.
  /// - Complexity: O(*n*) in the arguments beside what is called.
  @discardableResult
  public func call(
    _ callable: ObjectHandle, _ arguments: [any ObjectRepresentable] = []
  ) throws(ObjectError) -> ObjectHandle {
    try step { () throws(ObjectError) in
      try withObjects(for: arguments) { (values) throws(ObjectError) in
        try withObject(of: callable) { (callable) throws(ObjectError) in handle(try call(callable, values)) }
      }
    }
  }

  /// Makes a function that runs Swift code.
  ///
  /// The code holds no reference of the space's except through handles that it captures, which count as any others.
  ///
  /// - Parameters:
  ///   - name: its name.
  ///   - file: the source file that its code object names.
  ///   - line: the line in it.
  ///   - parameters: the names of its parameters, by which it can be called too; where there are none, it takes any
  ///     arguments by place.
  ///   - defaults: values for its last parameters, which the function holds.
  ///   - closure: cells that the function holds.
  ///   - globals: the dict of its global variables; those of the main module where left out.
  ///   - body: what it runs: the arguments go in, the result comes out.
  /// - Returns: a handle to the function.
  /// - Throws: ``ObjectError`` of kind `typeError` where the globals are no dict, `systemError` where the main module is gone, and
  ///   `memoryError`.
  /// - Complexity: O(*n*) in the parameters, defaults and cells.
  public func function(
    _ name: String, file: String = "<swift>", line: Int = 1, parameters: [String] = [],
    defaults: [any ObjectRepresentable] = [], closure: [ObjectHandle] = [], globals: ObjectHandle? = nil,
    _ body: @escaping ([ObjectHandle]) throws(ObjectError) -> (any ObjectRepresentable)?
  ) throws(ObjectError) -> ObjectHandle {
    try step { () throws(ObjectError) in
      let text = handle(try makeName(name))
      defer { withExtendedLifetime(text) {} }
      let code = handle(
        try makeNativeCode(name: pointer(text), file: file, line: line) {
          space, arguments throws(ObjectError) in
          let handles = arguments.map { ObjectHandle(space, taking: $0.retained()) }
          guard let result = try body(handles) else { return space.none }
          return try result.makeObject(in: space).retainedPointer()
        })
      try setParameters(parameters, of: pointer(code))
      let ownGlobals = try globals.map { (globals) throws(ObjectError) in try container(globals, .dict) }
      guard let variables = ownGlobals ?? globalsDict else {
        throw ObjectError(.systemError, "the main module is gone")
      }
      let function = handle(try makeFunction(code: pointer(code), globals: variables))
      if !defaults.isEmpty {
        let values = try tuple(defaults)
        try pointer(function)[object: FunctionOffset.defaults] = pointer(values).retained()
      }
      if !closure.isEmpty {
        let cells = handle(try makeTuple(pointers(closure)))
        try pointer(function)[object: FunctionOffset.closure] = pointer(cells).retained()
      }
      return function
    }
  }

  /// Makes a `property` of functions.
  ///
  /// - Throws: ``ObjectError`` of kind `memoryError`, and `referenceError` for a handle that was released.
  /// - Complexity: O(1).
  public func property(
    get getter: ObjectHandle?, set setter: ObjectHandle? = nil, delete deleter: ObjectHandle? = nil
  ) throws(ObjectError) -> ObjectHandle {
    try step { () throws(ObjectError) in
      let accessors = try [getter, setter, deleter].map { (accessor) throws(ObjectError) in
        try accessor.map { (accessor) throws(ObjectError) in try pointer(accessor) }
      }
      return handle(try makeProperty(getter: accessors[0], setter: accessors[1], deleter: accessors[2]))
    }
  }

  /// Makes a cell, by which closures share a variable.
  ///
  /// - Throws: ``ObjectError`` of kind `memoryError`, and `referenceError` for a handle that was released.
  /// - Complexity: O(1).
  public func cell(_ contents: ObjectHandle? = nil) throws(ObjectError) -> ObjectHandle {
    try step { () throws(ObjectError) in
      handle(try makeCell(contents.map { (contents) throws(ObjectError) in try pointer(contents) }))
    }
  }

  /// Makes a module that no table lists.
  ///
  /// - Throws: ``ObjectError`` of kind `memoryError`.
  /// - Complexity: O(1).
  public func module(_ name: String) throws(ObjectError) -> ObjectHandle {
    try step { () throws(ObjectError) in handle(try makeModule(name)) }
  }
}
