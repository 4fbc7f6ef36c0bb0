import ObjectRuntime

extension Machine {
  /// The text of an exception that nobody caught, as CPython prints it.
  func report(_ error: ObjectError) -> String {
    guard let exception = try? space.exceptionObject(of: error) else { return "\(error)\n" }
    defer { space.release(exception) }
    let report = ExceptionReport.chain(of: exception) { exception in
      ExceptionReport.Links(
        cause: exception[object: ExceptionOffset.cause], context: exception[object: ExceptionOffset.context],
        suppressesContext: exception[byte: ExceptionOffset.suppressContext] != 0)
    } report: { exception in
      self.ownReport(exception)
    }
    let text = report.text
    return text.hasSuffix("\n") ? text : text + "\n"
  }

  /// What is told of an exception that nobody caught.
  func failure(_ error: ObjectError) -> ProgramFailure {
    guard let exception = try? space.exceptionObject(of: error) else {
      return ProgramFailure(typeName: "Exception", message: "\(error)", text: "\(error)\n")
    }
    defer { space.release(exception) }
    let report = ownReport(exception)
    return ProgramFailure(
      typeName: report.typeName, message: report.message ?? "", text: self.report(error),
      lack: lack(exception))
  }

  /// What an exception says is not there, where CPython has it.
  private func lack(_ exception: ObjectPointer) -> ProgramFailure.Lack? {
    func text(_ offset: Int) -> String? {
      exception[object: offset].flatMap { $0.type == space.type(.string) ? $0.text : nil }
    }
    if exception.type == space.exceptionType(.moduleNotFoundError) {
      return text(ExceptionOffset.own + 8).map { .module($0) }
    }
    guard exception.type == space.exceptionType(.nameError), let name = text(ExceptionOffset.own),
      ProgramFailure.lackingBuiltins.contains(name)
    else { return nil }
    return .builtin(name)
  }

  /// What is said of one exception by itself.
  private func ownReport(_ exception: ObjectPointer) -> ExceptionReport {
    let type = exception.type
    let module = space.moduleName(ofType: type)
    let name = qualifiedName(of: type)
    var report = ExceptionReport(
      typeName: module == "builtins" || module == "__main__" ? name : "\(module).\(name)",
      message: try? space.string(of: exception), notes: notes(of: exception),
      entries: entries(of: exception))
    if space.isSubtype(type, space.exceptionType(.syntaxError)) { fillPlace(of: exception, &report) }
    report.missingName = missingName(exception)
    return report
  }

  private func qualifiedName(of type: ObjectPointer) -> String {
    guard space.isHeapType(type), let name = type[object: TypeOffset.qualifiedName] else {
      return space.typeName(type)
    }
    return name.text
  }

  private func notes(of exception: ObjectPointer) -> [String] {
    guard let notes = exception[object: ExceptionOffset.notes] ?? attachedNotes(exception),
      notes.type == space.type(.list)
    else { return [] }
    return space.items(of: notes).map { (try? space.string(of: $0)) ?? "<note str() failed>" }
  }

  private func attachedNotes(_ exception: ObjectPointer) -> ObjectPointer? {
    guard let dict = exception[object: ExceptionOffset.attributes],
      let name = try? space.makeName("__notes__")
    else {
      return nil
    }
    defer { space.release(name) }
    return space.value(ofName: name, in: dict)
  }

  /// The places that an exception passed, the outermost first.
  private func entries(of exception: ObjectPointer) -> [TracebackEntry] {
    var entries: [TracebackEntry] = []
    var next = exception[object: ExceptionOffset.traceback]
    while let traceback = next {
      next = traceback[object: TracebackOffset.next]
      guard let frame = traceback[object: TracebackOffset.frame], let data = frame[block: FrameOffset.data]
      else {
        continue
      }
      let loaded = code(of: data)
      let index = Int(traceback[int32: TracebackOffset.instruction]) / 2
      let line = Int(traceback[int32: TracebackOffset.line])
      let start = SourcePosition(line: line, column: 0)
      let range =
        loaded.unit.ranges.indices.contains(index) ? loaded.unit.ranges[index] : SourceRange(start, start)
      entries.append(
        TracebackEntry(
          file: loaded.file, function: loaded.unit.name, range: range, source: loaded.source,
          hasColumns: range.start != range.end))
    }
    return entries
  }

  private func fillPlace(of exception: ObjectPointer, _ report: inout ExceptionReport) {
    func own(_ index: Int) -> ObjectPointer? {
      exception[object: ExceptionOffset.own + 8 * index].flatMap { $0 == space.none ? nil : $0 }
    }
    report.message = own(0).map { $0.text }
    report.syntax = SyntaxPlace(
      file: own(1)?.text, line: own(2)?.integerValue, endLine: own(4)?.integerValue, text: own(6)?.text,
      offset: own(3)?.integerValue, endOffset: own(5)?.integerValue)
  }

