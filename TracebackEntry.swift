/// A call that an exception passed through, and the place in it.
package struct TracebackEntry: Sendable {
  /// The program's name, as its code has it.
  package var file: String
  /// What the code is called: `f`, `<module>`, `<lambda>` or `<genexpr>`; not qualified by a class.
  package var function: String
  /// What was being evaluated.
  package var range: SourceRange
  /// The program's text; no line is shown where there is none.
  package var source: SourceText?

  package init(file: String, function: String, range: SourceRange, source: SourceText?) {
    self.file = file
    self.function = function
    self.range = range
    self.source = source
  }

  /// The entry as a traceback shows it: place, lines and marks, each line ended by a line feed.
  ///
  /// - Complexity: O(*n*) in the lines that it spans.
  package var text: String {
    "  File \"\(file)\", line \(range.start.line), in \(function)\n" + (MarkedLines(self)?.text ?? "")
  }

  /// Whether another entry is at the same line of the same code, as a recursion's are.
  func repeats(_ other: TracebackEntry) -> Bool {
    range.start.line == other.range.start.line && function == other.function && file == other.file
  }
}
