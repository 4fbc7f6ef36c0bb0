import HeapGraph
import ObjectRuntime
import PythonProgram
import SystemPackage

/// A program or notebook as a heap: it is run, and its heap kept as it is at its end or at a line.
enum ProgramHeap {
  /// Whether a HEAP argument names a program.
  static func isProgram(_ name: String) -> Bool { name.hasSuffix(".py") || name.hasSuffix(".ipynb") }

  /// Runs a program and asks its heap.
  ///
  /// What the program prints goes to standard error, since standard output is the answer's.
  ///
  /// - Parameters:
  ///   - name: its file.
  ///   - options: at which moment it is asked, and its limits.
  ///   - ask: is given the heap, its objects in the order of their numbers, and the space that they live in.
  /// - Throws: ``HeapCommandError`` where the program cannot be read, ends with an exception or never comes to the line.
  static func ask<Answer>(
    _ name: String, _ options: ProgramHeapOptions, in session: CommandSession,
    _ ask: @escaping (HeapSnapshot, [ObjectPointer], ObjectSpace) throws -> Answer
  ) throws -> Answer {
    let bytes = try ProgramFile.bytes(of: name)
    return try onLargeStack {
      var redirected = session
      redirected.output = session.messages
      let file = ProgramFile.absolute(name)
      let world = ProgramWorld(redirected, folder: FilePath(file).removingLastComponent())
      var settings = ProgramOptions(options.limits)
      if !name.hasSuffix(".ipynb") { settings.stopLine = options.at }
      settings.arguments = [name]
      let program = try ProgramSession(host: world, options: settings)
      var answer: Result<Answer, any Error>?
      program.atStop = { snapshot, objects in answer = Result { try ask(snapshot, objects, program.space) } }
      defer { program.atStop = nil }
      let outcome: ProgramOutcome
      if name.hasSuffix(".ipynb") {
        let run = NotebookRun(
          try Notebook(bytes, name: name), name: name, world: world, session: session, keepsOutputs: false)
        outcome = try run.run(program, before: options.at)
      } else {
        outcome = program.run(bytes, file: file)
      }
      world.flush()
      try check(outcome, name, options)
      if answer == nil {
        if let line = options.at {
          throw HeapCommandError.nothingFound(
            "\(name) ends without coming to line \(line) or a later one; lines and cells count from 1")
        }
        try program.capture()
      }
      guard let answer else { throw HeapCommandError.failed("\(name): the heap could not be read") }
      return try answer.get()
    }
  }

  private static func check(_ outcome: ProgramOutcome, _ name: String, _ options: ProgramHeapOptions) throws {
    switch outcome {
    case .raised where !options.postMortem:
      throw HeapCommandError.nothingFound(
        "\(name) ended with an exception; --post-mortem asks the heap as it was then")
    case .interrupted(.lineReached), .finished, .exited, .raised: break
    case .interrupted(let reason):
      // A program that was ended by its limits is asked where that is wanted.
      if !options.postMortem { throw HeapCommandError.failed("\(name): \(reason.text)") }
    }
  }

  /// The heap of a program.
  static func snapshot(
    of name: String, _ options: ProgramHeapOptions, in session: CommandSession
  ) throws -> HeapSnapshot {
    try ask(name, options, in: session) { snapshot, _, _ in snapshot }
  }
}

extension ProgramOptions {
  init(_ limits: ProgramLimitOptions) {
    self.init()
    self.limits = ProgramLimits(steps: limits.maxSteps, time: limits.maxTime)
    memoryLimit = limits.maxMemory.map { ByteCount(rawValue: UInt64($0.bytes)) }
  }
}

extension PythonProgram.Interruption {
  /// What is told of it.
  var text: String {
    switch self {
    case .stepLimit(let steps): "the program was ended after \(steps) steps, its --max-steps"
    case .timeLimit(let seconds): "the program was ended after \(seconds) seconds, its --max-time"
    case .lineReached(let line): "the program was stopped at line \(line)"
    case .cancelled: "the program was ended"
    }
  }
}
