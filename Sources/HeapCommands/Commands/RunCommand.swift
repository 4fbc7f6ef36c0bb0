import ArgumentParser
import HeapGraph
import PythonProgram
import SystemPackage

/// Runs a Python program on the built-in object runtime.
struct RunCommand: HeapCommand {
  static let configuration = CommandConfiguration(
    commandName: "run",
    abstract: "Run a Python program on the built-in object runtime.")

  @Argument(help: ArgumentHelp("A Python program.", valueName: "file"), completion: .file(extensions: ["py", "ipynb"]))
  var file: String

  func run(in session: CommandSession) throws -> CommandOutcome {
    let bytes = try ProgramFile.bytes(of: file)
    return try onLargeStack {
      let host = ProgramWorld(session, folder: FilePath(ProgramFile.absolute(file)).removingLastComponent())
      let program = try ProgramSession(host: host)
      let outcome = program.run(bytes, file: ProgramFile.absolute(file))
      program.end()
      host.flush()
      return outcome == .finished ? .found : .program(outcome.status)
    }
  }
}
