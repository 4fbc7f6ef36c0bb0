import HeapGraph
import ObjectRuntime
import PythonProgram
import SystemPackage

/// A program or notebook as a heap: it is run, and its heap kept as it is at some moments.
enum ProgramHeap {
  /// Whether a HEAP argument names a program.
  static func isProgram(_ name: String) -> Bool { name.hasSuffix(".py") || name.hasSuffix(".ipynb") }

  /// Runs a program and asks its heap at some moments.
  ///
  /// What the program prints goes to standard error, since standard output is the answer's.
  ///
  /// - Parameters:
  ///   - name: its file.
  ///   - question: at which moments it is asked, and its limits.
  ///   - ask: is given the heap, its objects in the order of their numbers, and the space that they live in.
  /// - Returns: the answers of the moments; of those up to the end, where the program ended early and that is asked for.
  /// - Throws: ``HeapCommandError`` where the program cannot be read, ends with an exception or never comes to a line.
  static func ask<Answer>(
    _ name: String, _ question: ProgramQuestion, in session: CommandSession,
    _ ask: @escaping (HeapSnapshot, [ObjectPointer], ObjectSpace) throws -> Answer
  ) throws -> [Answer] {
    let bytes = try ProgramFile.bytes(of: name)
    return try onLargeStack {
      var redirected = session
      redirected.output = session.messages
      let file = ProgramFile.absolute(name)
      let world = ProgramWorld(redirected, folder: FilePath(file).removingLastComponent())
      var settings = ProgramOptions(question.limits)
      if !isNotebook(name) { settings.captureLines = question.lines }
      settings.capturesCalls = question.isOfCalls
      settings.goesOn = question.comesToEnd
      settings.arguments = [name]
      let program = try ProgramSession(host: world, options: settings)
      var answers: [Result<Answer, any Error>] = []
      program.atStop = { snapshot, objects in
        answers.append(Result { try ask(snapshot, objects, program.space) })
      }
      defer { program.atStop = nil }
      let outcome: ProgramOutcome
      if isNotebook(name) {
        let run = NotebookRun(
          try Notebook(bytes, name: name), name: name, world: world, session: session, keepsOutputs: false)
        outcome = try run.run(program, capturingBefore: question.lines, goesOn: question.comesToEnd)
      } else {
        outcome = program.run(bytes, file: file)
      }
      world.flush()
      let ending = ProgramEnding(
        outcome: outcome, name: name, question: question, captureCount: answers.count)
      if try ending.isAsked(in: session) { try program.capture() }
      return try answers.map { try $0.get() }
    }
  }

  /// Whether a program is a notebook.
  static func isNotebook(_ name: String) -> Bool { name.hasSuffix(".ipynb") }

  /// The heap of a program.
  static func snapshot(
    of name: String, _ options: ProgramHeapOptions, in session: CommandSession
  ) throws -> HeapSnapshot {
    let heaps = try ask(name, options.question, in: session) { snapshot, _, _ in snapshot }
    return try onlyHeap(heaps, of: name)
  }

  /// What came of the one moment that was asked for.
  static func onlyHeap<Answer>(_ answers: [Answer], of name: String) throws(HeapCommandError) -> Answer {
    guard let answer = answers.first else { throw .failed("\(name): the heap could not be read") }
    return answer
  }
}

/// How a program ended whose heap is asked.
private struct ProgramEnding {
  var outcome: ProgramOutcome
  var name: String
  var question: ProgramQuestion
  /// How many of the moments have come.
  var captureCount: Int

  /// Whether the heap is asked as it is now.
  ///
  /// - Throws: ``HeapCommandError`` where a moment did not come.
  func isAsked(in session: CommandSession) throws(HeapCommandError) -> Bool {
    switch outcome {
    case .refused: throw .failed("\(name) cannot be run: see above")
    case .interrupted(.lineReached): return false
    case .interrupted(.lineMissing(let line)):
      throw .nothingFound(
        "--at is \(line), and \(name) has no statement there or below that it could come to")
    case .interrupted(.lineRepeated(let line, let next, let statement)):
      throw .usage(
        "--at \(line) and --at \(next) stand for one statement of \(name), that of line \(statement); "
          + "name line \(statement) twice to wait for it twice")
    case .raised:
      guard question.postMortem else {
        throw .failed("\(name) ended with an exception\(before); --post-mortem asks the heap as it was then")
      }
      return true
    case .interrupted(let reason):
      guard question.postMortem else {
        throw .failed("\(name): \(reason.text)\(before); --post-mortem asks the heap as it was then")
      }
      return true
    case .finished where question.isOfCalls, .exited where question.isOfCalls:
      guard captureCount > 0 else { throw ProgramMomentOptions.tooFewMoments(of: name) }
      return captureCount == 1
    case .finished, .exited:
      if let line = waitedLine {
        throw .nothingFound("\(name) ended without coming to \(place(line))\(after)")
      }
      if question.postMortem {
        session.note("\(name) ended without an exception; this is its heap at its end")
      }
      return true
    }
  }

  /// The line that was waited for.
  private var waitedLine: Int? {
    question.lines.indices.contains(captureCount) ? question.lines[captureCount] : nil
  }

  private var before: String { waitedLine.map { " before it came to \(place($0))" } ?? "" }

  /// The line that came last, where there is one.
  private var after: String {
    captureCount > 0 ? " after \(place(question.lines[captureCount - 1]))" : ""
  }

  private func place(_ line: Int) -> String {
    ProgramHeap.isNotebook(name) ? "code cell \(line)" : "line \(line)"
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
    case .lineMissing(let line): "the program has no statement at line \(line) or below"
    case .lineRepeated(_, _, let line): "two lines stand for the statement of line \(line)"
    case .cancelled: "the program was ended"
    }
  }
}
