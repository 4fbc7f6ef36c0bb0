/// What CPython says of a program that it compiles, but which can hardly be meant.
package struct SyntaxWarning: Equatable, Sendable {
  package var message: String
  /// The line, counted from 1.
  package var line: Int

  package init(_ message: String, line: Int) {
    self.message = message
    self.line = line
  }

  /// The warning as it is printed: place, message, and the line; each line ends with a line feed.
  ///
  /// - Parameters:
  ///   - file: the program's name.
  ///   - source: its text.
  package func text(file: String, source: SourceText) -> String {
    let place = "\(file):\(line): SyntaxWarning: \(message)\n"
    let line = TracebackLine(source.line(line) ?? [])
    let shown = TracebackLine(line.dropFirst(line.indentation)).withoutTrailingSpaces
    return shown.isEmpty ? place : place + "  \(shown.text)\n"
  }
}

/// What CPython 3.13 prints when it compiles a program, up to where it refuses it.
///
/// Of a `finally` each is told once, while CPython tells it as often as it compiles that.
///
/// - Parameters:
///   - source: the program's text.
///   - statements: its statements.
/// - Returns: the warnings of words, and then those of statements, each in the order of the program.
/// - Complexity: O(*n*) in the text.
package func warnings(of source: SourceText, _ statements: [Statement]) -> [SyntaxWarning] {
  let ofWords = WordWarnings(of: source).found
  guard let features = try? FutureFeatures(of: statements) else { return ofWords }
  var names = NameRules()
  guard (try? names.check(statements)) != nil else { return ofWords }
  var places = PlaceRules(features: features, generators: names.generators)
  try? places.check(statements)
  return ofWords + places.warnings
}
