import Foundation
import HeapModel
import ObjectRuntime
import PythonProgram
import Testing

/// What a host can ask of a program's run.
struct ProgramSessionTests {
  @Test func `an endless loop ends at the limit of steps, whatever it catches`() throws {
    var options = ProgramOptions()
    options.limits = ProgramLimits(steps: 10_000)
    let run = try ProgramRun.of(
      "while True:\n    try:\n        while True: pass\n    except BaseException: pass\n    finally: pass\n"
        .utf8,
      options: options)
    #expect(run.outcome == .interrupted(.stepLimit(10_000)))
  }

  @Test func `an endless loop ends at the limit of time`() throws {
    var options = ProgramOptions()
    options.limits = ProgramLimits(time: 0.2)
    let run = try ProgramRun.of("import time\nwhile True: time.sleep(0.01)\n".utf8, options: options)
    #expect(run.outcome == .interrupted(.timeLimit(0.2)))
  }

  @Test func `a program that wants too much memory gets a MemoryError, which it can catch`() throws {
    var options = ProgramOptions()
    options.memoryLimit = ByteCount(rawValue: 16 << 20)
    let run = try ProgramRun.of(
      "x = [0]\ntry:\n    while True: x += x\nexcept MemoryError: print('caught')\n".utf8, options: options)
    #expect(run.output == "caught\n")
    #expect(run.status == 0)
  }

  @Test func `recursion without an end is an error, and not a crash`() throws {
    let programs = [
      "def f(): return f()\nf()", "class A:\n    def __repr__(self): return repr(self)\nrepr(A())",
      "class A:\n    def __getattr__(self, n): return self.other\nA().x",
      "f = lambda: sorted([1, 2], key=lambda x: f())\nf()",
      "class A:\n    def __del__(self): A()\nA()",
      "import sys\nsys.setrecursionlimit(10**6)\nclass A:\n    def __eq__(self, o): return self == o\nA() == A()",
    ]
    for program in programs {
      var options = ProgramOptions()
      options.limits = ProgramLimits(steps: 100_000)
      let run = try ProgramRun.of(program.utf8, options: options)
      #expect(
        [.raised(isKeyboardInterrupt: false), .refused].contains(run.outcome) || run.error.isEmpty
          || run.error.contains("RecursionError"), "\(program)")
    }
  }

  @Test func `an exit has the status that it asks for`() throws {
    #expect(try ProgramRun.of("raise SystemExit".utf8).status == 0)
    #expect(try ProgramRun.of("raise SystemExit(3)".utf8).status == 3)
    let run = try ProgramRun.of("import sys\nsys.exit('sorry')".utf8)
    #expect(run.status == 1)
    #expect(run.error == "sorry\n")
  }

  @Test func `the heap is handed out at a line, with the variables of the running call`() throws {
    let text = """
      def make(n):
          items = [object() for _ in range(n)]
          return len(items)
      total = make(7)
      print("never")
      """
    try onLargeStack {
      var options = ProgramOptions()
      options.captureLines = [3]
      let host = CollectingHost()
      let session = try ProgramSession(host: host, options: options)
      var found: HeapSnapshot?
      session.atStop = { snapshot, _ in found = snapshot }
      #expect(session.run(text.utf8, file: "program.py") == .interrupted(.lineReached(3)))
      let snapshot = try #require(found)
      let root = try #require(snapshot.roots.first { $0.name == "items" })
      #expect(snapshot.text(of: root.object) == "7 items")
      #expect(host.output.isEmpty)
    }
  }

  @Test func `what is left out is refused by name, with its place`() throws {
    for (text, name) in [
      ("async def f(): pass", "async"), ("match x:\n    case 1: pass", "match"), ("type X = int", "type"),
      ("class A(metaclass=type): pass", "metaclasses"), ("try: pass\nexcept* ValueError: pass", "except*"),
    ] {
      let run = try ProgramRun.of(text.utf8)
      #expect(run.status == 1)
      #expect(run.error.contains("not supported here"), "\(run.error)")
      #expect(run.error.contains(name), "\(run.error)")
      #expect(run.error.contains("line "))
    }
  }

  @Test func `a program reaches no module but those that there are`() throws {
    for module in ["os", "subprocess", "socket", "ctypes", "io"] {
      let run = try ProgramRun.of("import \(module)".utf8)
      #expect(run.error.hasSuffix("ModuleNotFoundError: No module named '\(module)'\n"))
    }
    #expect(try ProgramRun.of("open('x', 'w')".utf8).error.contains("NameError: name 'open' is not defined"))
  }
}
