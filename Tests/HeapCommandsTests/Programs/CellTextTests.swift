import Testing

@testable import HeapCommands

/// What of a notebook's cell is Python.
@Suite struct CellTextTests {
  private func expect(
    _ source: String, _ program: String, skipped: [String] = [],
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    let text = CellText(source)
    #expect(text.program == program, sourceLocation: sourceLocation)
    #expect(text.skipped.map { "\($0.line) \($0.text)" } == skipped, sourceLocation: sourceLocation)
  }

  @Test func `lines of magics, shells and questions become empty statements`() {
    expect("%time x\ny = 1", "pass\ny = 1", skipped: ["1 %time x"])
    expect("y = 1\n!ls", "y = 1\npass", skipped: ["2 !ls"])
    expect("?print\nprint?\na.b??", "pass\npass\npass", skipped: ["1 ?print", "2 print?", "3 a.b??"])
    expect("if x:\n    !ls\ny = 1", "if x:\n    pass\ny = 1", skipped: ["2 !ls"])
  }

  @Test func `what only looks like a magic stays`() {
    for source in [
      "x = 7 \\\n  % 2", "x = (7\n% 2)", "s = '''\n!ls\n%x\n'''", "s = \"\"\"\n?\n\"\"\"", "x = 1 # why?",
      "print('is it?')", "x = [\n%2\n]", "s = 'it\\\n!s'",
    ] {
      expect(source, source)
    }
  }

  @Test func `a quote in a comment or a shell line, and a bracket in a text, begin nothing`() {
    expect("# it's\n!ls", "# it's\npass", skipped: ["2 !ls"])
    expect("!echo it's (\n!ls", "pass\npass", skipped: ["1 !echo it's (", "2 !ls"])
    expect("s = '('\n!ls", "s = '('\npass", skipped: ["2 !ls"])
    expect("s = '\\''\n!ls", "s = '\\''\npass", skipped: ["2 !ls"])
    expect("s = ''\n!ls", "s = ''\npass", skipped: ["2 !ls"])
    expect("s = '''a'''\n!ls", "s = '''a'''\npass", skipped: ["2 !ls"])
  }

  @Test func `a magic of the whole cell takes it, unless its text is Python`() {
    expect("\n%%bash\nls", "", skipped: ["2 %%bash"])
    #expect(CellText("%%html\n<b>").skipped.first?.isCell == true)
    expect("%%time\nx = 1", "\nx = 1", skipped: ["1 %%time"])
    #expect(CellText("%%time\nx = 1").skipped.first?.isCell == false)
  }

  @Test func `an empty cell is an empty program`() {
    expect("", "")
    expect("\n \n", "\n \n")
  }

  @Test func `lines may end as on Windows`() {
    expect("!ls\r\nx = 1", "pass\nx = 1", skipped: ["1 !ls"])
  }
}
