import Foundation
import HeapFixtures
import HeapGraph
import Testing

@testable import HeapCommands

/// Programs as heaps: their moments, and the names of their objects.
@Suite struct ProgramHeapTests {
  let folder = try! TemporaryFolder()

  // Line 4 is in a function, 5 is a comment in it, 13 in a loop, and 18 raises.
  private func tree() throws -> String {
    try folder.write(
      """
      class Node: pass

      def divide(dividend, divisor):
          holder = Node()
          # a comment
          return dividend / divisor

      t = Node()
      t.child = Node()
      cache = {"k": Node(), 3: [1, Node()]}
      gone = Node()
      del gone
      for number in range(3):
          cache[number * 10] = Node()
      if False:
          never = 1
      print("before")
      divide(1, 0)

      """.utf8, to: "tree.py")
  }

  private func chain(_ arguments: String...) async throws -> Recording {
    await run(["chain", try tree()] + arguments)
  }

  /// The type and the last step of a chain, which has the object's address at its end.
  private func end(_ recording: Recording) -> [String] {
    recording.output.split(separator: "\n").last?.split(separator: " ").dropLast().map(String.init) ?? []
  }

  @Test func `a line is asked when the program comes to it, before it is run`() async throws {
    let before = try await chain("t", "--at", "8")
    #expect(before.status == .nothingFound)
    let after = try await chain("t", "--at", "9")
    #expect(end(after) == ["→", "['t']", "Node"])
    #expect(after.messages.isEmpty)
  }

  @Test func `a line without a statement stands for the next one`() async throws {
    let comment = try await chain("holder", "--at", "5")
    #expect(comment.output.hasPrefix("local variable holder (divide)  Node  "))
    let blank = try await chain("t.child", "--at", "7")
    #expect(blank.status == .nothingFound)
  }

  @Test func `a line in a loop is asked at its first turn`() async throws {
    let run = await run("types", try tree(), "--at", "14", "--name", "Node")
    #expect(run.output == "Type  Count   Size\nNode      4  192 B\n")
  }

  @Test func `in a function the call's own variables go before those of the module`() async throws {
    let file = try folder.write(
      "x = [1]\ndef f(x):\n    y = 2\n    return x\nf({'own': 1})\n".utf8, to: "shadow.py")
    let local = await run("chain", file, "x", "--at", "4")
    #expect(local.output.hasPrefix("local variable x (f)  dict"))
    let global = await run("chain", file, "__main__.x", "--at", "4")
    #expect(end(global) == ["→", "['x']", "list", "1", "items"])
  }

