import Foundation
import HeapFixtures
import HeapGraph
import Testing

@testable import HeapCommands

/// Notebooks: run to the streams, filled in with `-o`, and refused where they are none.
@Suite struct NotebookTests {
  let folder = try! TemporaryFolder()

  /// Runs a notebook with `-o`; the recording, and the cells of what was written.
  private func executed(_ notebook: String) async throws -> (Recording, [[String: Any]]) {
    let recording = await run("run", notebook, "-o", folder.path("out.ipynb"))
    let root = try #require(
      try JSONSerialization.jsonObject(with: Data(folder.bytes(of: "out.ipynb"))) as? [String: Any])
    #expect(root["nbformat"] as? Int == 4)
    return (recording, try #require(root["cells"] as? [[String: Any]]))
  }

  private func outputs(_ cell: [String: Any]) -> [[String: Any]] { cell["outputs"] as? [[String: Any]] ?? [] }

  private func text(_ value: Any?) -> String { (value as? [String])?.joined() ?? value as? String ?? "" }

  @Test func `cells run in order in the same variables, and show the value of their last line`() async throws
  {
    let recording = await run(
      "run", try folder.notebook("x = 2\nprint('a')", "x + 1", "None", "x = 3", "'é'"))
    #expect(recording.status == .found)
    #expect(recording.output == "a\n3\n'é'\n")
    #expect(recording.messages.isEmpty)
  }

  @Test func `an executed notebook has outputs in their places and counts`() async throws {
    let (recording, cells) = try await executed(
      try folder.notebook("print('a')\nprint('b')\n1 + 1", "", "x = 3"))
    #expect(recording.status == .found)
    #expect(recording.output.isEmpty)
    #expect(recording.messages.isEmpty)
    let first = outputs(cells[0])
    #expect(first.map { $0["output_type"] as? String } == ["stream", "execute_result"])
    #expect(first[0]["name"] as? String == "stdout")
    #expect(first[0]["text"] as? [String] == ["a\n", "b\n"])
    #expect(text((first[1]["data"] as? [String: Any])?["text/plain"]) == "2")
    #expect(first[1]["execution_count"] as? Int == 1)
    #expect(cells.map { $0["execution_count"] as? Int } == [1, nil, 3])
    // What an earlier run left is gone.
    #expect(outputs(cells[1]).isEmpty)
    #expect(outputs(cells[2]).isEmpty)
  }

  @Test func `pictures stand between what is printed before and after them, with no address of a run`()
    async throws
  {
    let (_, cells) = try await executed(
      try folder.notebook(
        "import objgraph\nx = ['held']\nprint('before')\nobjgraph.show_refs([x])\nprint('after')",
        "objgraph.show_backrefs([x], filename='\(folder.path("who.svg"))')"))
    let first = outputs(cells[0])
    #expect(first.map { $0["output_type"] as? String } == ["stream", "display_data", "stream"])
    let svg = text((first[1]["data"] as? [String: Any])?["image/svg+xml"])
    #expect(svg.contains("<svg"))
    #expect(svg.contains("held"))
    #expect(text(first[0]["text"]) == "before\n")
    #expect(text(first[2]["text"]).hasSuffix("after\n"))
    // A picture with a file's name is in the file, too.
    #expect(outputs(cells[1]).first?["output_type"] as? String == "display_data")
    #expect(try folder.text(of: "who.svg").contains("<svg"))
  }

