import HeapFormats
import HeapModel
import PythonCapture
import Subprocess
import SystemPackage
import Testing

/// The agent under every Python of this machine: programs in `Programs` check it from within.
///
/// One interpreter at a time, beside the other suites: all of them at once would be slower and starve one another.
@Suite(.serialized) struct AgentTests {
  static let programs = FilePath(#filePath).removingLastComponent().appending("Programs")

  // Referents and labels are what the versions differ in: those checks run in full under each of them, in a few
  // seconds. Running scripts costs more, most of it for starting interpreters: it is checked in full under the oldest
  // and the newest version of this machine, and without what is the same everywhere (exit statuses, messages, options)
  // under those between.
  @Test(
    arguments: Interpreters.minors, ["check_referents.py", "check_labels.py", "check_running.py"])
  func `every version of Python passes the agent's own checks`(minor: Int, program: String) async throws {
    guard let interpreter = try await available(minor) else { return }
    let folder = try WorkFolder()
    try PythonAgent.write(to: folder.path.appending(PythonAgent.fileName))
    let isBetween = await Interpreters.isBetween(minor)
    let isBrief = program == "check_running.py" && isBetween
    let result = try await run(
      .path(FilePath(interpreter.command)).resolved(interpreter.command),
      arguments: Arguments(
        [Self.programs.appending(program).string, folder.path.string, folder.path.string]
          + (isBrief ? ["brief"] : [])),
      output: .string(limit: 1 << 20), error: .string(limit: 1 << 20))
    #expect(result.terminationStatus.isSuccess, "\(result.standardOutput)\(result.standardError)")
  }

  @Test(arguments: Interpreters.minors)
  func `the Swift reader accepts what the agent writes`(minor: Int) async throws {
    guard let interpreter = try await available(minor) else { return }
    let folder = try WorkFolder()
    let script = try folder.write(
      "script.py",
      """
      class Session:
          def __init__(self, user):
              self.user = user
      sessions = [Session(["ann"]), Session(["bob"])]
      """)
    let capture = ScriptCapture(
      script: script, interpreter: interpreter, output: folder.path.appending("script.heap"))
    let result = try await capture.run()
    #expect(result.ending == .exited(code: 0))
    #expect(result.heaps == [folder.path.appending("script.heap")])
    let heap = try HeapSnapshot(contentsOf: result.heaps[0])
    let sessions = heap.objects.filter { heap.type(of: $0).name == "Session" }
    #expect(sessions.count == 2)
    #expect(heap.type(of: sessions[0]).qualifiedName == "__main__.Session")
    #expect(heap.metadata["runtime.version"] == interpreter.version.description)
    #expect(heap.metadata["globals.module"] == "__main__")
    #expect(heap.danglingReferenceCount == 0)
    #expect(heap.roots.contains { $0.kind == .module && $0.name == "__main__" })
    // Every version names the attribute, whether it lies in a dictionary or in the object.
    for session in sessions {
      let references = heap.outgoingReferences(of: session)
      let names = references.flatMap { reference -> [String] in
        if case .name(let name)? = heap.label(of: reference), reference.kind == .attribute { return [name] }
        guard reference.kind == .attributeDictionary else { return [] }
        return heap.outgoingReferences(of: reference.target).compactMap { value in
          guard case .object(let key)? = heap.label(of: value) else { return nil }
          return heap.text(of: key).map { String($0.dropFirst().dropLast()) }
        }
      }
      #expect(names == ["user"])
    }
  }

  /// The interpreter of a version, or `nil` where the machine has none, which the test then tells.
  private func available(_ minor: Int) async throws -> PythonInterpreter? {
    switch await Interpreters.all.value.found[minor] {
    case .success(let interpreter)?: return interpreter
    case .failure(let reason)?:
      print("skipped Python 3.\(minor): \(reason)")
      return nil
    case nil: return nil
    }
  }

  @Test func `at least one Python is there to try the agent with`() async throws {
    _ = try await Interpreters.newest()
  }
}

extension Executable {
  /// A path where the command is one, and a name to be looked for else.
  fileprivate func resolved(_ command: String) -> Executable {
    command.contains("/") ? self : .name(command)
  }
}
