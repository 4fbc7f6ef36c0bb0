/// Where in the text of an expression its own operator stands: the sign between two operands, or the brackets of a
/// call or of a subscript with what they hold.
///
/// Source: how CPython 3.13's `traceback` module finds them, which reads the text of a range once more.
struct OperatorAnchors {
  /// A place in the text, both counted from 0, in code points.
  struct Place {
    var line: Int
    var column: Int
  }

  var start: Place
  var end: Place

  /// Finds the operator; `nil` where the text is no expression, or one of another kind.
  init?(_ text: LineText.Line) {
    // In brackets of its own a text of several lines is an expression too.
    guard let source = try? SourceText("(\n" + String(text) + "\n)"),
      let statements = try? Parser.statements(of: source), statements.count == 1,
      case .expression(let expression) = statements[0].kind
    else { return nil }
    let search = Search(lines: LineText.lines(of: text))
    switch expression.kind {
    case .binary(let left, _, let right):
      guard let sign = search.first(after: left.range, where: { !$0.isSpace && $0 != ")" }) else { return nil }
      start = sign
      end = Place(line: sign.line, column: sign.column + search.signLength(at: sign, before: right.range))
    case .item(let value, _):
      guard let bracket = search.first(after: value.range, where: { $0 == "[" }) else { return nil }
      start = bracket
      end = search.end(of: expression.range)
    case .call(let function, _):
      guard let bracket = search.first(after: function.range, where: { $0 == "(" }) else { return nil }
      start = bracket
      end = search.end(of: expression.range)
    default: return nil
    }
  }

  /// The lines of the text, in which places are looked for; the tree's lines are two more.
  private struct Search {
    let lines: [LineText.Line]

    func place(_ position: SourcePosition) -> Place? {
      let line = position.line - 2
      guard lines.indices.contains(line) else { return nil }
      return Place(line: line, column: LineText.characters(in: lines[line], bytes: position.column))
    }

    func end(of range: SourceRange) -> Place {
      place(range.end) ?? Place(line: lines.count - 1, column: lines.last?.count ?? 0)
    }

    /// The first character behind a range that holds, comments and continued lines left out.
    func first(after range: SourceRange, where holds: (Unicode.Scalar) -> Bool) -> Place? {
      guard var place = place(range.end) else { return nil }
      while place.line < lines.count {
        guard place.column < lines[place.line].count else {
          place = Place(line: place.line + 1, column: 0)
          continue
        }
        let scalar = lines[place.line][place.column]
        if scalar == "\\" || scalar == "#" {
          place = Place(line: place.line + 1, column: 0)
        } else if holds(scalar) {
          return place
        } else {
          place.column += 1
        }
      }
      return nil
    }

    /// How many characters a sign has: two where the next one is no part of the right operand.
    func signLength(at sign: Place, before right: SourceRange) -> Int {
      let line = lines[sign.line]
      let next = sign.column + 1
      guard next < line.count, let operand = place(right.start) else { return 1 }
      guard operand.line > sign.line || next < operand.column else { return 1 }
      return line[next].isSpace || line[next] == "\\" || line[next] == "#" ? 1 : 2
    }
  }
}
