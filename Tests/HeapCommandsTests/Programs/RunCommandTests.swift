import Foundation
import HeapFixtures
import HeapGraph
import Testing

@testable import HeapCommands

/// `heapgraph run` on programs.
@Suite struct RunCommandTests {
  let folder = try! TemporaryFolder()

  /// Runs a program, with options and arguments behind its name.
  private func program(_ text: String, _ arguments: String...) async throws -> Recording {
    let file = try folder.write(text.utf8, to: "app.py")
    return await run(["run", file] + arguments)
  }

  @Test func `what a program prints is the result`() async throws {
    let recording = try await program("print('Grüße')\nfor i in range(3): print(i, end=' ')")
    #expect(recording.status == .found)
    #expect(recording.output == "Grüße\n0 1 2 ")
    #expect(recording.messages.isEmpty)
  }

  @Test func `what a program writes to its standard error is no result`() async throws {
    let recording = try await program("import sys\nprint('a')\nprint('b', file=sys.stderr)\nprint('c')")
    #expect(recording.output == "a\nc\n")
    #expect(recording.messages == "b\n")
  }

  @Test func `an exception ends with CPython's traceback and status 1`() async throws {
    let recording = try await program("def half(x):\n    return 1 / x\nprint('a')\nhalf(0)\nprint('b')")
    #expect(recording.status.code == 1)
    #expect(recording.output == "a\n")
    #expect(
      recording.messages == """
        Traceback (most recent call last):
          File "\(folder.path("app.py"))", line 4, in <module>
            half(0)
            ~~~~^^^
          File "\(folder.path("app.py"))", line 2, in half
            return 1 / x
                   ~~^~~
        ZeroDivisionError: division by zero

        """)
  }

  @Test(
    arguments: [
      ("raise SystemExit", 0, ""), ("raise SystemExit(None)", 0, ""), ("raise SystemExit(7)", 7, ""),
      ("raise SystemExit(True)", 1, ""), ("raise SystemExit('bye')", 1, "bye\n"),
      ("raise SystemExit([1])", 1, "[1]\n"), ("import sys\nsys.exit(3)", 3, ""),
      ("import sys\ntry:\n    sys.exit(3)\nfinally:\n    print('x', file=sys.stderr)", 3, "x\n"),
    ] as [(String, Int32, String)])
  func `an exit has the status that the program asks for`(
    _ text: String, _ status: Int32, _ message: String
  ) async throws {
    let recording = try await program(text)
    #expect(recording.status.code == status)
    #expect(recording.messages == message)
  }

  @Test func `a syntax error is shown at its place, and nothing is run`() async throws {
    let recording = try await program("print('a')\nx = = 3")
    #expect(recording.status.code == 1)
    #expect(recording.output.isEmpty)
    #expect(
      recording.messages == """
          File "\(folder.path("app.py"))", line 2
            x = = 3
                ^
        SyntaxError: invalid syntax

        """)
  }

  @Test func `what is left out of the language is refused by name, at its place`() async throws {
    let recording = try await program("print('a')\nasync def f():\n    await x")
    #expect(recording.status.code == 1)
    #expect(recording.output.isEmpty)
    #expect(
      recording.messages == """
          File "\(folder.path("app.py"))", line 2
            async def f():
            ^^^^^
        SyntaxError: 'async' is not supported here

        """)
  }

  @Test func `what CPython has and the runtime has not is told with what to do`() async throws {
    let module = try await program("import os")
    #expect(module.status.code == 1)
    #expect(
      module.messages.hasSuffix(
        """
        ModuleNotFoundError: No module named 'os'
        heapgraph: the built-in runtime has no module 'os', and 'heapgraph run --help' names those it has; \
        'heapgraph capture python' runs a program on CPython, and keeps its heap

        """))
    let function = try await program("open('secret', 'w')")
    #expect(
      function.messages.hasSuffix(
        """
        NameError: name 'open' is not defined
        heapgraph: the built-in runtime has no 'open'; \
        'heapgraph capture python' runs a program on CPython, and keeps its heap

        """))
    #expect(try folder.files == ["app.py"])
    let own = try await program("opne('secret')")
    #expect(own.messages.hasSuffix("NameError: name 'opne' is not defined\n"))
    let caught = try await program("try:\n    import os\nexcept ImportError:\n    print('no os')")
    #expect(caught.output == "no os\n")
    #expect(caught.messages.isEmpty)
  }

  @Test func `every name that is said to be missing is missing`() async throws {
    let recording = try await program(
      """
      import builtins
      for name in dir(builtins):
          print(name)
      """)
    let names = Set(recording.output.split(separator: "\n").map(String.init))
    #expect(names.contains("print"))
    for name in ["open", "eval", "exec", "input", "memoryview", "compile"] {
      #expect(!names.contains(name))
      let missing = try await program(name)
      #expect(missing.messages.contains("the built-in runtime has no '\(name)';"), "\(name)")
    }
  }

  @Test func `runaway recursion is an exception`() async throws {
    let recording = try await program("def f(): f()\nf()")
    #expect(recording.status.code == 1)
    #expect(recording.messages.hasSuffix("RecursionError: maximum recursion depth exceeded\n"))
    #expect(recording.messages.contains("  [Previous line repeated 996 more times]\n"))
  }

  @Test func `an endless loop ends at a limit, which nothing in it can catch`() async throws {
    let text = "print('a')\nwhile True:\n    try:\n        while True: pass\n    except BaseException: pass"
    let steps = try await program(text, "--max-steps", "5000")
    #expect(steps.status == .failed)
    #expect(steps.output == "a\n")
    #expect(
      steps.messages
        == "heapgraph: \(folder.path("app.py")): the program was ended after 5000 steps, its --max-steps\n")
    let time = try await program(text, "--max-time", "0.1")
    #expect(time.status == .failed)
    #expect(
      time.messages
        == "heapgraph: \(folder.path("app.py")): the program was ended after 0.1 seconds, its --max-time\n")
  }

  @Test func `steps are counted one by one`() async throws {
    let text = "i = 0\nwhile i < 10:\n    i = i + 1\nprint('done')"
    // Ten turns, and the call of print.
    #expect(try await program(text, "--max-steps", "11").status == .found)
    #expect(try await program(text, "--max-steps", "9").status == .failed)
  }

  @Test func `memory beyond the limit is an exception that a program can catch`() async throws {
    let raised = try await program("x = []\nwhile True: x.append([0] * 10_000)", "--max-memory", "4M")
    #expect(raised.status.code == 1)
    #expect(raised.messages.hasSuffix("MemoryError: the heap has reached its limit of 4194304 bytes\n"))
    let caught = try await program(
      "try:\n    x = [0] * 10_000_000\nexcept MemoryError:\n    print('too much')", "--max-memory", "4M")
    #expect(caught.status == .found)
    #expect(caught.output == "too much\n")
  }

  @Test(
    arguments: [
      (["--max-time", "0"], "--max-time is 0.0; give more than 0 seconds"),
      (["--max-time", "-1"], "--max-time is -1.0; give more than 0 seconds"),
      (["--max-steps", "0"], "--max-steps is 0; give at least 1"),
      (["--max-steps", "-5"], "--max-steps is -5; give at least 1"),
      (["--max-memory", "many"], "The value 'many' is invalid for '--max-memory <size>'."),
      (["--max-memory", "0"], "The value '0' is invalid for '--max-memory <size>'."),
      (["--max-memory", "99999999999G"], "The value '99999999999G' is invalid for '--max-memory <size>'."),
    ])
  func `limits that are none are refused`(_ options: [String], _ message: String) async throws {
    let file = try folder.write("print(1)".utf8, to: "app.py")
    let recording = await run(["run", file] + options)
    #expect(recording.status == .usage)
    #expect(recording.output.isEmpty)
    #expect(recording.messages.hasPrefix("heapgraph: \(message)"), "\(recording.messages)")
  }

  @Test func `arguments behind the program are its own, and options are those of the command`() async throws {
    let text = "import sys\nprint(sys.argv[1:])"
    let words = try await program(text, "a", "b c", "--max-time", "30", "--", "--verbose", "-o", "x")
    #expect(words.output == "['a', 'b c', '--verbose', '-o', 'x']\n")
    let unknown = try await program(text, "--verbose")
    #expect(unknown.status == .usage)
    #expect(unknown.messages == "heapgraph: Unknown option '--verbose'. See 'heapgraph run --help'.\n")
  }

  @Test func `files that cannot be run`() async throws {
    let missing = folder.path("none.py")
    let recording = await run("run", missing)
    #expect(recording.status == .failed)
    #expect(recording.messages == "heapgraph: \(missing): No such file or directory\n")
    let directory = await run("run", folder.url.path)
    #expect(directory.messages == "heapgraph: \(folder.url.path): Is a directory\n")
    let bytes = await run("run", try folder.write([0xFF, 0xFE], to: "bytes.py"))
    #expect(bytes.status.code == 1)
    #expect(bytes.messages.contains("SyntaxError: (unicode error) 'utf-8' codec can't decode byte"))
    let heap = try folder.sessions()
    let captured = await run("run", heap)
    #expect(captured.status == .failed)
    #expect(
      captured.messages
        == "heapgraph: \(heap) is a captured heap and no program; 'heapgraph info' tells what is in it\n")
    let book = await run("run", try folder.write("print(1)".utf8, to: "a.py"), "-o", folder.path("x.ipynb"))
    #expect(book.status == .usage)
    #expect(
      book.messages
        == "heapgraph: -o writes an executed notebook, and \(folder.path("a.py")) is none; name an .ipynb file\n"
    )
  }

  @Test func `a program imports what lies beside it, and draws where it says`() async throws {
    _ = try folder.write("class Node: pass\nprint('imported', __name__)".utf8, to: "nodes.py")
    let picture = folder.path("picture.dot")
    let recording = try await program(
      "import nodes, objgraph\nn = nodes.Node()\nn.next = [n]\nobjgraph.show_refs([n], filename='\(picture)')"
    )
    #expect(recording.output.hasPrefix("imported nodes\n"))
    #expect(recording.output.contains("Graph written to \(picture)"))
    #expect(try folder.text(of: "picture.dot").hasPrefix("digraph ObjectGraph {"))
  }
}
