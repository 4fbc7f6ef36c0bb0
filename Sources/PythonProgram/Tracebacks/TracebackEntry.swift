/// A place that an exception passed on its way out.
package struct TracebackEntry: Sendable {
  /// The program's name.
  package var file: String
  /// The name of the code that ran, as `co_name` has it.
  package var function: String
  /// What ran.
  package var range: SourceRange
  /// The program's text; `nil` where it cannot be read.
  package var source: SourceText?
  /// Whether the columns are known; without them only the line is shown.
  package var hasColumns: Bool

  package init(
    file: String, function: String, range: SourceRange, source: SourceText?, hasColumns: Bool = true
  ) {
    self.file = file
    self.function = function
    self.range = range
    self.source = source
    self.hasColumns = hasColumns
  }
}
