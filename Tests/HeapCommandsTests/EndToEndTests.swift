import Foundation
import HeapFixtures
import HeapGraph
import Subprocess
import SystemPackage
import Testing

@testable import HeapCommands

/// The program itself, as a shell runs it.
@Suite struct EndToEndTests {
  let folder = try! TemporaryFolder()

  static let binary: String = {
    #if os(macOS)
      let tests = Bundle.allBundles.first { $0.bundlePath.hasSuffix(".xctest") }?.bundleURL
        .deletingLastPathComponent()
    #else
      let tests: URL? = Bundle.main.bundleURL
    #endif
    return tests?.appending(path: "heapgraph").path ?? "heapgraph"
  }()

  /// Runs a script of bash, in which `$heapgraph` is the program, in the test's folder.
  private func shell(_ script: String) async throws -> Recording {
    let result = try await Subprocess.run(
      .name("bash"), arguments: ["-c", script],
      environment: .inherit.updating(["heapgraph": Self.binary, "TMPDIR": folder.url.path]),
      workingDirectory: FilePath(folder.url.path), input: .none, output: .string(limit: 1 << 24),
      error: .string(limit: 1 << 24))
    let status: Int32 =
      switch result.terminationStatus {
      case .exited(let code): code
      case .signaled(let number): 128 + number
      }
    return Recording(
      status: .program(status), output: result.standardOutput, messages: result.standardError)
  }

  @Test func `the exit status tells found from nothing, failure and wrong usage`() async throws {
    _ = try folder.sessions()
    let cases: [(String, Int32)] = [
      ("types app.heap", 0), ("types app.heap --name Nope", 1), ("types none.heap", 2), ("types", 64),
      ("--version", 0), ("refs app.heap app -o a.png", 0), ("refs app.heap app --depth=-1", 64),
    ]
    for (arguments, status) in cases {
      let run = try await shell("\"$heapgraph\" \(arguments)")
      #expect(run.status == .program(status), "\(arguments)")
      // A result or a message, never neither.
      #expect(run.output.isEmpty == (status != 0 || arguments.contains("-o")), "\(arguments)")
      #expect(status == 0 || run.messages.split(separator: "\n").count == 1, "\(run.messages)")
    }
  }

  @Test func `a broken pipe is a quiet success`() async throws {
    var sketch = HeapSketch()
    for number in 0..<20_000 { sketch.object("\(number)", type: "Type\(number)") }
    try sketch.snapshot().write(to: folder.path("types.heap"))
    for format in ["", "--json"] {
      let run = try await shell(
        "\"$heapgraph\" types types.heap --limit all \(format) | head -n 1; echo ${PIPESTATUS[0]}")
      #expect(run.output.hasSuffix("\n0\n"))
      #expect(run.messages.isEmpty)
    }
  }

  @Test func `a heap can come from standard input, as a pipe or as a file, compressed or not`() async throws {
    let expected = await run("types", try folder.sessions(), "--all")
    let heap = try HeapSnapshot(contentsOf: folder.path("app.heap"))
    try heap.write(to: folder.path("app.heap.gz"))
    for script in [
      "cat app.heap | \"$heapgraph\" types - --all", "\"$heapgraph\" types - --all < app.heap",
      "cat app.heap.gz | \"$heapgraph\" types - --all",
      "\"$heapgraph\" growth app.heap - --changes < app.heap",
    ] {
      let run = try await shell(script)
      if script.contains("growth") {
        #expect(run.messages == "heapgraph: nothing changed\n")
      } else {
        #expect(run.output == expected.output, "\(script)")
      }
    }
    let empty = try await shell("\"$heapgraph\" info - < /dev/null")
    #expect(empty.status == .program(2))
    #expect(empty.messages.hasPrefix("heapgraph: standard input: "))
  }

