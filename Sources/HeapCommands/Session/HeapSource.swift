import HeapGraph
import SystemPackage

/// The one place that turns a HEAP argument into a snapshot.
enum HeapSource {
  /// The argument that means standard input.
  static let standardInput = "-"

  /// Opens a heap.
  ///
  /// - Parameter name: a file, or `-` for standard input.
  static func open(_ name: String, in session: CommandSession) throws -> HeapSnapshot {
    let isStandardInput = name == standardInput
    if isStandardInput, isTerminalDescriptor(FileDescriptor.standardInput.rawValue) {
      throw HeapCommandError.usage(
        "the heap is to come from standard input, which is a terminal; name a .heap file or pipe one in")
    }
    do throws(HeapFileError) {
      return try ProgressBar.during("Reading \(title(of: name))", in: session) { _ throws(HeapFileError) in
        try HeapSnapshot(contentsOf: isStandardInput ? "/dev/stdin" : name)
      }
    } catch {
      // The device's path is not what was typed.
      throw HeapCommandError.failed(isStandardInput ? "standard input: \(error.problem)" : "\(error)")
    }
  }

  /// Opens the heap that a command asks: a file's, or that of a program, which is run for it.
  static func open(_ heap: HeapArgument, in session: CommandSession) throws -> HeapSnapshot {
    if ProgramHeap.isProgram(heap.name) {
      return try ProgramHeap.snapshot(of: heap.name, heap.program, in: session)
    }
    if heap.program.at != nil || heap.program.ending.postMortem { throw isNoProgram(heap.name) }
    return try open(heap.name, in: session)
  }

  /// Opens the heaps that a command compares: those of files, or the moments of one program, which is run once.
  static func open(
    _ names: [String], moments: ProgramMomentOptions, in session: CommandSession
  ) throws -> [HeapSnapshot] {
    guard let program = names.first(where: ProgramHeap.isProgram) else {
      if !moments.at.isEmpty || moments.ending.postMortem { throw isNoProgram(names[0]) }
      guard names.count >= 2 else {
        throw HeapCommandError.usage("growth compares two heaps or more; name a later one, too")
      }
      return try open(names, in: session)
    }
    guard names.count == 1 else {
      throw HeapCommandError.usage(
        "growth compares captured heaps, or moments of one program; name \(program) alone, with --at")
    }
    let question = try moments.question(for: program)
    let heaps = try ProgramHeap.ask(program, question, in: session) { snapshot, _, _ in snapshot }
    guard heaps.count >= 2 else {
      throw HeapCommandError.failed(
        "\(program) ended before its first moment, so that there is nothing to compare; give an earlier --at")
    }
    return heaps
  }

  private static func isNoProgram(_ name: String) -> HeapCommandError {
    .usage(
      "--at and --post-mortem are for programs, and \(title(of: name)) is none; name a .py or .ipynb file")
  }

  /// Opens several heaps.
  static func open(_ names: [String], in session: CommandSession) throws -> [HeapSnapshot] {
    guard names.count(where: { $0 == standardInput }) <= 1 else {
      throw HeapCommandError.usage("only one heap can come from standard input; name files for the others")
    }
    return try names.map { try open($0, in: session) }
  }

  /// How a heap is called in a message.
  static func title(of name: String) -> String {
    name == standardInput ? "standard input" : name
  }
}
