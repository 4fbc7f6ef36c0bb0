import ObjectRuntime

/// Packages: modules of a folder, whose own modules are imported with them or by themselves.
extension Machine {
  /// The whole name of a module that is imported relative to the package of the frame's module.
  ///
  /// Source: `resolve_name` of CPython's `Python/import.c`.
  func absoluteName(_ name: String, level: Int, in frame: Block) throws(ObjectError) -> String {
    guard level > 0 else { return name }
    var package = ""
    if let globals = frame[object: FrameDataOffset.globals] {
      if let known = try variable("__package__", of: globals), known != space.none {
        package = known.text
      } else if let title = try variable("__name__", of: globals) {
        package = title.text
        if try variable("__path__", of: globals) == nil {
          package = package.lastIndex(of: ".").map { String(package[..<$0]) } ?? ""
        }
      }
    }
    guard !package.isEmpty else {
      throw try importError(.importError, "attempted relative import with no known parent package")
    }
    var base = package[...]
    for _ in 1..<level {
      guard let dot = base.lastIndex(of: ".") else {
        throw try importError(.importError, "attempted relative import beyond top-level package")
      }
      base = base[..<dot]
    }
    return name.isEmpty ? String(base) : base + "." + name
  }

  /// Sets what a module has that is a package, or in one.
  func preparePackage(_ name: String, file: String, _ globals: ObjectPointer) throws(ObjectError) {
    let isPackage = file.hasSuffix("/__init__.py") || file == "__init__.py"
    let parent = name.lastIndex(of: ".").map { String(name[..<$0]) } ?? ""
    try setVariable("__package__", of: globals, to: isPackage ? name : parent)
    guard isPackage else { return }
    let folder = try space.makeString(String(file.dropLast("/__init__.py".utf8.count)))
    defer { space.release(folder) }
    let path = try space.makeList([folder])
    defer { space.release(path) }
    let key = try space.makeName("__path__")
    defer { space.release(key) }
    try space.setValue(path, for: key, in: globals)
  }

  /// Whether a module has modules of its own.
  func isPackage(_ module: ObjectPointer) throws(ObjectError) -> Bool {
    guard let dict = module[object: ModuleOffset.attributes] else { return false }
    return try variable("__path__", of: dict) != nil
  }

  /// Makes a module that was loaded an attribute of its package.
  func setSubmodule(_ module: ObjectPointer, _ name: String, of package: ObjectPointer) throws(ObjectError) {
    guard let dict = package[object: ModuleOffset.attributes] else { return }
    let key = try space.makeName(name)
    defer { space.release(key) }
    try space.setValue(module, for: key, in: dict)
  }

  /// Imports those of a `from` import's names that are modules of the package.
  ///
  /// Source: `_handle_fromlist` of CPython's `Lib/importlib/_bootstrap.py`.
  func importSubmodules(
    _ names: ObjectPointer, of package: ObjectPointer, named title: String
  ) throws(ObjectError) {
    for name in space.items(of: names) {
      if name.text == "*" {
        guard let dict = package[object: ModuleOffset.attributes],
          let all = try variable("__all__", of: dict)
        else { continue }
        let listed = all.retained()
        defer { space.release(listed) }
        for name in space.items(of: listed) where name.text != "*" {
          try importSubmodule(name, of: package, named: title)
        }
      } else {
        try importSubmodule(name, of: package, named: title)
      }
    }
  }

  private func importSubmodule(
    _ name: ObjectPointer, of package: ObjectPointer, named title: String
  ) throws(ObjectError) {
    if let known = try space.findAttribute(name, of: package) { return space.release(known) }
    let path = title + "." + name.text
    do throws(ObjectError) {
      space.release(try loadModule(path, parent: title, of: package))
    } catch {
      // A name that is no module may still be a variable; what a module of that name lacks itself is an error.
      guard error.kind == .moduleNotFoundError, error.message == "No module named '\(path)'" else {
        throw error
      }
    }
  }

  /// What a name stands for that a module lacks: its own module where that is still being loaded.
  ///
  /// - Throws: ``ObjectError`` of kind `importError` where there is none.
  func missingImport(_ name: ObjectPointer, from module: ObjectPointer) throws(ObjectError) -> ObjectPointer {
    let dict = module[object: ModuleOffset.attributes]
    let title = try dict.flatMap { (dict) throws(ObjectError) in try variable("__name__", of: dict)?.text }
    if let title, let known = try space.module(named: title + "." + name.text), known != space.none {
      return known.retained()
    }
    let file = try dict.flatMap { (dict) throws(ObjectError) in try variable("__file__", of: dict)?.text }
    let shown = title ?? "<unknown module name>"
    let circular = starting.contains(shown)
    var message = "cannot import name '\(name.text)' from "
    message +=
      circular
      ? "partially initialized module '\(shown)' (most likely due to a circular import)" : "'\(shown)'"
    message += " (\(file ?? "unknown location"))"
    throw try importError(.importError, message, module: shown, file: file, missing: name)
  }

  /// Gives the weak collections what they have that is written in Python.
  func completeWeakContainers() throws(ObjectError) {
    let source: SourceText
    let unit: CodeUnit
    do throws(ProgramError) {
      source = try SourceText(Array(PythonModule.weakContainers.utf8))
      unit = try Compiler.compile(source)
    } catch {
      throw try syntaxError(error, file: "<weakref>", source: nil)
    }
    // Not listed: its functions are those of `weakref`.
    let module = try space.makeModule("weakref")
    defer { space.release(module) }
    let globals = ObjectPointer(address: module[word: ModuleOffset.attributes])
    space.release(try runModule(unit, file: "<weakref>", source: source, globals: globals))
  }

  /// A module's variable, borrowed.
  private func variable(_ name: String, of dict: ObjectPointer) throws(ObjectError) -> ObjectPointer? {
    let key = try space.makeName(name)
    defer { space.release(key) }
    return space.value(ofName: key, in: dict)
  }
}
