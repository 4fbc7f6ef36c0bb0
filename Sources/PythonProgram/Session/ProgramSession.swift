package import HeapModel
package import ObjectRuntime

/// How a program is run.
package struct ProgramOptions: Sendable {
  package var limits = ProgramLimits()
  /// The most bytes that the heap may take; `nil` without a limit.
  package var memoryLimit: ByteCount?
  /// The arguments behind the program's name, as `sys.argv` has them.
  package var arguments: [String] = []
  /// The lines at whose begin the heap is handed out, each in its turn: after one, the next is waited for.
  package var captureLines: [Int] = []
  /// Whether the program goes on after the last of those lines.
  package var goesOn = false
  /// Whether the heap is handed out where the program calls `heapgraph_agent.dump()`.
  package var capturesCalls = false

  package init() {}
}

/// How a program, or a part of it, ended.
package enum ProgramOutcome: Sendable, Equatable {
  case finished
  /// It ended itself with a status.
  case exited(Int32)
  /// An exception that nothing caught was told.
  case raised(isKeyboardInterrupt: Bool)
  /// It is no program that can be run, which was told.
  case refused
  /// It was ended from outside.
  case interrupted(Interruption)

  /// The status that a shell sees.
  package var status: Int32 {
    switch self {
    case .finished: 0
    case .exited(let status): status
    // CPython ends itself with the signal that the key sends, and a shell shows 128 and its number.
    case .raised(let isKeyboardInterrupt): isKeyboardInterrupt ? 130 : 1
    case .refused: 1
    case .interrupted(.lineReached): 0
    case .interrupted: 1
    }
  }
}