  #if os(Linux)
    @Test func `results that cannot be written are a failure`() async throws {
      _ = try folder.sessions()
      for command in ["types app.heap", "refs app.heap app -o -", "--help"] {
        let run = try await shell("\"$heapgraph\" \(command) > /dev/full")
        #expect(run.status == .program(2), "\(command)")
        #expect(
          run.messages.hasPrefix("heapgraph: cannot write the results: No space left on device"), "\(command)"
        )
      }
      let picture = try await shell("\"$heapgraph\" refs app.heap app -o /dev/full -T svg")
      #expect(picture.status == .program(2))
      #expect(picture.messages == "heapgraph: /dev/full: cannot write the file: No space left on device\n")
    }

    @Test func `a terminal is no heap`() async throws {
      let run = try await shell("script -qec '\"$heapgraph\" types -' /dev/null < /dev/null")
      #expect(run.status == .program(64))
      #expect(run.output.contains("the heap is to come from standard input, which is a terminal"))
    }
  #endif

  @Test func `an interruption ends the program as its signal says, and leaves nothing behind`() async throws {
    let run = try await shell(
      """
      set -m
      mkfifo pipe
      "$heapgraph" types - < pipe &
      exec 3> pipe
      sleep 0.3
      kill -INT -$!
      wait $!
      echo $?
      """)
    #expect(run.output == "130\n")
    #expect(try folder.files == ["pipe"])
  }

  @Test func `a captured program keeps its status, and its heap can be asked`() async throws {
    _ = try folder.write(
      """
      import sys
      class Session: pass
      kept = [Session(), Session()]
      print(sys.argv[1:], file=sys.stderr)
      if "raise" in sys.argv: raise ValueError
      sys.exit(7)
      """.utf8, to: "app.py")
    let exit = try await shell("\"$heapgraph\" capture python app.py -o x --help")
    #expect(exit.status == .program(7))
    #expect(exit.messages.contains("['-o', 'x', '--help']"))
    #expect(exit.messages.hasSuffix("heapgraph: wrote app.heap; next: heapgraph types app.heap\n"))
    let types = try await shell("\"$heapgraph\" types app.heap --name Session")
    #expect(types.output.contains("Session      2"))
    let chain = try await shell("\"$heapgraph\" chain app.heap 'kept[1]'")
    #expect(chain.output.hasPrefix("module __main__"))
    #expect(chain.output.contains("→ [1]"))

    let raised = try await shell("\"$heapgraph\" capture python -q --redact -o 'its heap' -- app.py raise")
    #expect(raised.status == .program(1))
    #expect(!raised.messages.contains("wrote"))
    #expect(try folder.files.contains("its heap"))
    let killed = try await shell(
      "printf 'import os\\nos.kill(os.getpid(), 9)' > k.py; \"$heapgraph\" capture python k.py")
    #expect(killed.status == .program(137))
    #expect(killed.messages.contains("no heap was written to k.heap: the program was ended by signal 9"))
  }

  @Test func `the keyboard interrupts the captured program, and its heap is still written`() async throws {
    _ = try folder.write(
      """
      import sys, time
      open("ready", "w").close()
      try:
        time.sleep(60)
      except KeyboardInterrupt:
        sys.exit(5)
      """.utf8, to: "app.py")
    let run = try await shell(
      """
      set -m
      "$heapgraph" capture python app.py &
      until [ -e ready ]; do sleep 0.05; done
      kill -INT -$!
      wait $!
      """)
    #expect(run.status == .program(5))
    #expect(run.messages.contains("wrote app.heap"))
  }

  @Test func `a signal writes the heap while the program goes on`() async throws {
    _ = try folder.write(
      """
      import os, time
      open("ready", "w").close()
      while not os.path.exists("done"): time.sleep(0.05)
      """.utf8, to: "app.py")
    let run = try await shell(
      """
      "$heapgraph" capture python --at signal --signal USR1 -o a.heap app.py 2> messages &
      until [ -e ready ] && grep -q kill messages; do sleep 0.05; done
      eval "$(sed -n "s/.*'\\(kill -USR1 [0-9]*\\)'.*/\\1/p" messages)"
      until [ -e a.heap ]; do sleep 0.05; done
      touch done
      wait $!
      """)
    #expect(run.status == .program(0))
    #expect(try folder.text(of: "messages").hasSuffix("wrote a.heap; next: heapgraph types a.heap\n"))
  }

  @Test func `a capture that cannot be is refused before anything runs`() async throws {
    _ = try folder.write("open('ran', 'w')".utf8, to: "app.py")
    let cases: [(String, Int32, String)] = [
      ("--python /none/python app.py", 2, "no Python found (/none/python)"),
      ("none.py", 2, "there is no script none.py"),
      ("-o none/a.heap app.py", 2, "there is no folder none to write the heap to"),
      ("", 64, "there is no script to run; name a Python file, such as app.py"),
      ("--bogus app.py", 64, "'--bogus' is no option of 'capture python'"),
      ("--text-limit -1 app.py", 64, "--text-limit is -1; give a number of characters, 0 or more"),
      ("-o '' app.py", 64, "--output is ''; name a file"),
    ]
    for (arguments, status, message) in cases {
      let run = try await shell("\"$heapgraph\" capture python \(arguments)")
      #expect(run.status == .program(status), "\(arguments)")
      #expect(run.messages.hasPrefix("heapgraph: " + message), "\(run.messages)")
      #expect(run.messages.split(separator: "\n").count == 1)
    }
    #expect(try folder.files == ["app.py"])
  }

  @Test func `the agent can be printed, and is Python`() async throws {
    let run = try await shell(
      "\"$heapgraph\" capture python --print-agent > a.py && python3 -m py_compile a.py")
    #expect(run.status == .program(0))
    #expect(try folder.text(of: "a.py").contains("def dump("))
  }

  @Test func `what to type next is what a shell takes`() {
    #expect(
      CapturePythonCommand.whatNext(["it's a.heap"])
        == #"wrote 'it'\''s a.heap'; next: heapgraph types 'it'\''s a.heap'"#)
    #expect(
      CapturePythonCommand.whatNext(["a.heap", "a-2.heap"])
        == "wrote a.heap, a-2.heap; next: heapgraph growth a.heap a-2.heap")
  }
}
