package import ObjectRuntime

/// A module that the machine itself has: how it is filled.
package struct NativeModule: Sendable {
  package let name: String
  /// Sets the module's variables.
  package let fill: @Sendable (Machine, ObjectPointer) throws(ObjectError) -> Void

  package init(_ name: String, fill: @escaping @Sendable (Machine, ObjectPointer) throws(ObjectError) -> Void)
  {
    self.name = name
    self.fill = fill
  }
}

/// The modules that programs can import besides their own.
struct ModuleTable {
  var known: [String: NativeModule] = [:]

  mutating func add(_ module: NativeModule) { known[module.name] = module }
}

extension Machine {
  /// Lets programs import a module.
  package func register(_ module: NativeModule) { modules.add(module) }

  /// Imports a module, as the `import` statement does; owned by the caller.
  ///
  /// - Throws: ``ObjectError`` of kind `moduleNotFoundError` where there is none of that name, and what its code raises.
  func importModule(
    _ name: ObjectPointer, level: ObjectPointer, names: ObjectPointer, in frame: Block
  ) throws(ObjectError) -> ObjectPointer {
    let text = name.text
    guard level.integerValue == 0 else {
      throw ObjectError(.importError, "attempted relative import with no known parent package")
    }
    let parts = text.split(separator: ".").map(String.init)
    var path = ""
    var first: ObjectPointer?
    var last: ObjectPointer?
    defer {
      if let first { space.release(first) }
      if let last { space.release(last) }
    }
    for part in parts {
      let parent = path
      path = path.isEmpty ? part : path + "." + part
      let module = try loadModule(path, parent: parent)
      if first == nil { first = module.retained() }
      if let last { space.release(last) }
      last = module
    }
    let isFrom = names != space.none && names.itemCount > 0
    return (isFrom ? last : first)?.retained() ?? space.none
  }

  /// The module of a name, owned by the caller: of the table of modules, or loaded.
  package func loadModule(_ name: String, parent: String = "") throws(ObjectError) -> ObjectPointer {
    if let known = try space.module(named: name) { return known.retained() }
    if let own = try space.ownModule(name) { return own }
    if let native = modules.known[name] {
      let module = try space.makeModule(name)
      do throws(ObjectError) {
        try space.addModule(module, named: name)
        try native.fill(self, module)
      } catch {
        space.release(module)
        throw error
      }
      return module
    }
    if let text = pythonModules[name] { return try load(("<\(name)>", Array(text.utf8)), as: name) }
    let found: (file: String, bytes: [UInt8])?
    do {
      found = try host.source(ofModule: name)
    } catch {
      throw ObjectError(.importError, "cannot read the source of module '\(name)'")
    }
    guard let found else { throw try moduleNotFound(name, parent: parent) }
    return try load(found, as: name)
  }

  private func moduleNotFound(_ name: String, parent: String) throws(ObjectError) -> ObjectError {
    let message =
      parent.isEmpty
      ? "No module named '\(name)'" : "No module named '\(name)'; '\(parent)' is not a package"
    let text = try space.makeString(message)
    defer { space.release(text) }
    let exception = try space.makeException(space.exceptionType(.moduleNotFoundError), [text])
    exception[object: ExceptionOffset.own + 8] = try space.makeName(name)
    chain(exception)
    return space.error(raising: exception)
  }

  /// Runs the file of one of the program's own modules.
  private func load(
    _ found: (file: String, bytes: [UInt8]), as name: String
  ) throws(ObjectError) -> ObjectPointer {
    let source: SourceText
    let unit: CodeUnit
    do throws(ProgramError) {
      source = try SourceText(found.bytes)
      unit = try Compiler.compile(source)
    } catch {
      throw try syntaxError(error, file: found.file, source: try? SourceText(found.bytes))
    }
    let module = try space.makeModule(name)
    do throws(ObjectError) {
      try space.addModule(module, named: name)
      let globals = ObjectPointer(address: module[word: ModuleOffset.attributes])
      try setVariable("__file__", of: globals, to: found.file)
      space.release(try runModule(unit, file: found.file, source: source, globals: globals))
    } catch {
      try? space.removeModule(named: name)
      space.release(module)
      throw error
    }
    return module
  }

