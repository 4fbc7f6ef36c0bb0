import Subprocess
public import SystemPackage

/// A Python program to be run with its heap captured.
///
/// The program has this process's standard input, output and error as its own.
///
///     let capture = ScriptCapture(
///       script: "app.py", interpreter: try await .find(), output: "app.heap")
///     let result = try await capture.run()
public struct ScriptCapture: Sendable {
  /// When the heap is written.
  public enum Moment: Hashable, Sendable {
    /// When the program ends, also by an exception.
    case exit
    /// Whenever the signal of this name arrives, such as `USR2`, while the program goes on.
    case signal(String)
    /// Only where the program calls `heapgraph_agent.dump()`.
    case call
  }

  /// What was run, and what came of it.
  public struct Result: Hashable, Sendable {
    /// How the program ended.
    public let ending: ScriptEnding
    /// The heap files that were written, the chosen one first; never empty.
    public let heaps: [FilePath]
  }

  /// The program's file.
  public var script: FilePath
  /// What the program finds in `sys.argv` behind its name.
  public var arguments: [String]
  /// The Python that runs it.
  public var interpreter: PythonInterpreter
  /// When the heap is written.
  public var moment: Moment
  /// The file to write, compressed where its name ends in gz.
  ///
  /// Further dumps get a number before the ending.
  public var output: FilePath
  /// Whether the texts of strings, bytes and numbers are left out.
  public var redactsTexts = false
  /// Whether the program's own `__repr__` methods are asked for texts, which runs its code.
  public var usesRepresentations = false
  /// The longest text, in characters.
  public var textLimit = 80
  /// Whether the agent tells on standard error what it is doing, where that takes longer than a second.
  public var reportsProgress = false
  /// Called with the process's identifier when the program has been started.
  public var started: (@Sendable (Int32) -> Void)?

  /// Describes a run.
  ///
  /// - Parameters:
  ///   - script: the program's file.
  ///   - arguments: what it finds in `sys.argv` behind its name.
  ///   - interpreter: the Python that runs it.
  ///   - moment: when the heap is written.
  ///   - output: the file to write.
  public init(
    script: FilePath, arguments: [String] = [], interpreter: PythonInterpreter, moment: Moment = .exit,
    output: FilePath
  ) {
    self.script = script
    self.arguments = arguments
    self.interpreter = interpreter
    self.moment = moment
    self.output = output
  }

  /// Runs the program to its end.
  ///
  /// Signals that end this process from outside (hang-up, termination) and the one that asks for a dump
  /// are passed on to the program; the keyboard's reach it anyway and are left to it.
  ///
  /// - Returns: how the program ended, and the files written.
  /// - Throws: ``PythonCaptureError``; `noHeapWritten` tells how the program ended, too.
  public func run() async throws(PythonCaptureError) -> Result {
    guard FileMark(script) != nil else { throw .scriptNotFound(path: script) }
    let folder = output.removingLastComponent()
    guard folder.isEmpty || FileMark(folder) != nil else { throw .outputFolderNotFound(path: folder) }

    let workplace = try TemporaryFolder()
    defer { workplace.remove(PythonAgent.fileName) }
    let agent = workplace.path.appending(PythonAgent.fileName)
    try PythonAgent.write(to: agent)

    let files = HeapFiles(output: output)
    let before = files.marks()
    let ending = try await run(agent: agent)
    await files.waitForWriters()
    let written = files.written(since: before)
    guard !written.isEmpty else {
      throw .noHeapWritten(path: output, moment: moment, ending: ending)
    }
    return Result(ending: ending, heaps: written)
  }

  private func run(agent: FilePath) async throws(PythonCaptureError) -> ScriptEnding {
    var forwarder: SignalForwarder?
    defer { forwarder?.stop() }
    do {
      let result = try await Subprocess.run(
        PythonInterpreter.executable(interpreter.command),
        arguments: Arguments([agent.string] + options + [script.string] + arguments),
        input: .currentStandardInput, output: .currentStandardOutput, error: .currentStandardError
      ) { execution in
        let process = execution.processIdentifier.value
        forwarder = SignalForwarder(to: process, signalName: signalName)
        started?(process)
      }
      return ScriptEnding(result.terminationStatus)
    } catch {
      throw .interpreterFailed(path: interpreter.command, reason: "\(error)")
    }
  }

  private var signalName: String? {
    if case .signal(let name) = moment { name } else { nil }
  }

  /// The agent's options.
  var options: [String] {
    var options = ["-o", output.string, "--text-limit", "\(textLimit)"]
    switch moment {
    case .exit: options += ["--at", "exit"]
    case .signal(let name): options += ["--at", "signal", "--signal", name]
    case .call: options += ["--at", "call"]
    }
    if redactsTexts { options.append("--redact") }
    if usesRepresentations { options.append("--repr") }
    if reportsProgress { options.append("--progress") }
    return options + ["--"]
  }
}
