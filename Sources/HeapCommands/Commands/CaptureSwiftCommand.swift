import ArgumentParser
import HeapGraph
import SwiftHeap
import SystemPackage

/// Writes the heap of a Swift program that runs, or that left a core file.
struct CaptureSwiftCommand: HeapCommand {
  static let configuration = CommandConfiguration(
    commandName: "swift",
    abstract: "Write the heap of a Swift program that runs, or that left a core file.",
    usage: "heapgraph capture swift (--pid <pid> | --core <file>) [<options>]",
    discussion: """
      The program need know nothing of it. Its threads stand still while its memory is copied, some milliseconds, and \
      then go on; its objects, their types and references are read from the copy. Linux with glibc; whoever \
      captures must be allowed to trace the program, as its user mostly is.

      A core file is what the kernel writes of a program that crashed, or gcore of one that runs. It leaves out what \
      is in the files of the executable and its libraries: these must be the ones that ran, and are looked for where \
      they were, or where --exe and --sysroot say.

      A heap holds the texts of the program's strings: the file can be read by its owner alone.

      EXAMPLE:
        heapgraph capture swift --pid 4711
        heapgraph capture swift --pid 4711 -o app.heap
        heapgraph capture swift --core core.4711 --exe build/app -o app.heap
      """)

  @Option(parsing: .unconditional, help: ArgumentHelp("The program's process number.", valueName: "pid"))
  var pid: Int32?

  @Option(
    help: ArgumentHelp("A core file that the program left, or that gcore wrote.", valueName: "file"),
    completion: .file())
  var core: String?

  @Option(
    help: ArgumentHelp(
      "The executable that left the core file, where it is elsewhere now.", valueName: "file"),
    completion: .file())
  var exe: String?

  @Option(
    help: ArgumentHelp(
      "A folder that has the core file's libraries, and the executable, under the paths that they had.",
      valueName: "folder"),
    completion: .directory)
  var sysroot: String?

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp(
      "Write the heap to this file, compressed where it ends in .gz; by itself swift-PID.heap, or the core file's name and .heap.",
      valueName: "file"),
    completion: .file(extensions: ["heap", "gz"]))
  var output: String?

  @Flag(name: .shortAndLong, help: "Say nothing where all went well.")
  var quiet = false

  func run(in session: CommandSession) throws -> CommandOutcome {
    let source = try source()
    let path = FilePath(output ?? source.heapName)
    guard path.lastComponent != nil else {
      throw HeapCommandError.usage("--output is '\(path)'; name a file")
    }
    let snapshot: HeapSnapshot
    do {
      snapshot = try ProgressBar.during("Capturing", in: session) { _ throws(SwiftHeapError) in
        switch source {
        case .process(let pid): try SwiftHeap.capture(process: pid)
        case .core(let core): try SwiftHeap.capture(core: core, executable: exe, sysroot: sysroot)
        }
      }
    } catch {
      throw HeapCommandError.failed("\(error)")
    }
    try snapshot.write(to: path)
    if !quiet { session.note(CapturePythonCommand.whatNext([path])) }
    return .found
  }

  /// Where the heap is.
  private enum Source {
    case process(Int32)
    case core(String)

    /// The file that the heap goes to where none is named.
    var heapName: String {
      switch self {
      case .process(let pid): "swift-\(pid).heap"
      case .core(let path): (FilePath(path).lastComponent?.string ?? "core") + ".heap"
      }
    }
  }

  private func source() throws(HeapCommandError) -> Source {
    switch (pid, core) {
    case (let pid?, nil):
      guard pid > 0 else { throw .usage("--pid is \(pid); give a process's number") }
      guard exe == nil, sysroot == nil else {
        throw .usage("--exe and --sysroot belong to --core; a process that runs has its files itself")
      }
      return .process(pid)
    case (nil, let core?): return .core(core)
    case (nil, nil):
      throw .usage("there is nothing to capture; name a process by --pid, or a core file by --core")
    case (_?, _?): throw .usage("--pid and --core exclude each other; name a process or a core file")
    }
  }
}