/// A Python program and the heap that it runs on: one or several parts, one after the other, in the same variables.
package final class ProgramSession {
  package let machine: Machine
  package let space: ObjectSpace
  private let host: any ProgramHost
  private let options: ProgramOptions

  /// Makes a session with an empty main module.
  ///
  /// - Throws: ``ObjectError`` of kind `memoryError` where the limit does not even hold the start.
  package init(host: any ProgramHost, options: ProgramOptions = ProgramOptions()) throws(ObjectError) {
    self.host = host
    self.options = options
    var spaceOptions = ObjectSpaceOptions()
    spaceOptions.memoryLimit = options.memoryLimit
    space = try ObjectSpace(options: spaceOptions)
    machine = try Machine(space)
    machine.host = host
    machine.limits = options.limits
    machine.programArguments = options.arguments
    machine.registerModules()
    try space.beginProgram()
    if options.capturesCalls {
      machine.momentHook = { [unowned self] () throws(ObjectError) in try capture() }
    }
    if !options.captureLines.isEmpty {
      machine.statementHook = { [unowned self] (line, file) throws(ObjectError) in
        guard line == captureStatements.last, file == machine.mainFile else { return }
        captureStatements.removeLast()
        try capture()
        if captureStatements.isEmpty, !self.options.goesOn { throw machine.interrupt(.lineReached(line)) }
      }
    }
  }

  deinit { space.close() }

  /// What is given the heap, and its objects in the order of their numbers, at each line of the options.
  package var atStop: ((HeapSnapshot, [ObjectPointer]) -> Void)?

  /// Hands the heap as it is now to ``atStop``, with the variables of the calls that are under way, and of those that an
  /// uncaught exception has passed.
  package func capture() throws(ObjectError) {
    let roots = machine.lastException.map { [(name: "sys.last_exc", object: $0)] } ?? []
    let variables = machine.callVariables() + machine.variablesOfLastException()
    let (snapshot, objects) = try space.withRoots(roots, variables: variables) { () throws(ObjectError) in
      try space.snapshotWithObjects()
    }
    atStop?(snapshot, objects)
  }

  /// The lines of the statements at which the heap is still to be handed out, the next one last: those of the options
  /// or, where no statement begins there, of the next one.
  private var captureStatements: [Int] = []

  /// Finds the statements of the options' lines.
  ///
  /// - Returns: what is wrong with the lines, where something is.
  private func findStatements(in unit: CodeUnit) -> Interruption? {
    guard !options.captureLines.isEmpty else { return nil }
    let lines = unit.statementLines.sorted()
    captureStatements = []
    var later: Int?
    for wanted in options.captureLines.reversed() {
      guard let line = lines.first(where: { $0 >= wanted }) else { return .lineMissing(wanted) }
      if let later, later != wanted, captureStatements.last == line {
        return .lineRepeated(wanted, later, statement: line)
      }
      captureStatements.append(line)
      later = wanted
    }
    return nil
  }

  /// Runs a program in the main module.
  ///
  /// What goes wrong is told on the program's standard error, as CPython does.
  ///
  /// - Parameters:
  ///   - bytes: its text.
  ///   - file: its name, as errors show it.
  ///   - showsLastExpression: whether it is a cell of a notebook.
  package func run(
    _ bytes: some Sequence<UInt8>, file: String, showsLastExpression: Bool = false
  ) -> ProgramOutcome {
    var source: SourceText?
    let unit: CodeUnit
    do throws(ProgramError) {
      let text = try SourceText(bytes)
      source = text
      var compilation = Compiler.Options()
      compilation.showsLastExpression = showsLastExpression
      compilation.marksStatements = !options.captureLines.isEmpty
      let statements = try Parser.statements(of: text)
      tellWarnings(text, statements, file: file)
      try checkRules(statements)
      unit = Compiler.compile(statements, options: compilation)
      if let reason = findStatements(in: unit) { return .interrupted(reason) }
    } catch {
      let text =
        source.map { error.text(file: file, source: $0) }
        ?? "  File \"\(file)\"\n\(error.kind.rawValue): \(error.message)"
      host.tell(
        ProgramFailure(typeName: error.kind.rawValue, message: error.message, text: text + "\n"))
      return .refused
    }
    machine.mainFile = file
    do throws(ObjectError) {
      guard let globals = space.globalsDict else { return .finished }
      try machine.prepareMain(globals, file: file)
      let result = try machine.runModule(
        unit, file: file, source: source, globals: globals, keepsLiterals: !showsLastExpression)
      space.release(result)
      return .finished
    } catch {
      return outcome(of: error)
    }
  }

  /// Runs a cell of a notebook.
  ///
  /// - Parameter show: is given the `repr` of the value that the cell ends with, where it is not `None`.
  package func runCell(
    _ bytes: some Sequence<UInt8>, file: String, show: @escaping (String) -> Void
  ) -> ProgramOutcome {
    machine.showHook = { [unowned self] (value) throws(ObjectError) in
      guard value != space.none else { return }
      show(try space.representation(of: value))
    }
    defer { machine.showHook = nil }
    return run(bytes, file: file, showsLastExpression: true)
  }

  private func tellWarnings(_ source: SourceText, _ statements: [Statement], file: String) {
    for warning in warnings(of: source, statements) {
      host.write(warning.text(file: file, source: source), to: .error)
    }
  }

  private func outcome(of error: ObjectError) -> ProgramOutcome {
    if let interruption = machine.interruption {
      machine.interruption = nil
      return .interrupted(interruption)
    }
    if error.kind == .systemExit, let status = exitStatus(error) { return .exited(status) }
    host.tell(machine.failure(error))
    machine.keepLast(error)
    return .raised(isKeyboardInterrupt: error.kind == .keyboardInterrupt)
  }

  /// The status that a `SystemExit` asks for.
  private func exitStatus(_ error: ObjectError) -> Int32? {
    guard let exception = try? space.exceptionObject(of: error) else { return 1 }
    defer { space.release(exception) }
    guard let code = exception[object: ExceptionOffset.own], code != space.none else { return 0 }
    if space.isSubtype(code.type, space.type(.int)) {
      return Int32(truncatingIfNeeded: code.integerValue ?? -1)
    }
    let text = (try? space.string(of: code)) ?? ""
    host.write(text + "\n", to: .error)
    return 1
  }

  /// Takes away the variables that the program has made, and collects what only they held.
  package func forgetVariables() throws(ObjectError) {
    machine.forgetLast()
    guard let globals = space.globalsDict else { return }
    // What goes may have finalizers, which change the variables, too.
    let names = space.entries(of: globals).map(\.key)
      .filter { $0.type == space.type(.string) && !$0.text.hasPrefix("__") }
    for name in names { name.retain() }
    defer { for name in names { space.release(name) } }
    for name in names { _ = try space.removeValue(of: name, from: globals) }
    _ = try space.collect()
  }

  /// Ends the program: waiting finalizers run, the modules' variables go, and what only they held.
  package func end() {
    machine.forgetLast()
    do throws(ObjectError) {
      try space.endProgram { stage in
        switch stage {
        case .modules: machine.isEnding = true
        case .system: machine.host = SilentHost()
        }
      }
    } catch {
      host.write(machine.report(error), to: .error)
    }
  }

  /// The heap as it is now.
  package func snapshot() throws(ObjectError) -> HeapSnapshot { try space.snapshot() }
}
