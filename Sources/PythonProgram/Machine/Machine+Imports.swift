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
    let text = try absoluteName(name.text, level: level.integerValue ?? 0, in: frame)
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
      let module = try loadModule(path, parent: parent, of: last)
      if first == nil { first = module.retained() }
      if let last { space.release(last) }
      last = module
    }
    let isFrom = names != space.none && names.itemCount > 0
    if isFrom, let last, try isPackage(last) { try importSubmodules(names, of: last, named: text) }
    return (isFrom ? last : first)?.retained() ?? space.none
  }

  /// The module of a name, owned by the caller: of the table of modules, or loaded.
  package func loadModule(
    _ name: String, parent: String = "", of package: ObjectPointer? = nil
  ) throws(ObjectError) -> ObjectPointer {
    if let known = try space.module(named: name) {
      guard known == space.none else { return known.retained() }
      throw try importError(
        .moduleNotFoundError, "import of \(name) halted; None in sys.modules", module: name)
    }
    if let own = try space.ownModule(name) {
      do throws(ObjectError) {
        try completeWeakContainers()
      } catch {
        space.release(own)
        throw error
      }
      return own
    }
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
    if let package, try !isPackage(package) {
      throw try moduleNotFound(name, parent: parent, isInPackage: false)
    }
    let found: (file: String, bytes: [UInt8])?
    do {
      found = try host.source(ofModule: name)
    } catch {
      throw ObjectError(.importError, "cannot read the source of module '\(name)'")
    }
    guard let found else { throw try moduleNotFound(name, parent: parent) }
    let module = try load(found, as: name)
    if let package {
      do throws(ObjectError) {
        try setSubmodule(module, String(name.dropFirst(parent.utf8.count + 1)), of: package)
      } catch {
        space.release(module)
        throw error
      }
    }
    return module
  }

  private func moduleNotFound(
    _ name: String, parent: String, isInPackage: Bool = true
  ) throws(ObjectError) -> ObjectError {
    let message =
      isInPackage
      ? "No module named '\(name)'" : "No module named '\(name)'; '\(parent)' is not a package"
    return try importError(.moduleNotFoundError, message, module: name)
  }

  /// An exception about an import, chained to the one that is handled.
  func importError(
    _ kind: ExceptionKind, _ message: String, module: String? = nil, file: String? = nil,
    missing: ObjectPointer? = nil
  ) throws(ObjectError) -> ObjectError {
    let text = try space.makeString(message)
    defer { space.release(text) }
    let exception = try space.makeException(space.exceptionType(kind), [text])
    let own = ExceptionOffset.own
    if let module { exception[object: own + 8] = try space.makeName(module) }
    if let file { exception[object: own + 16] = try space.makeString(file) }
    if let missing { exception[object: own + 24] = missing.retained() }
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
      try preparePackage(name, file: found.file, globals)
      starting.insert(name)
      defer { starting.remove(name) }
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
  /// - Parameter keepsLiterals: whether the constants of its text stay held while it runs, as those of the main program.
  /// - Returns: the result, owned by the caller.
  package func runModule(
    _ unit: CodeUnit, file: String, source: SourceText?, globals: ObjectPointer, keepsLiterals: Bool = false
  ) throws(ObjectError) -> ObjectPointer {
    let builtins = try space.makeName("__builtins__")
    defer { space.release(builtins) }
    if space.value(ofName: builtins, in: globals) == nil, let module = space.builtinsModule {
      try space.setValue(module, for: builtins, in: globals)
    }
    let code = try load(unit, file: file, source: source, keepsLiterals: keepsLiterals)
    defer {
      space.release(code)
      if keepsLiterals { releaseLiterals() }
    }
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
    return try missingImport(name, from: module)
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
