import Foundation
import HeapFixtures
import HeapGraph
import Testing

@testable import HeapCommands

/// What became more between moments of one program's run.
@Suite struct ProgramGrowthTests {
  let folder = try! TemporaryFolder()

  /// Keeps sessions: three until line 12, eight until line 13.
  private func leak() throws -> String {
    try folder.write(
      """
      class Session:
          pass

      kept = []

      def serve(count):
          for number in range(count):
              session = Session()
              kept.append(session)

      serve(3)
      serve(5)
      print("served", len(kept))

      """.utf8, to: "leak.py")
  }

  private func expect(
    _ arguments: [String], _ status: CommandOutcome, _ message: String,
    sourceLocation: SourceLocation = #_sourceLocation
  ) async {
    let run = await run(["growth"] + arguments)
    #expect(run.status == status, sourceLocation: sourceLocation)
    #expect(run.output.isEmpty, sourceLocation: sourceLocation)
    #expect(run.messages == "heapgraph: \(message)\n", sourceLocation: sourceLocation)
  }

  @Test func `two lines are compared, and the program goes no further than the second`() async throws {
    let run = await run("growth", try leak(), "--at", "11", "--at", "12")
    #expect(run.status == .found)
    #expect(
      run.output == """
        Type     Count 1  Count 2  Growth    Size
        Session        0        3      +3  +144 B

        """)
    #expect(run.messages.isEmpty)
  }

  @Test func `one line is compared with the end, and what the program prints is no result`() async throws {
    let run = await run("growth", try leak(), "--at", "11")
    #expect(
      run.output == """
        Type     Count 1  Count 2  Growth    Size
        Session        0        8      +8  +384 B

        """)
    #expect(run.messages == "served 8\n")
  }

  @Test func `the end can be one of many moments, and the program runs once`() async throws {
    let run = await run("growth", try leak(), "--at", "11", "--at", "12", "--at", "end")
    #expect(
      run.output == """
        Type     Count 1  Count 2  Count 3  Growth    Size
        Session        0        3        8      +8  +384 B

        """)
    #expect(run.messages == "served 8\n")
  }

  @Test func `a line in a loop can be waited for again and again`() async throws {
    let run = await run("growth", try leak(), "--at", "9", "--at", "9", "--at", "9", "--json")
    let rows = try #require(
      try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [[String: Any]])
    #expect(rows.count == 1)
    #expect(rows.first?["type"] as? String == "Session")
    #expect(rows.first?["counts"] as? [Int] == [1, 2, 3])
  }

  @Test(arguments: [1, 2, 3]) func `a program can say itself when its heap is compared`(count: Int)
    async throws
  {
    let program = try folder.write(
      """
      import heapgraph_agent

      class Session:
          pass

      kept = []
      for number in range(\(count)):
          kept.append(Session())
          heapgraph_agent.dump()
      kept.append(Session())

      """.utf8, to: "marked.py")
    let run = await run("growth", program, "--json")
    let rows = try #require(
      try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [[String: Any]])
    // A moment alone is compared with the end.
    #expect(rows.first?["counts"] as? [Int] == (count == 1 ? [1, 2] : Array(1...count)))
  }

  @Test func `new objects of a moment are listed by address`() async throws {
    let program = try leak()
    let run = await run("growth", program, "--at", "11", "--at", "12", "--new", "type:Session")
    #expect(run.output.split(separator: "\n").count == 4)
    await expect(
      [program, "--at", "11", "--at", "12", "--at", "13", "--new"], .usage,
      "--new compares two heaps, not 3; name the first and the last")
  }

  @Test func `moments that make no comparison are refused before the program runs`() async throws {
    let program = try leak()
    let which =
      "growth compares two moments of \(program) or more; say which, as with --at 10 --at 20, or let it call "
      + "heapgraph_agent.dump(); one moment is compared with the end"
    let unmarked = await run("growth", program)
    #expect(unmarked.status == .usage)
    #expect(unmarked.messages == "served 8\nheapgraph: \(which)\n")
    await expect([program, "--at", "end"], .usage, which)
    await expect(
      [program, "--at", "end", "--at", "11"], .usage,
      "--at end is the last moment of a program; give the lines before it")
    await expect(
      [program, "--at", "0"], .usage, "lines count from 1, and --at is 0. See 'heapgraph growth --help'.")
    await expect(
      [program, "--at", "-1"], .usage, "lines count from 1, and --at is -1. See 'heapgraph growth --help'.")
    await expect(
      [program, "--at", "x"], .usage,
      "The value 'x' is invalid for '--at <line>'. See 'heapgraph growth --help'.")
    await expect(
      [program, program, "--at", "11"], .usage,
      "growth compares captured heaps, or moments of one program; name \(program) alone, with --at")
    await expect(
      ["a.heap", "--at", "11"], .usage,
      "--at and --post-mortem are for programs, and a.heap is none; name a .py or .ipynb file")
    await expect(
      [program, "--at", "11", "--at", "14"], .nothingFound,
      "--at is 14, and \(program) has no statement there or below that it could come to")
  }

  @Test func `two lines that stand for one statement are told apart from one that is named twice`()
    async throws
  {
    let program = try leak()
    await expect(
      [program, "--at", "10", "--at", "11"], .usage,
      "--at 10 and --at 11 stand for one statement of \(program), that of line 11; "
        + "name line 11 twice to wait for it twice")
  }

  @Test func `a moment that does not come is told, with the one before it`() async throws {
    let program = try leak()
    let run = await run("growth", program, "--at", "12", "--at", "11")
    #expect(run.status == .nothingFound)
    #expect(
      run.messages == "served 8\nheapgraph: \(program) ended without coming to line 11 after line 12\n")
  }

  @Test func `an exception can be the last moment`() async throws {
    let program = try folder.write(
      "kept = []\nkept.append([])\nkept.append([])\nif kept: raise ValueError\nkept.append([])\n".utf8,
      to: "a.py")
    let refused = await run("growth", program, "--at", "2", "--at", "5")
    #expect(refused.status == .failed)
    #expect(
      refused.messages.hasSuffix(
        "ValueError\nheapgraph: \(program) ended with an exception before it came to line 5; "
          + "--post-mortem asks the heap as it was then\n"))
    let asked = await run("growth", program, "--at", "2", "--at", "5", "--post-mortem", "--json")
    #expect(asked.status == .found)
    #expect(asked.output.contains("\"ValueError\""))
    let early = await run("growth", program, "--at", "5", "--post-mortem")
    #expect(early.status == .failed)
    #expect(
      early.messages.hasSuffix(
        "heapgraph: \(program) ended before its first moment, so that there is nothing to compare; "
          + "give an earlier --at\n"))
  }

  @Test func `the cells of a notebook are moments, in their order`() async throws {
    let notebook = try folder.notebook("kept = []", "kept.append([]); kept.append([])", "kept.append([])")
    let two = await run("growth", notebook, "--at", "2", "--at", "3")
    #expect(
      two.output == """
        Type  Count 1  Count 2  Growth    Size
        list        2        4      +2  +144 B

        """)
    let toTheEnd = await run("growth", notebook, "--at", "2", "--json")
    #expect(toTheEnd.output.contains("\"increase\" : 3"))
    await expect(
      [notebook, "--at", "3", "--at", "2"], .usage,
      "--at 2 does not come after --at 3: a notebook's cells run once and in order")
    await expect(
      [notebook, "--at", "2", "--at", "9"], .nothingFound,
      "--at is 9, and \(notebook) has 3 code cells, counted from 1")
  }
}
