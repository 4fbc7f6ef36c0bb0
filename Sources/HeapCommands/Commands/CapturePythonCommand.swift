import ArgumentParser
import HeapGraph
import PythonCapture
import SystemPackage

/// Runs a Python program and writes its heap.
struct CapturePythonCommand: HeapCommand {
  enum Moment: String, ExpressibleByArgument, CaseIterable {
    case exit, signal, call
  }

  static let configuration = CommandConfiguration(
    commandName: "python",
    abstract: "Run a Python program and write its heap.",
    usage: "heapgraph capture python [<options>] <script> [<argument> ...]",
    discussion: """
      The program runs as python would run it, with its arguments, streams and exit status; what stands behind \
      SCRIPT is the program's. Its heap is written when it ends, also by an exception; with --at signal whenever \
      the signal comes, by a forked child while the program goes on; with --at call where the program calls \
      heapgraph_agent.dump(). CPython 3.8 and newer; nothing has to be installed there.

      A heap holds the texts of the program's strings: the file can be read by its owner alone, and --redact \
      leaves the texts out.

      EXAMPLE:
        heapgraph capture python app.py --port 80
        heapgraph capture python --python python3.13 --at signal -o app.heap app.py
        heapgraph capture python --print-agent
      """)

  @Option(
    help: ArgumentHelp("Which Python to run; python3 by itself.", valueName: "exe"), completion: .file())
  var python: String?

  @Option(help: "When the heap is written.")
  var at = Moment.exit

  @Option(help: ArgumentHelp("The signal for --at signal.", valueName: "name"))
  var signal = "USR2"

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp(
      "Write the heap to this file, compressed where it ends in .gz; by itself the script's name and .heap.",
      valueName: "file"),
    completion: .file(extensions: ["heap", "gz"]))
  var output: String?

  @Flag(help: "Leave the texts of strings, bytes and numbers out.")
  var redact = false

  @Flag(
    name: .customLong("repr"), help: "Ask the program's own __repr__ methods for texts, which runs its code.")
  var asksRepresentations = false

  @Option(
    parsing: .unconditional, help: ArgumentHelp("The longest text to keep, in characters.", valueName: "n"))
  var textLimit = 80

  @Flag(help: "Write the agent to standard output, to be copied into an application.")
  var printAgent = false

  @Flag(name: .shortAndLong, help: "Say nothing where all went well.")
  var quiet = false

  @Argument(
    parsing: .captureForPassthrough,
    help: ArgumentHelp("The program's file, and the program's own arguments.", valueName: "script"),
    completion: .file(extensions: ["py"]))
  var command: [String] = []

  func run(in session: CommandSession) async throws -> CommandOutcome {
    if printAgent {
      try session.output.write(PythonAgent.source)
      return .found
    }
    // Whoever wants to be sure where the options end writes `--`.
    let command = command.first == "--" ? Array(command.dropFirst()) : command
    guard let script = command.first else {
      throw HeapCommandError.usage("there is no script to run; name a Python file, such as app.py")
    }
    // What is passed through takes `--help` along, which only behind a script is the script's.
    if ["--help", "-h", "-help"].contains(script) { throw CleanExit.helpRequest(Self.self) }
    guard !script.hasPrefix("-") else {
      throw HeapCommandError.usage(
        "'\(script)' is no option of 'capture python'; the script's options stand behind the script")
    }
    guard textLimit >= 0 else {
      throw HeapCommandError.usage("--text-limit is \(textLimit); give a number of characters, 0 or more")
    }
    var capture = ScriptCapture(
      script: FilePath(script), arguments: Array(command.dropFirst()),
      interpreter: try await PythonInterpreter.find(python, environment: session.environment),
      moment: moment, output: try heapPath(for: script))
    capture.redactsTexts = redact
    capture.usesRepresentations = asksRepresentations
    capture.textLimit = textLimit
    capture.reportsProgress = session.messages.isTerminal && !quiet
    if at == .signal, !quiet {
      capture.started = { [signal] process in
        session.note("'kill -\(signal) \(process)' writes the heap while the program goes on")
      }
    }
    return try await run(capture, in: session)
  }

  private var moment: ScriptCapture.Moment {
    switch at {
    case .exit: .exit
    case .signal: .signal(signal)
    case .call: .call
    }
  }

  /// Where the heap goes: what was asked for, or a file in the current folder that is named as the script.
  private func heapPath(for script: String) throws(HeapCommandError) -> FilePath {
    if let output {
      let path = FilePath(output)
      guard path.lastComponent != nil else { throw .usage("--output is '\(output)'; name a file") }
      return path
    }
    guard let name = FilePath(script).stem else {
      throw .usage("'\(script)' is no file to run; name a Python file, such as app.py")
    }
    return FilePath(name + ".heap")
  }

  private func run(_ capture: ScriptCapture, in session: CommandSession) async throws -> CommandOutcome {
    // The program decides what a signal means to it; its heap is waited for.
    let result: ScriptCapture.Result
    do {
      result = try await session.interruption.ignoring { () throws(PythonCaptureError) in
        try await capture.run()
      }
    } catch .noHeapWritten(let path, let moment, let ending) {
      session.fail("\(PythonCaptureError.noHeapWritten(path: path, moment: moment, ending: ending))")
      return ending.exitStatus == 0 ? .failed : .program(ending.exitStatus)
    }
    if !quiet { session.note(Self.whatNext(result.heaps)) }
    return .program(result.ending.exitStatus)
  }

  /// Where the heaps are, and what to type next.
  static func whatNext(_ heaps: [FilePath]) -> String {
    let names = heaps.map { quoted($0.string) }
    let next = names.count > 1 ? "growth \(names.joined(separator: " "))" : "types \(names[0])"
    return "wrote \(names.joined(separator: ", ")); next: heapgraph \(next)"
  }

  /// A word as a shell takes it.
  private static func quoted(_ word: String) -> String {
    let plain = word.utf8.allSatisfy { byte in
      Character(Unicode.Scalar(byte)).isLetter || Character(Unicode.Scalar(byte)).isNumber
        || "-_./+:@,".utf8.contains(byte)
    }
    return plain && !word.isEmpty ? word : "'" + word.replacing("'", with: "'\\''") + "'"
  }
}
