/// The place that a `SyntaxError` carries, in its attributes' own counting.
package struct SyntaxPlace: Sendable {
  package var file: String?
  /// Counted from 1.
  package var line: Int?
  package var endLine: Int?
  /// The line's text.
  package var text: String?
  /// Characters of the line, counted from 1.
  package var offset: Int?
  package var endOffset: Int?

  package init(
    file: String? = nil, line: Int? = nil, endLine: Int? = nil, text: String? = nil, offset: Int? = nil,
    endOffset: Int? = nil
  ) {
    self.file = file
    self.line = line
    self.endLine = endLine
    self.text = text
    self.offset = offset
    self.endOffset = endOffset
  }
}
