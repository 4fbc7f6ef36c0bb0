import HeapFormats
import HeapModel
import PythonCapture
import SystemPackage
import Testing

/// The agent under every Python of this machine: programs in `Programs` check it from within.
///
/// Referents and labels are what the versions differ in: those checks run in full under each of them, in a few seconds.
/// One interpreter at a time runs here, beside the one of `AgentRunningTests`: all at once would starve one another.
@Suite(.serialized) struct AgentTests {
  @Test(arguments: Interpreters.minors, ["check_referents.py", "check_labels.py"])
  func `every version of Python passes the agent's own checks`(minor: Int, program: String) async throws {
    guard let interpreter = await Interpreters.available(minor) else { return }
    try await AgentCheck(program: program).run(under: interpreter)
  }

  @Test(arguments: Interpreters.minors)
  func `the Swift reader accepts what the agent writes`(minor: Int) async throws {
    guard let interpreter = await Interpreters.available(minor) else { return }
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

  @Test func `at least one Python is there to try the agent with`() async throws {
    _ = try await Interpreters.newest()
  }
}
