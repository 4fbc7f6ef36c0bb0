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
    if heap.program.at != nil || heap.program.postMortem {
      throw HeapCommandError.usage(
        "--at and --post-mortem are for programs, and \(title(of: heap.name)) is none; name a .py or .ipynb file"
      )
    }
    return try open(heap.name, in: session)
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
