import ArgumentParser
import HeapGraph
import SwiftHeap
import SystemPackage

/// Writes the heap of a Swift program that runs.
struct CaptureSwiftCommand: HeapCommand {
  static let configuration = CommandConfiguration(
    commandName: "swift",
    abstract: "Write the heap of a Swift program that runs.",
    usage: "heapgraph capture swift --pid <pid> [<options>]",
    discussion: """
      The program need know nothing of it. Its threads stand still while its memory is copied, some milliseconds, and \
      then go on; its objects, their types and references are read from the copy. Linux with glibc; whoever \
      captures must be allowed to trace the program, as its user mostly is.

      A heap holds the texts of the program's strings: the file can be read by its owner alone.

      EXAMPLE:
        heapgraph capture swift --pid 4711
        heapgraph capture swift --pid 4711 -o app.heap
      """)

  @Option(parsing: .unconditional, help: ArgumentHelp("The program's process number.", valueName: "pid"))
  var pid: Int32

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp(
      "Write the heap to this file, compressed where it ends in .gz; by itself swift-PID.heap.",
      valueName: "file"),
    completion: .file(extensions: ["heap", "gz"]))
  var output: String?

  @Flag(name: .shortAndLong, help: "Say nothing where all went well.")
  var quiet = false

  func run(in session: CommandSession) throws -> CommandOutcome {
    guard pid > 0 else { throw HeapCommandError.usage("--pid is \(pid); give a process's number") }
    let path = FilePath(output ?? "swift-\(pid).heap")
    guard path.lastComponent != nil else {
      throw HeapCommandError.usage("--output is '\(path)'; name a file")
    }
    let snapshot: HeapSnapshot
    do {
      snapshot = try ProgressBar.during("Capturing", in: session) { _ throws(SwiftHeapError) in
        try SwiftHeap.capture(process: pid)
      }
    } catch {
      throw HeapCommandError.failed("\(error)")
    }
    try snapshot.write(to: path)
    if !quiet { session.note(CapturePythonCommand.whatNext([path])) }
    return .found
  }
}