  /// Sets what the main module has from the start.
  func prepareMain(_ globals: ObjectPointer, file: String) throws(ObjectError) {
    let annotations = try space.makeName("__annotations__")
    defer { space.release(annotations) }
    guard space.value(ofName: annotations, in: globals) == nil else { return }
    let dict = try space.makeDict()
    defer { space.release(dict) }
    try space.setValue(dict, for: annotations, in: globals)
    try setVariable("__file__", of: globals, to: file)
    let cached = try space.makeName("__cached__")
    defer { space.release(cached) }
    try space.setValue(space.none, for: cached, in: globals)
  }

  func setVariable(_ name: String, of dict: ObjectPointer, to text: String) throws(ObjectError) {
    let key = try space.makeName(name)
    defer { space.release(key) }
    let value = try space.makeString(text)
    defer { space.release(value) }
    try space.setValue(value, for: key, in: dict)
  }

  /// Runs the code of a module in its variables.
  ///
  /// - Returns: the result, owned by the caller.
  package func runModule(
    _ unit: CodeUnit, file: String, source: SourceText?, globals: ObjectPointer
  ) throws(ObjectError) -> ObjectPointer {
    let builtins = try space.makeName("__builtins__")
    defer { space.release(builtins) }
    if space.value(ofName: builtins, in: globals) == nil, let module = space.builtinsModule {
      try space.setValue(module, for: builtins, in: globals)
    }
    let code = try load(unit, file: file, source: source)
    defer { space.release(code) }
    let function = try space.makeFunction(code: code, globals: globals)
    defer { space.release(function) }
    return try execute(function, locals: globals)
  }

  /// A name that `from … import` takes from a module; `*` takes all.
  func importName(
    _ name: ObjectPointer, from module: ObjectPointer, in frame: Block
  ) throws(ObjectError) -> ObjectPointer {
    if name.text == "*" {
      try importAll(from: module, in: frame)
      return space.none
    }
    if let value = try space.findAttribute(name, of: module) { return value }
    let title = module[object: ModuleOffset.name]?.text ?? "<unknown module name>"
    let file = try moduleFile(module)
    let text = try space.makeString("cannot import name '\(name.text)' from '\(title)' (\(file))")
    defer { space.release(text) }
    let exception = try space.makeException(space.exceptionType(.importError), [text])
    exception[object: ExceptionOffset.own + 8] = try space.makeName(title)
    exception[object: ExceptionOffset.own + 24] = name.retained()
    chain(exception)
    throw space.error(raising: exception)
  }

  private func moduleFile(_ module: ObjectPointer) throws(ObjectError) -> String {
    let key = try space.makeName("__file__")
    defer { space.release(key) }
    guard let file = try space.findAttribute(key, of: module) else { return "unknown location" }
    defer { space.release(file) }
    return file.text
  }

  private func importAll(from module: ObjectPointer, in frame: Block) throws(ObjectError) {
    guard let locals = frame[object: FrameDataOffset.locals],
      let dict = module[object: ModuleOffset.attributes]
    else { return }
    let all = try space.makeName("__all__")
    defer { space.release(all) }
    if let list = space.value(ofName: all, in: dict) {
      for name in space.items(of: list) {
        let value = try space.attribute(name, of: module)
        defer { space.release(value) }
        try space.setValue(value, for: name, in: locals)
      }
      return
    }
    for (key, value) in space.entries(of: dict) where !key.text.hasPrefix("_") {
      try space.setValue(value, for: key, in: locals)
    }
  }

  /// The error of a program's text, as an exception with its place.
  package func syntaxError(
    _ error: ProgramError, file: String, source: SourceText?
  ) throws(ObjectError) -> ObjectError {
    let text = try space.makeString(error.message)
    defer { space.release(text) }
    let kind: ExceptionKind = error.kind == .syntax ? .syntaxError : .indentationError
    let exception = try space.makeException(space.exceptionType(kind), [text])
    let own = ExceptionOffset.own
    func set(_ index: Int, _ value: ObjectPointer) { exception[object: own + 8 * index] = value }
    set(1, try space.makeString(file))
    set(2, try space.makeInteger(error.range.start.line))
    set(3, try space.makeInteger(error.range.start.column + 1))
    set(4, try space.makeInteger(error.range.end.line))
    set(5, try space.makeInteger(error.range.end.column + 1))
    if let line = source?.line(error.range.start.line) {
      set(6, try space.makeString(String(decoding: line, as: UTF8.self) + "\n"))
    }
    return space.error(raising: exception)
  }
}
