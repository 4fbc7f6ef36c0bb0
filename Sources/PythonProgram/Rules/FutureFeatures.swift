/// What a program imports from `__future__`, which is only allowed where it begins.
///
/// Source: CPython's `Python/future.c`.
struct FutureFeatures {
  private static let known: Set = [
    "nested_scopes", "generators", "division", "absolute_import", "with_statement", "print_function",
    "unicode_literals", "barry_as_FLUFL", "generator_stop", "annotations",
  ]
  private static let lateMessage = "from __future__ imports must occur at the beginning of the file"

  /// The line of the last of the imports at the beginning; 0 where there are none.
  private var lastLine = 0

  init(of statements: [Statement]) throws(ProgramError) {
    var isOver = false
    var line = 0
    for statement in statements.dropFirst(Self.beginsWithText(statements) ? 1 : 0) {
      if isOver, statement.range.start.line > line { return }
      line = statement.range.start.line
      guard case .importFrom("__future__", 0, let names) = statement.kind else {
        isOver = true
        continue
      }
      let place = SourcePosition(line: line, column: 0)
      if isOver { throw ProgramError(Self.lateMessage, statement.range) }
      for name in names where !Self.known.contains(name.name) {
        let message = name.name == "braces" ? "not a chance" : "future feature \(name.name) is not defined"
        throw ProgramError(message, SourceRange(place, place))
      }
      lastLine = line
    }
  }

  private static func beginsWithText(_ statements: [Statement]) -> Bool {
    guard case .expression(let value)? = statements.first?.kind, case .constant(.string) = value.kind else {
      return false
    }
    return true
  }

  /// Refuses an import that comes after the program's beginning.
  func check(importFrom module: String?, at range: SourceRange) throws(ProgramError) {
    if module == "__future__", range.start.line > lastLine { throw ProgramError(Self.lateMessage, range) }
  }
}
