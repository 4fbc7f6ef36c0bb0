/// The part of an expression that did not work: an operator, or the brackets of a subscript or call.
///
/// Source: CPython 3.13's `traceback` module, which reads what ran once more.
struct TracebackAnchors {
  struct Place {
    /// Counted from 0.
    var line: Int
    /// Characters of the line.
    var column: Int
  }

  var start: Place
  var end: Place

  /// Finds them in the text of what ran; `nil` where it is nothing of these kinds.
  init?(segment: TracebackLine) {
    guard let source = try? SourceText("(\n\(segment.text)\n)"),
      let statements = try? Parser.statements(of: source), statements.count == 1,
      case .expression(let value) = statements[0].kind
    else { return nil }
    let reader = AnchorReader(lines: segment.lines)
    switch value.kind {
    case .binary(let left, _, let right):
      guard let found = reader.sign(between: left, right) else { return nil }
      self = found
    case .item(let object, _):
      guard let found = reader.brackets("[", after: object, of: value) else { return nil }
      self = found
    case .call(let function, _):
      guard let found = reader.brackets("(", after: function, of: value) else { return nil }
      self = found
    default: return nil
    }
  }

  fileprivate init(_ start: Place, _ end: Place) {
    self.start = start
    self.end = end
  }
}

private struct AnchorReader {
  typealias Place = TracebackAnchors.Place

  let lines: [TracebackLine]

  func sign(between left: Expression, _ right: Expression) -> TracebackAnchors? {
    guard let start = end(of: left).flatMap(valid),
      let place = first(from: start, where: { !$0.isPythonSpace && $0 != ")" })
    else { return nil }
    var end = Place(line: place.line, column: place.column + 1)
    let line = lines[place.line]
    if end.column < line.count {
      let operandLine = right.range.start.line - 2
      guard lines.indices.contains(operandLine) else { return nil }
      let operandColumn = lines[operandLine].characterCount(inBytes: right.range.start.column)
      let next = line[end.column]
      if operandLine > place.line || end.column < operandColumn, !next.isPythonSpace, next != "\\",
        next != "#"
      {
        end.column += 1
      }
    }
    return TracebackAnchors(place, end)
  }

  func brackets(
    _ bracket: Unicode.Scalar, after operand: Expression, of whole: Expression
  ) -> TracebackAnchors? {
    guard let start = end(of: operand).flatMap(valid),
      let open = first(from: start, where: { $0 == bracket }),
      let close = end(of: whole)
    else { return nil }
    return TracebackAnchors(open, close)
  }

  /// Where an expression ends; it was read with a line before it.
  private func end(of expression: Expression) -> Place? {
    let line = expression.range.end.line - 2
    guard lines.indices.contains(line) else { return nil }
    return Place(line: line, column: lines[line].characterCount(inBytes: expression.range.end.column))
  }

  /// The place itself, or where the next line with any text begins.
  private func valid(_ place: Place) -> Place? {
    var place = place
    while place.line < lines.count, place.column >= lines[place.line].count {
      place = Place(line: place.line + 1, column: 0)
    }
    return place.line < lines.count ? place : nil
  }

  /// The first character of some kind, comments and continued lines left out.
  private func first(from start: Place, where matches: (Unicode.Scalar) -> Bool) -> Place? {
    var place = start
    while true {
      let scalar = lines[place.line][place.column]
      let next: Place
      if scalar == "\\" || scalar == "#" {
        next = Place(line: place.line + 1, column: 0)
      } else if matches(scalar) {
        return place
      } else {
        next = Place(line: place.line, column: place.column + 1)
      }
      guard let found = valid(next) else { return nil }
      place = found
    }
  }
}
