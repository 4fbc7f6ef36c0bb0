extension ObjectSpace {
  /// Makes a code object that runs a body of the host's.
  ///
  /// - Returns: the code, owned by the caller.
  func makeNativeCode(name: ObjectPointer, file: String, line: Int, body: @escaping FunctionBody)
    throws(ObjectError) -> ObjectPointer
  {
    let fileName = try makeString(file)
    let code: ObjectPointer
    do throws(ObjectError) {
      code = try allocatePlain(type(.code), size: CodeOffset.instructions + 8)
    } catch {
      release(fileName)
      throw error
    }
    code.zero(from: 16, count: CodeOffset.instructions + 8 - 16)
    code.itemCount = 4
    for offset in [CodeOffset.constants, CodeOffset.names, CodeOffset.variableNames] {
      code[object: offset] = emptyTuple
    }
    for offset in [CodeOffset.exceptionTable, CodeOffset.variableKinds, CodeOffset.lineTable] {
      code[object: offset] = emptyBytes
    }
    code[object: CodeOffset.fileName] = fileName
    code[object: CodeOffset.name] = name.retained()
    code[object: CodeOffset.qualifiedName] = name.retained()
    code[int32: CodeOffset.flags] = CodeFlag.takesAnyPositional
    code[int32: CodeOffset.firstLine] = Int32(clamping: line)
    code[integer: CodeOffset.nativeBody] = nextNativeBody
    nativeBodies[nextNativeBody] = body
    nextNativeBody += 1
    return code
  }

  /// Makes a function of a code object.
  ///
  /// - Parameters:
  ///   - code: its code.
  ///   - globals: the dict of its global variables.
  /// - Returns: the function, owned by the caller, tracked.
  package func makeFunction(code: ObjectPointer, globals: ObjectPointer) throws(ObjectError) -> ObjectPointer
  {
    let function = try allocateCollected(type(.function), size: 144)
    function.zero(from: 16, count: 128)
    function[object: FunctionOffset.code] = code.retained()
    function[object: FunctionOffset.globals] = globals.retained()
    function[object: FunctionOffset.builtins] = (builtinsDict ?? globals).retained()
    function[object: FunctionOffset.name] = code[object: CodeOffset.name]?.retained()
    function[object: FunctionOffset.qualifiedName] = code[object: CodeOffset.qualifiedName]?.retained()
    function[object: FunctionOffset.documentation] = none
    if let module = value(ofString: names.name, in: globals) {
      function[object: FunctionOffset.module] = module.retained()
    }
    track(function)
    return function
  }

  /// What a function runs, where its code is the host's.
  func nativeBody(of function: ObjectPointer) -> FunctionBody? {
    guard let code = function[object: FunctionOffset.code] else { return nil }
    let number = code[integer: CodeOffset.nativeBody]
    return number == 0 ? nil : nativeBodies[number]
  }

  /// Drops the body of a code object that goes.
  func forgetNativeBody(of code: ObjectPointer) {
    let number = code[integer: CodeOffset.nativeBody]
    guard number != 0 else { return }
    // What it captured goes after the table was changed: that may let another function go.
    let body = nativeBodies.removeValue(forKey: number)
    withExtendedLifetime(body) {}
  }

  /// Makes a method: a function bound to a receiver.
  package func makeMethod(_ function: ObjectPointer, receiver: ObjectPointer) throws(ObjectError)
    -> ObjectPointer
  {
    let method = try allocateCollected(type(.method), size: 48)
    method[object: MethodOffset.function] = function.retained()
    method[object: MethodOffset.receiver] = receiver.retained()
    method[word: MethodOffset.weakReferences] = 0
    // There is no native code to point to; CPython has the address of a function here.
    method[word: MethodOffset.vectorcall] = type(.method).instancePlan.address
    track(method)
    return method
  }

  /// Makes a cell, as closures share variables by.
  package func makeCell(_ contents: ObjectPointer?) throws(ObjectError) -> ObjectPointer {
    let cell = try allocateCollected(type(.cell), size: 24)
    cell[object: CellOffset.contents] = contents?.retained()
    track(cell)
    return cell
  }

  /// Sets or empties what a cell holds.
  package func setCellContents(_ cell: ObjectPointer, to contents: ObjectPointer?) {
    let old = cell[object: CellOffset.contents]
    cell[object: CellOffset.contents] = contents?.retained()
    if let old { release(old) }
  }

  /// Makes a record of one of the built-in types, its fields in the order of their offsets.
  func makeRecord(_ builtin: BuiltinType, size: Int, _ fields: [ObjectPointer?]) throws(ObjectError)
    -> ObjectPointer
  {
    let plan = type(builtin).instancePlan
    let object: ObjectPointer
    if builtin == .slice, let kept = state.freeLists.slice {
      state.freeLists.slice = nil
      object = kept
      object[word: ObjectOffset.referenceCount] = 1
      if state.isTracing { traceReuse(object) }
    } else if plan.isCollected {
      object = try allocateCollected(type(builtin), size: size)
    } else {
      object = try allocatePlain(type(builtin), size: size)
    }
    object.zero(from: 16, count: size - 16)
    for (index, field) in fields.enumerated() { object[object: 16 + 8 * index] = field?.retained() }
    if plan.isCollected { track(object) }
    return object
  }

  /// Makes a slice.
  package func makeSlice(
    _ start: ObjectPointer, _ stop: ObjectPointer, _ step: ObjectPointer
  ) throws(ObjectError) -> ObjectPointer {
    try makeRecord(.slice, size: 40, [start, stop, step])
  }

  /// Makes a property of its accessors.
  package func makeProperty(
    getter: ObjectPointer?, setter: ObjectPointer?, deleter: ObjectPointer?,
    documentation: ObjectPointer? = nil
  ) throws(ObjectError) -> ObjectPointer {
    let property = try makeRecord(.property, size: 64, [getter, setter, deleter])
    if let documentation {
      property[object: 40] = documentation.retained()
    } else if let getter {
      try fillNew(property) { () throws(ObjectError) in
        guard let own = try findAttribute(names.documentation, of: getter) else { return }
        if own == none { return }
        property[object: 40] = own
        property[integer: 56] = 1
      }
    }
    return property
  }

  /// Makes a `staticmethod` or `classmethod` of a callable, with the names of what it wraps.
  package func makeWrapper(_ kind: BuiltinType, of callable: ObjectPointer) throws(ObjectError)
    -> ObjectPointer
  {
    let wrapper = try makeRecord(kind, size: 32, [callable])
    guard callable.type == type(.function) else { return wrapper }
    let parts = [
      (names.module, callable[object: FunctionOffset.module]),
      (names.name, callable[object: FunctionOffset.name]),
      (names.qualifiedName, callable[object: FunctionOffset.qualifiedName]),
      (names.documentation, callable[object: FunctionOffset.documentation]),
    ]
    try fillNew(wrapper) { () throws(ObjectError) in
      let dict = try makeDict()
      wrapper[object: 24] = dict
      for case let (name, value?) in parts { try setValue(value, for: name, in: dict) }
      // Asking for the annotations makes them, and they are shared.
      let name = try makeName("__annotations__")
      defer { release(name) }
      guard let annotations = try builtinAttribute(name, of: callable) else { return }
      defer { release(annotations) }
      try setValue(annotations, for: name, in: dict)
    }
    return wrapper
  }
}
