import PythonCapture
import SystemPackage
import Testing

@Suite struct PythonInterpreterTests {
  @Test func `a command that is not there is told by its name`() async throws {
    let error = await #expect(throws: PythonCaptureError.self) {
      try await PythonInterpreter.find("no-such-python")
    }
    #expect(
      error?.description
        == "no Python found (no-such-python): install Python 3.8 or newer, or name one with --python or HEAPGRAPH_PYTHON"
    )
  }

  @Test func `the environment names the interpreter where no other is given`() async throws {
    let error = await #expect(throws: PythonCaptureError.self) {
      try await PythonInterpreter.find(environment: ["HEAPGRAPH_PYTHON": "no-such-python"])
    }
    #expect(error == .interpreterNotFound(names: ["no-such-python"]))
  }

  @Test(arguments: [
    (
      "echo 2 7 18 cpython",
      "is Python 2.7.18, which is too old: 3.8 is the oldest whose heap can be captured; name a newer one with --python"
    ),
    ("echo 3 10 0 pypy", "is pypy, whose heap cannot be captured; name a CPython with --python"),
    (
      "echo shim: no version is set >&2; exit 127",
      "does not run: shim: no version is set; name another Python with --python or HEAPGRAPH_PYTHON"
    ),
    (
      "echo hello",
      "does not run: it does not answer as a Python does; name another Python with --python or HEAPGRAPH_PYTHON"
    ),
    (
      "exit 3", "does not run: it exited with status 3; name another Python with --python or HEAPGRAPH_PYTHON"
    ),
  ])
  func `an interpreter that is no use says why`(answer: String, words: String) async throws {
    let folder = try WorkFolder()
    let command = try folder.write("python", "#!/bin/sh\n\(answer)\n").string
    let error = await #expect(throws: PythonCaptureError.self) { try await PythonInterpreter.find(command) }
    #expect(error?.description == "\(command) \(words)")
  }

  @Test func `the agent is embedded as it stands in the sources`() throws {
    let text = String(decoding: PythonAgent.source, as: UTF8.self)
    #expect(text.hasPrefix("\"\"\"Write the heap of a running CPython program"))
    #expect(text.hasSuffix("_main(sys.argv[1:])\n"))
  }

  @Test func `an agent that cannot be written is told with the reason`() async throws {
    let error = #expect(throws: PythonCaptureError.self) {
      try PythonAgent.write(to: "/no/such/folder/heapgraph_agent.py")
    }
    #expect(
      error?.description.hasPrefix("the agent could not be written to /no/such/folder/heapgraph_agent.py: ")
        == true)
    #expect(error?.description.hasSuffix("free some space, or set TMPDIR to another folder") == true)
  }
}
