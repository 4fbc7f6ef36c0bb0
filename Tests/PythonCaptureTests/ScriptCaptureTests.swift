import HeapFormats
import HeapModel
import PythonCapture
import SystemPackage
import Testing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Running a program with its heap captured, one at a time, since signals are the process's.
@Suite(.serialized) struct ScriptCaptureTests {
  // One of them is compressed: to expand it takes an unoptimized build longer than all the rest.
  @Test(arguments: [
    ("import sys; sys.exit(7)", Int32(7), "out.heap"),
    ("raise ValueError('told on standard error')", 1, "out.heap"), ("x = 1", 0, "out.heap.gz"),
  ])
  func `the script's exit status is passed on, and its heap is written`(
    text: String, status: Int32, name: String
  ) async throws {
    let folder = try WorkFolder()
    let script = try folder.write("script.py", text)
    let output = folder.path.appending(name)
    let result = try await ScriptCapture(
      script: script, interpreter: try await Interpreters.newest(), output: output
    ).run()
    #expect(result.ending == .exited(code: status))
    #expect(result.ending.exitStatus == status)
    #expect(try HeapSnapshot(contentsOf: output).objectCount > 1_000)
  }

  @Test func `a script that a signal ends leaves no heap, and the error says so`() async throws {
    let folder = try WorkFolder()
    let script = try folder.write("script.py", "import os; os.kill(os.getpid(), 9)")
    let output = folder.path.appending("out.heap")
    let capture = ScriptCapture(script: script, interpreter: try await Interpreters.newest(), output: output)
    let error = await #expect(throws: PythonCaptureError.self) { try await capture.run() }
    #expect(error == .noHeapWritten(path: output, moment: .exit, ending: .signaled(number: 9)))
    #expect(
      error?.description
        == "no heap was written to \(output): the program was ended by signal 9 before its end was reached; "
        + "see its messages above, or capture it at a signal with --at signal")
    guard case .noHeapWritten(_, _, let ending)? = error else { return }
    #expect(ending.exitStatus == 137)
  }

  @Test func `a signal sent to this process is passed on, and makes the program write its heap`() async throws
  {
    let folder = try WorkFolder()
    let script = try folder.write(
      "script.py",
      """
      import os, sys, time
      open(sys.argv[1], "w").close()
      for _ in range(1200):
          time.sleep(0.05)
          if os.path.exists(sys.argv[2]): break
      """)
    let output = folder.path.appending("out.heap")
    var capture = ScriptCapture(
      script: script, arguments: [folder.path.appending("ready").string, output.string],
      interpreter: try await Interpreters.newest(), moment: .signal("USR1"), output: output)
    let ready = folder.path.appending("ready").string
    capture.started = { _ in
      Task.detached {
        while unsafe access(ready, F_OK) != 0 { try? await Task.sleep(for: .milliseconds(20)) }
        kill(getpid(), SIGUSR1)
      }
    }
    let result = try await capture.run()
    #expect(result.ending == .exited(code: 0))
    #expect(result.heaps == [output])
    let heap = try HeapSnapshot(contentsOf: output)
    #expect(heap.roots.contains { $0.kind == .frame && $0.name == "<module>" })
  }

  @Test func `dumps that the script asks for get numbers, and all of them are told`() async throws {
    let folder = try WorkFolder()
    let script = try folder.write(
      "script.py", "import heapgraph_agent\nheapgraph_agent.dump()\nheapgraph_agent.dump()\n")
    let capture = ScriptCapture(
      script: script, interpreter: try await Interpreters.newest(), moment: .call,
      output: folder.path.appending("out.heap"))
    let result = try await capture.run()
    #expect(result.heaps == ["out.heap", "out-2.heap"].map { folder.path.appending($0) })
  }

  @Test func `a script that never asks for a dump gets a clear error`() async throws {
    let folder = try WorkFolder()
    let output = folder.path.appending("out.heap")
    let capture = ScriptCapture(
      script: try folder.write("script.py", ""), interpreter: try await Interpreters.newest(), moment: .call,
      output: output)
    let error = await #expect(throws: PythonCaptureError.self) { try await capture.run() }
    #expect(
      error?.description
        == "no heap was written to \(output): the program exited with status 0 without calling heapgraph_agent.dump()"
    )
  }

  @Test func `a heap that was there before is not taken for a new one`() async throws {
    let folder = try WorkFolder()
    let output = try folder.write("out.heap", "an older file")
    let capture = ScriptCapture(
      script: try folder.write("script.py", ""), interpreter: try await Interpreters.newest(), moment: .call,
      output: output)
    await #expect(throws: PythonCaptureError.self) { try await capture.run() }
  }

  @Test func `texts are left out where that is asked for`() async throws {
    let folder = try WorkFolder()
    var capture = ScriptCapture(
      script: try folder.write("script.py", "token = 'hush ' + str(12345)"),
      interpreter: try await Interpreters.newest(), output: folder.path.appending("out.heap"))
    capture.redactsTexts = true
    let heap = try HeapSnapshot(contentsOf: try await capture.run().heaps[0])
    #expect(!heap.objects.contains { heap.text(of: $0)?.contains("hush") ?? false })
    #expect(heap.objects.contains { heap.text(of: $0) == "'token'" })
  }

  @Test func `a missing script and a missing folder are told before anything runs`() async throws {
    let folder = try WorkFolder()
    let interpreter = try await Interpreters.newest()
    let absent = ScriptCapture(
      script: folder.path.appending("absent.py"), interpreter: interpreter,
      output: folder.path.appending("out.heap"))
    var error = await #expect(throws: PythonCaptureError.self) { try await absent.run() }
    #expect(
      error?.description
        == "there is no script \(folder.path.appending("absent.py")): give the path of a Python file")
    let script = try folder.write("script.py", "")
    let homeless = ScriptCapture(
      script: script, interpreter: interpreter, output: folder.path.appending("no/such/out.heap"))
    error = await #expect(throws: PythonCaptureError.self) { try await homeless.run() }
    #expect(
      error?.description
        == "there is no folder \(folder.path.appending("no/such")) to write the heap to: make it, "
        + "or name another file with -o")
  }
}