  @Test func `a notebook gives the same bytes at every run, laid out as Jupyter does`() async throws {
    let notebook = try folder.notebook("import objgraph\nx = {'k': []}\nobjgraph.show_refs([x])\nx")
    _ = try await executed(notebook)
    let first = try folder.text(of: "out.ipynb")
    _ = try await executed(notebook)
    #expect(try folder.text(of: "out.ipynb") == first)
    #expect(
      first.hasPrefix(
        "{\n \"cells\": [\n  {\n   \"cell_type\": \"code\",\n   \"execution_count\": 1,\n   \"metadata\": {},\n"
      ))
    #expect(first.hasSuffix(" \"metadata\": {},\n \"nbformat\": 4,\n \"nbformat_minor\": 5\n}\n"))
  }

  @Test func `an exception is an error output, and the cells behind it are not run`() async throws {
    let (recording, cells) = try await executed(
      try folder.notebook("print('a')", "print('b')\n1 / 0", "print('c')"))
    #expect(recording.status.code == 1)
    let traceback = """
      Traceback (most recent call last):
        File "\(folder.path("book.ipynb")) cell 2", line 2, in <module>
          1 / 0
          ~~^~~
      ZeroDivisionError: division by zero
      """
    #expect(recording.messages == traceback + "\n")
    let second = outputs(cells[1])
    #expect(second.map { $0["output_type"] as? String } == ["stream", "error"])
    #expect(second[1]["ename"] as? String == "ZeroDivisionError")
    #expect(second[1]["evalue"] as? String == "division by zero")
    #expect((second[1]["traceback"] as? [String])?.joined(separator: "\n") == traceback)
    #expect(outputs(cells[2]).isEmpty)
    #expect(cells.map { $0["execution_count"] as? Int } == [1, 2, nil])
  }

  @Test func `a syntax error names its cell, and cells before it have run`() async throws {
    let (recording, cells) = try await executed(try folder.notebook("print('a')", "x = = 1"))
    #expect(recording.status.code == 1)
    #expect(text(outputs(cells[0]).first?["text"]) == "a\n")
    #expect(outputs(cells[1]).first?["ename"] as? String == "SyntaxError")
    #expect(recording.messages.hasPrefix("  File \"\(folder.path("book.ipynb")) cell 2\", line 1\n"))
  }

  @Test func `a place where nothing can be written is told before the notebook is run`() async throws {
    let notebook = try folder.notebook("print('ran')")
    let nowhere = await run("run", notebook, "-o", folder.path("none/out.ipynb"))
    #expect(nowhere.status == .failed)
    #expect(
      nowhere.messages
        == "heapgraph: there is no folder \(folder.path("none")) to write the executed notebook to\n")
    let empty = await run("run", notebook, "-o", "")
    #expect(empty.status == .usage)
    #expect(empty.messages == "heapgraph: --output is empty; name a file for the executed notebook\n")
    #expect(try folder.files == ["book.ipynb"])
  }

  @Test func `an exit ends a notebook with its status`() async throws {
    let recording = await run("run", try folder.notebook("import sys\nsys.exit(3)", "print('never')"))
    #expect(recording.status.code == 3)
    #expect(recording.output.isEmpty)
  }

  @Test func `magics and shell lines are skipped, which is told`() async throws {
    let notebook = try folder.notebook(
      "%matplotlib inline\n!pip install x\nprint(1)", "%%bash\nls", "%%time\nprint(2)")
    let recording = await run("run", notebook)
    #expect(recording.status == .found)
    #expect(recording.output == "1\n2\n")
    let notes = "magics and shell lines are not run"
    #expect(
      recording.messages == """
        heapgraph: \(notebook), cell 1, line 1: '%matplotlib inline' is skipped; \(notes)
        heapgraph: \(notebook), cell 1, line 2: '!pip install x' is skipped; \(notes)
        heapgraph: \(notebook), cell 2, line 1: '%%bash' is skipped with its cell; \(notes)
        heapgraph: \(notebook), cell 3, line 1: '%%time' is skipped; \(notes)

        """)
  }

  @Test func `a reset takes away the variables of the cells before it, and what only they held`() async throws
  {
    let notebook = try folder.notebook(
      """
      import gc
      class Node:
          def __del__(self): print("gone")
      a = Node()
      b = Node()
      b.own = b
      """, " %reset -f\n", "print(sorted(name for name in globals() if name[:2] != '__'))", "%reset -f\nx = 1"
    )
    let recording = await run("run", notebook)
    #expect(recording.status == .found)
    #expect(recording.output == "gone\ngone\n[]\n")
    #expect(
      recording.messages
        == "heapgraph: \(notebook), cell 4, line 1: '%reset -f' is skipped; magics and shell lines are not run\n"
    )
  }

  @Test func `text cells and what a notebook says of itself stay as they are`() async throws {
    let cells: [[String: Any]] = [
      [
        "cell_type": "markdown", "id": "m", "metadata": ["tags": ["x", 1.5]],
        "source": ["# Tïtle\n", "text \\ \"q\""],
      ],
      ["cell_type": "raw", "metadata": [:], "source": "raw"],
      [
        "cell_type": "code", "id": "c", "metadata": [:], "source": ["x = 1\n", "x"], "outputs": [],
        "execution_count": NSNull(),
      ],
    ]
    let (_, written) = try await executed(try folder.notebook(cells: cells))
    #expect(written[0] as NSDictionary == cells[0] as NSDictionary)
    #expect(written[1] as NSDictionary == cells[1] as NSDictionary)
    #expect(written[2]["id"] as? String == "c")
    #expect(written[2]["source"] as? [String] == ["x = 1\n", "x"])
    #expect(written[2]["execution_count"] as? Int == 1)
  }

  @Test func `a notebook without code has nothing to run`() async throws {
    for cells in [[], [["cell_type": "markdown", "metadata": [:], "source": "text"] as [String: Any]]] {
      let (recording, written) = try await executed(try folder.notebook(cells: cells))
      #expect(recording.status == .found)
      #expect(recording.messages.isEmpty)
      #expect(written.count == cells.count)
    }
  }

  @Test(
    arguments: [
      ("", "is no notebook: it is not JSON"), ("print(1)", "is no notebook: it is not JSON"),
      ("[1, 2]", "is no notebook: it says no nbformat"),
      ("{\"a\": 1}", "is no notebook: it says no nbformat"),
      (
        "{\"nbformat\": 3, \"worksheets\": []}",
        "has a format other than nbformat 4; convert it with 'jupyter nbconvert --to notebook'"
      ),
      ("{\"nbformat\": 4}", "is no notebook: it has no cells"),
      ("{\"nbformat\": 4, \"cells\": {}}", "is no notebook: it has no cells"),
      ("{\"nbformat\": 4, \"cells\": [\"x\"]}", "is no notebook: its cell 1 has no type or no source"),
      (
        "{\"nbformat\": 4, \"cells\": [{\"cell_type\": \"code\"}]}",
        "is no notebook: its cell 1 has no type or no source"
      ),
    ])
  func `a file that is no notebook is refused, and nothing is written`(_ text: String, _ reason: String)
    async throws
  {
    let file = try folder.write(text.utf8, to: "book.ipynb")
    for arguments in [["run", file], ["run", file, "-o", folder.path("out.ipynb")], ["types", file]] {
      let recording = await run(arguments)
      #expect(recording.status == .failed)
      #expect(recording.output.isEmpty)
      #expect(recording.messages == "heapgraph: \(file) \(reason)\n")
    }
    #expect(try folder.files == ["book.ipynb"])
  }

  @Test func `a notebook is a heap, at its end and before each of its code cells`() async throws {
    let notebook = try folder.notebook("x = [1]", "y = [x]", "del x")
    let atEnd = await run("chain", notebook, "y[0]")
    #expect(atEnd.output.contains("→ ['y']"))
    let gone = await run("chain", notebook, "x")
    #expect(gone.status == .nothingFound)
    #expect(
      gone.messages
        == "heapgraph: 'x' is a name in \(notebook), and no variable at its end; ask on the way with --at CELL.\n"
    )
    let before = await run("chain", notebook, "x", "--at", "3")
    #expect(before.status == .found)
    let early = await run("chain", notebook, "y", "--at", "2")
    #expect(
      early.messages
        == "heapgraph: 'y' is a name in \(notebook), and no variable before code cell 2; ask at another with --at.\n"
    )
    let beyond = await run("types", notebook, "--at", "4")
    #expect(beyond.status == .nothingFound)
    #expect(beyond.messages == "heapgraph: --at is 4, and \(notebook) has 3 code cells, counted from 1\n")
  }
}
