import ArgumentParser
import HeapFormats
import HeapGraph
import PythonProgram
import SystemPackage

/// Runs a Python program or notebook on the built-in object runtime.
struct RunCommand: HeapCommand {
  static let configuration = CommandConfiguration(
    commandName: "run",
    abstract: "Run a Python program or notebook on the built-in object runtime.",
    usage: "heapgraph run [<options>] <file> [<argument> ...]",
    discussion: """
      The runtime has the objects of CPython 3.13: their reference counts, sizes, collector and weak references. \
      The program reaches no file but the pictures that it draws with objgraph; they are written where it says, \
      as .dot, .svg, .png or .pdf. It can import the modules sys, gc, weakref, tracemalloc, objgraph, collections, \
      functools, itertools, contextlib, types, inspect, math and time, and its own files beside it. Where it ends \
      with an exception, the exit status is 1. The commands that ask heaps take programs, too.

      EXAMPLE:
        heapgraph run samples/tree.py
        heapgraph run app.py input.txt -- --verbose
        heapgraph run notebook.ipynb -o executed.ipynb
        heapgraph run stranger.py --max-time 5 --max-memory 200M
      """)

  @Argument(
    help: ArgumentHelp(
      "A .py program or .ipynb notebook, or - for a program on standard input.", valueName: "file"),
    completion: .file(extensions: ["py", "ipynb"]))
  var file: String

  @Argument(
    help: ArgumentHelp(
      "The program's sys.argv; put -- before those that begin with -.", valueName: "argument"))
  var arguments: [String] = []

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp(
      "Write the executed notebook, with outputs and pictures, to this file.", valueName: "file"),
    completion: .file(extensions: ["ipynb"]))
  var output: String?

  @OptionGroup(title: "Limits") var limits: ProgramLimitOptions

  func run(in session: CommandSession) throws -> CommandOutcome {
    let isNotebook = file.hasSuffix(".ipynb")
    if output != nil, !isNotebook {
      throw HeapCommandError.usage("-o writes an executed notebook, and \(file) is none; name an .ipynb file")
    }
    if let output { try Self.check(output) }
    let isStandardInput = file == HeapSource.standardInput
    let bytes = try ProgramFile.bytes(of: isStandardInput ? "/dev/stdin" : file)
    if ProgramFile.isHeap(bytes) {
      throw HeapCommandError.failed(
        "\(file) is a captured heap and no program; 'heapgraph info' tells what is in it")
    }
    return try onLargeStack {
      let path = isStandardInput ? "<stdin>" : ProgramFile.absolute(file)
      let folder = isStandardInput ? nil : FilePath(path).removingLastComponent()
      let world = ProgramWorld(session, folder: folder)
      var options = ProgramOptions(limits)
      options.arguments = [file] + arguments
      let outcome =
        isNotebook
        ? try runNotebook(bytes, world, options, session)
        : try runProgram(bytes, path, world, options)
      world.flush()
      if case .interrupted(let reason) = outcome { throw HeapCommandError.failed("\(file): \(reason.text)") }
      return outcome == .finished ? .found : .program(outcome.status)
    }
  }

  /// Refuses a place where nothing can be written, before the notebook is run.
  private static func check(_ output: String) throws(HeapCommandError) {
    guard !output.isEmpty else { throw .usage("--output is empty; name a file for the executed notebook") }
    let folder = FilePath(output).removingLastComponent()
    guard !folder.isEmpty else { return }
    do {
      try FileDescriptor.open(folder, .readOnly, options: [.directory, .closeOnExec]).close()
    } catch {
      throw .failed("there is no folder \(folder) to write the executed notebook to")
    }
  }

  private func runProgram(
    _ bytes: [UInt8], _ path: String, _ world: ProgramWorld, _ options: ProgramOptions
  ) throws -> ProgramOutcome {
    let program = try ProgramSession(host: world, options: options)
    let outcome = program.run(bytes, file: path)
    if case .interrupted = outcome { return outcome }
    program.end()
    return outcome
  }

  private func runNotebook(
    _ bytes: [UInt8], _ world: ProgramWorld, _ options: ProgramOptions, _ session: CommandSession
  ) throws -> ProgramOutcome {
    let run = NotebookRun(
      try Notebook(bytes, name: file), name: file, world: world, session: session, keepsOutputs: output != nil
    )
    let program = try ProgramSession(host: run, options: options)
    let outcome = try run.run(program)
    // What the cells gave is kept also where one of them failed.
    if let output {
      let bytes = Array(run.executed.text.utf8)
      try AtomicFile.write(to: FilePath(output)) { file throws(HeapFileError) in
        try file.write(all: bytes.rawSpan)
      }
    }
    return outcome
  }
}