  /// What is known of a name that was not found, with the names that there are.
  private func missingName(_ exception: ObjectPointer) -> MissingName? {
    let own = ExceptionOffset.own
    if space.isSubtype(exception.type, space.exceptionType(.attributeError)) {
      guard let object = exception[object: own], let name = exception[object: own + 8],
        name.type == space.type(.string)
      else { return nil }
      return MissingName(
        .attribute(ofSelf: isOwnSelf(object, exception)), name.text, candidates: attributeNames(of: object))
    }
    if space.isSubtype(exception.type, space.exceptionType(.nameError)) {
      guard let name = exception[object: own], name.type == space.type(.string) else { return nil }
      return missingVariable(name.text, exception)
    }
    if space.isSubtype(exception.type, space.exceptionType(.importError)) {
      guard let title = exception[object: own + 8], let name = exception[object: own + 24],
        title.type == space.type(.string), name.type == space.type(.string),
        let module = try? space.module(named: title.text)
      else { return nil }
      return MissingName(.imported, name.text, candidates: attributeNames(of: module))
    }
    return nil
  }

  private func attributeNames(of object: ObjectPointer) -> [String] {
    guard let list = try? space.directory(of: object) else { return [] }
    defer { space.release(list) }
    return space.items(of: list).map(\.text)
  }

  /// Whether an object is the `self` of the call that an exception was raised in.
  private func isOwnSelf(_ object: ObjectPointer, _ exception: ObjectPointer) -> Bool {
    var last: ObjectPointer?
    var next = exception[object: ExceptionOffset.traceback]
    while let traceback = next {
      last = traceback
      next = traceback[object: TracebackOffset.next]
    }
    guard let frame = last?[object: TracebackOffset.frame], let data = frame[block: FrameOffset.data],
      let place = code(of: data).unit.variableNames.firstIndex(of: "self")
    else { return false }
    return data[object: FrameDataOffset.variables + 8 * place] == object
  }

  /// The variables that can be seen where a name was not found.
  private func missingVariable(_ name: String, _ exception: ObjectPointer) -> MissingName? {
    var last: ObjectPointer?
    var next = exception[object: ExceptionOffset.traceback]
    while let traceback = next {
      last = traceback
      next = traceback[object: TracebackOffset.next]
    }
    guard let frame = last?[object: TracebackOffset.frame], let data = frame[block: FrameOffset.data] else {
      return nil
    }
    func names(_ dict: ObjectPointer?) -> [String] {
      guard let dict, dict.type == space.type(.dict) else { return [] }
      return space.entries(of: dict).compactMap { $0.key.type == space.type(.string) ? $0.key.text : nil }
    }
    var locals = names(data[object: FrameDataOffset.locals])
    var receiver: ObjectPointer?
    if let dict = try? space.makeDict() {
      defer { space.release(dict) }
      if data[word: FrameDataOffset.locals] == 0, (try? fillLocals(dict, from: data)) != nil {
        locals = names(dict)
        receiver = space.entries(of: dict).first { $0.key.text == "self" }?.value
      }
    }
    let globals = names(ObjectPointer(address: data[word: FrameDataOffset.globals]))
    let builtins = names(ObjectPointer(address: data[word: FrameDataOffset.builtins]))
    var isAttribute = false
    if let receiver, let key = try? space.makeName(name) {
      defer { space.release(key) }
      if let found = try? space.findAttribute(key, of: receiver) {
        space.release(found)
        isAttribute = true
      }
    }
    return MissingName(
      .variable(isAttributeOfSelf: isAttribute), name, candidates: locals + globals + builtins)
  }

  /// Tells an exception that nobody can catch.
  func tellUnraisable(_ error: ObjectError, place: String) {
    guard let exception = try? space.exceptionObject(of: error) else { return }
    defer { space.release(exception) }
    // What was raised outside of any function is told with the call that is under way.
    if exception[word: ExceptionOffset.traceback] == 0, let frame = state[block: StateOffset.frame] {
      addTraceback(to: exception, frame, instructionIndex(of: frame))
    }
    var report = ownReport(exception)
    // Such a traceback is written by CPython's own code, which marks nothing.
    for index in report.entries.indices {
      report.entries[index].hasColumns = false
      if isEnding { report.entries[index].source = nil }
    }
    let text = report.text
    host.write("Exception ignored in: \(place)\n" + text + (text.hasSuffix("\n") ? "" : "\n"), to: .error)
  }

  /// Keeps the exception that ended the program, as `sys.last_exc` does.
  func keepLast(_ error: ObjectError) {
    forgetLast()
    lastException = try? space.exceptionObject(of: error)
  }

  func forgetLast() {
    if let lastException { space.release(lastException) }
    lastException = nil
  }
}
