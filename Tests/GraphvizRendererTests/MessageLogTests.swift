import Testing

@testable import GraphvizRenderer

struct MessageLogTests {
  @Test func `fragments are put together to messages of one line`() {
    var log = MessageLog()
    for fragment in [
      "Error", ": ", "mismatched tag in line 1 \n", "... x</i> ...\n", "in label of node a\n",
      "Warning", ": ", "node a, port nope unrecognized\n", "Error", " stands in a text\n",
    ] {
      log.append(fragment)
    }
    #expect(
      log.takeMessages() == [
        .init(isError: true, text: "mismatched tag in line 1 ... x</i> ... in label of node a"),
        .init(isError: false, text: "node a, port nope unrecognized Error stands in a text"),
      ])
    #expect(log.takeMessages().isEmpty)
  }

  @Test func `an overlap that cannot be removed is only a warning`() {
    var log = MessageLog()
    for fragment in ["Error", ": ", "remove_overlap: Graphviz not built with triangulation library\n"] {
      log.append(fragment)
    }
    #expect(log.takeMessages().map(\.isError) == [false])
  }

  @Test func `a message of any length becomes a line that a terminal bears`() {
    #expect(MessageLog.oneLine(" a \n\t b\u{1B}[31m\u{0}c ") == "a b [31m c")
    let line = MessageLog.oneLine(String(repeating: "x", count: 100_000))
    #expect(line.hasSuffix("x…"))
    #expect(line.count == 401)
  }

  @Test func `the line number is found where there is one`() {
    #expect(MessageLog.lineNumber(in: "syntax error in line 12 near '}'") == 12)
    #expect(MessageLog.lineNumber(in: "<stdin>: syntax error in line 7") == 7)
    #expect(MessageLog.lineNumber(in: "a line") == nil)
    #expect(MessageLog.lineNumber(in: "bad node") == nil)
  }
}