  @Test func `a line that the program does not come to, or has not, is told`() async throws {
    let file = try folder.write("x = 1\nif x > 1:\n    x = 2\nx = 3\n".utf8, to: "short.py")
    let skipped = await run("types", file, "--at", "3")
    #expect(skipped.status == .nothingFound)
    #expect(skipped.messages == "heapgraph: \(file) ended without coming to line 3\n")
    let below = await run("types", file, "--at", "5")
    #expect(below.status == .nothingFound)
    #expect(
      below.messages
        == "heapgraph: --at is 5, and \(file) has no statement there or below that it could come to\n")
    let zero = await run("types", file, "--at", "0")
    #expect(zero.status == .usage)
    #expect(zero.messages == "heapgraph: lines count from 1, and --at is 0. See 'heapgraph types --help'.\n")
    let negative = await run("types", file, "--at", "-2")
    #expect(
      negative.messages == "heapgraph: lines count from 1, and --at is -2. See 'heapgraph types --help'.\n")
    let raised = try await chain("t", "--at", "16")
    #expect(raised.status == .failed)
    #expect(
      raised.messages.hasSuffix(
        "ZeroDivisionError: division by zero\nheapgraph: \(try tree()) ended with an exception "
          + "before it came to line 16; --post-mortem asks the heap as it was then\n"))
  }

  @Test func `an exception's heap has the variables of the calls that it passed`() async throws {
    let refused = try await chain("t")
    #expect(refused.status == .failed)
    #expect(refused.output.isEmpty)
    #expect(
      refused.messages.hasSuffix(
        "ZeroDivisionError: division by zero\nheapgraph: \(try tree()) ended with an exception; "
          + "--post-mortem asks the heap as it was then\n"))
    let asked = try await chain("holder", "--post-mortem")
    #expect(asked.status == .found)
    #expect(asked.output.hasPrefix("local variable holder (divide)  Node  "))
    let exception = try await chain("type:ZeroDivisionError", "--post-mortem")
    #expect(exception.output.hasPrefix("runtime sys.last_exc  ZeroDivisionError  "))
  }

  @Test func `post mortem of a program that ends well is its end, which is told`() async throws {
    let file = try folder.write("x = [1]\n".utf8, to: "well.py")
    let run = await run("chain", file, "x", "--post-mortem")
    #expect(run.status == .found)
    #expect(run.messages == "heapgraph: \(file) ended without an exception; this is its heap at its end\n")
  }

  @Test func `a limit's heap can be asked, too`() async throws {
    let file = try folder.write("kept = []\nwhile True: kept.append(1)\n".utf8, to: "loop.py")
    let refused = await run("chain", file, "kept", "--max-steps", "5000")
    #expect(refused.status == .failed)
    #expect(
      refused.messages == "heapgraph: \(file): the program was ended after 5000 steps, its --max-steps; "
        + "--post-mortem asks the heap as it was then\n")
    let asked = await run("chain", file, "kept", "--max-steps", "5000", "--post-mortem")
    #expect(asked.output.contains("→ ['kept']"))
    #expect(asked.messages.isEmpty)
  }

  @Test func `a text that is no program has no heap`() async throws {
    let file = try folder.write("x = = 1".utf8, to: "bad.py")
    let run = await run("types", file, "--post-mortem")
    #expect(run.status == .failed)
    #expect(run.output.isEmpty)
    #expect(
      run.messages.hasSuffix("SyntaxError: invalid syntax\nheapgraph: \(file) cannot be run: see above\n"))
  }

  @Test func `paths lead through attributes, keys and indices`() async throws {
    for (name, expected) in [
      ("t.child", [".child", "Node"]), ("cache[\"k\"]", ["['k']", "Node"]),
      ("cache['k']", ["['k']", "Node"]),
      ("cache[3][1]", ["[1]", "Node"]),
    ] {
      let run = try await chain(name, "--at", "18")
      #expect(end(run) == ["→"] + expected, "\(name)")
    }
  }

  @Test func `a name that is not there is told from one that never was`() async throws {
    let file = try tree()
    let cases = [
      ("gone", "'gone' is a name in \(file), and no variable at line 18; ask at another with --at."),
      ("holder", "'holder' is a name in \(file), and no variable at line 18; ask at another with --at."),
      ("never", "'never' is a name in \(file), and no variable at line 18; ask at another with --at."),
      (
        "nowhere",
        "Neither a root nor a global variable of '__main__' is named 'nowhere'. "
          + "Name an object by type:NAME, @0xADDRESS or #INDEX."
      ),
      ("cahe", "Neither a root nor a global variable of '__main__' is named 'cahe'. Did you mean 'cache'?"),
      ("t.chidl", "'t' refers to nothing by .chidl. Did you mean 'child'?"),
      ("t.child.x", "'t.child' refers to nothing by .x. Draw its references to see what it holds."),
      ("cache['x']", "'cache' refers to nothing by [\"x\"]. Draw its references to see what it holds."),
      ("cache[3][7]", "'cache[3]' refers to nothing by [7]. Draw its references to see what it holds."),
    ]
    for (name, message) in cases {
      for command in ["chain", "refs", "backrefs", "layout"] {
        let output = command == "chain" || command == "layout" ? [] : ["-o", "-"]
        let run = await run([command, file, name, "--at", "18"] + output)
        #expect(run.status == .nothingFound, "\(command) \(name)")
        #expect(run.output.isEmpty)
        #expect(run.messages == "before\nheapgraph: \(message)\n")
      }
    }
    let atEnd = try folder.write("def f():\n    inner = 1\n    outer = inner\nf()\n".utf8, to: "end.py")
    let end = await run("chain", atEnd, "inner")
    #expect(
      end.messages
        == "heapgraph: 'inner' is a name in \(atEnd), and no variable at its end; ask on the way with --at LINE.\n"
    )
  }

  @Test func `a path that cannot be read is refused before the program runs`() async throws {
    let run = try await chain("cache[")
    #expect(run.status == .usage)
    #expect(
      run.messages == "heapgraph: 'cache[' names no object, see character 6: this bracket is not closed. "
        + "Write type:NAME, @0xADDRESS, #INDEX, or a variable such as t.child or cache['k'].\n")
  }

  @Test func `a captured heap has no lines`() async throws {
    let heap = try folder.sessions()
    for option in [["--at", "3"], ["--post-mortem"]] {
      let run = await run(["types", heap] + option)
      #expect(run.status == .usage)
      #expect(
        run.messages
          == "heapgraph: --at and --post-mortem are for programs, and \(heap) is none; name a .py or .ipynb file\n"
      )
    }
  }

  @Test func `pictures of a program are the same at every run`() async throws {
    let first = await run("refs", try tree(), "t", "--at", "18", "-o", "-")
    let second = await run("refs", try tree(), "t", "--at", "18", "-o", "-")
    #expect(first.output.contains("child"))
    #expect(first.output == second.output)
    let back = await run("backrefs", try tree(), "t.child", "--at", "18", "-o", folder.path("who.svg"))
    #expect(back.status == .found)
    #expect(try folder.text(of: "who.svg").contains("<svg"))
  }
}
