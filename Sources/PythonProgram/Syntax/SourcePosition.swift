/// A place in a program's text.
package struct SourcePosition: Hashable, Sendable, Comparable {
  /// The line, counted from 1.
  package var line: Int
  /// Bytes of UTF-8 from the beginning of the line, as CPython counts columns.
  package var column: Int

  package init(line: Int, column: Int) {
    self.line = line
    self.column = column
  }

  package static func < (left: SourcePosition, right: SourcePosition) -> Bool {
    (left.line, left.column) < (right.line, right.column)
  }
}

/// What a part of a program takes in its text: from the first byte up to, but not with, the last.
package struct SourceRange: Hashable, Sendable {
  package var start: SourcePosition
  package var end: SourcePosition

  package init(_ start: SourcePosition, _ end: SourcePosition) {
    self.start = start
    self.end = end
  }

  /// From where one part begins to where another ends.
  package func to(_ other: SourceRange) -> SourceRange { SourceRange(start, other.end) }
}
