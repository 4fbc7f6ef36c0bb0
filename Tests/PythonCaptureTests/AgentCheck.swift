import PythonCapture
import Subprocess
import SystemPackage
import Testing

/// A program in `Programs` that checks the agent from within an interpreter.
struct AgentCheck {
  static let programs = FilePath(#filePath).removingLastComponent().appending("Programs")

  let program: String
  var options: [String] = []

  /// Runs it in a folder of its own; what it finds wrong becomes an issue of the test.
  func run(under interpreter: PythonInterpreter) async throws {
    let folder = try WorkFolder()
    try PythonAgent.write(to: folder.path.appending(PythonAgent.fileName))
    let result = try await Subprocess.run(
      .path(FilePath(interpreter.command)).resolved(interpreter.command),
      arguments: Arguments(
        [Self.programs.appending(program).string, folder.path.string, folder.path.string] + options),
      output: .string(limit: 1 << 20), error: .string(limit: 1 << 20))
    #expect(result.terminationStatus.isSuccess, "\(result.standardOutput)\(result.standardError)")
  }
}

extension Executable {
  /// A path where the command is one, and a name to be looked for else.
  fileprivate func resolved(_ command: String) -> Executable {
    command.contains("/") ? self : .name(command)
  }
}
