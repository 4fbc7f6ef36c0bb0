/// The lines of a program that an entry of a traceback shows, with the marks below them.
///
/// Source: how CPython 3.13's `traceback` module shows a frame.
struct MarkedLines {
  typealias Line = LineText.Line

  /// The lines that the range spans, without the white space that all of them begin with.
  private let lines: [Line]
  /// Where the range begins in the first line and ends in the last, in code points.
  private let start: Int
  private let end: Int
  /// What of the range is marked otherwise than the rest of it.
  private let anchors: OperatorAnchors?
  private let hasMarks: Bool

  /// Finds the lines of an entry; `nil` where there are none, or all are empty.
  init?(_ entry: TracebackEntry) {
    guard let source = entry.source, entry.range.end.line >= entry.range.start.line else { return nil }
    var text: Line = []
    for number in entry.range.start.line...entry.range.end.line {
      let bytes = source.line(number) ?? []
      let scalars = String(decoding: bytes, as: UTF8.self).unicodeScalars
      text += scalars.reversed().drop(while: \.isSpace).reversed()
      text.append("\n")
    }
    guard text.contains(where: { !$0.isSpace }) else { return nil }
    let original = LineText.lines(of: text)
    let count = entry.range.end.line - entry.range.start.line + 1
    let dedented = Array(LineText.lines(of: LineText.dedented(text)).prefix(count))
    guard let first = original.first, let shownFirst = dedented.first, let last = dedented.last else {
      return nil
    }
    let removed = first.count - shownFirst.count
    start = max(0, LineText.characters(in: first, bytes: entry.range.start.column) - removed)
    end = max(0, LineText.characters(in: original[count - 1], bytes: entry.range.end.column) - removed)
    lines = dedented
    let whole = Line(dedented.joined(separator: CollectionOfOne("\n" as Unicode.Scalar)))
    // The range may end before it begins where a character of the text ends a line for Python's strings only.
    let stop = max(whole.count - max(last.count - end, 0), 0)
    anchors = OperatorAnchors(Line(whole[min(start, stop)..<stop]))
    hasMarks = Self.needsMarks(lines, start, end, isAnchored: anchors != nil)
  }

  /// Whether marks say more than the lines do: not where the range is all that they hold, unless an operator's place
  /// in it can be shown, and not where they hold nothing but a call whose value is returned or given a name.
  private static func needsMarks(_ lines: [Line], _ start: Int, _ end: Int, isAnchored: Bool) -> Bool {
    let text = String(lines.joined(separator: CollectionOfOne("\n" as Unicode.Scalar)))
    if let source = try? SourceText(text), let statements = try? Parser.statements(of: source) {
      guard let statement = statements.first else { return false }
      if let call = handedOn(by: statement) {
        let first = SourcePosition(line: 1, column: start)
        let last = SourcePosition(line: lines.count, column: end)
        if call.range == SourceRange(first, last) { return false }
      }
    }
    if isAnchored { return true }
    let before = lines[0].prefix(start)
    let after = lines[lines.count - 1].dropFirst(end)
    return !before.allSatisfy(\.isSpace) || !after.allSatisfy(\.isSpace)
  }

  /// The call whose value a statement returns or gives one name.
  private static func handedOn(by statement: Statement) -> Expression? {
    switch statement.kind {
    case .return(let value?):
      guard case .call(let function, _) = value.kind, case .name = function.kind else { return nil }
      return value
    case .assign(let targets, let value):
      guard case .call = value.kind, targets.count == 1, case .name = targets[0].kind else { return nil }
      return value
    default: return nil
    }
  }

  // MARK: Text

  /// The lines and their marks, each with four blanks before it and ended by a line feed.
  var text: String {
    var result: Line = []
    var previous: Int?
    for number in shownLines {
      if let previous {
        let skipped = number - previous - 1
        if skipped == 1 {
          result += shown(number - 1)
        } else if skipped > 1 {
          result += "...<\(skipped) lines>...\n".unicodeScalars
        }
      }
      result += shown(number)
      previous = number
    }
    return String(LineText.indented(LineText.dedented(result)))
  }

  /// The first and the last line, and those around the anchors.
  private var shownLines: [Int] {
    var numbers: Set = [0, lines.count - 1]
    if let anchors {
      for anchor in [anchors.start.line, anchors.end.line] { numbers.formUnion(anchor - 1...anchor + 1) }
    }
    return numbers.filter { lines.indices.contains($0) }.sorted()
  }

  /// A line, and its marks below it.
  private func shown(_ number: Int) -> Line {
    let line = lines[number]
    guard hasMarks else { return line + ["\n"] }
    let indent = line.prefix(while: \.isSpace).count
    let first = number == 0 ? max(indent, LineText.width(of: line, upTo: start)) : indent
    let last = LineText.width(of: line, upTo: number == lines.count - 1 ? end : nil)
    let within = anchoredColumns(of: number)
    var marks: Line = []
    for column in 0..<max(last, 0) {
      if column < first {
        marks.append(" ")
      } else if let within {
        marks.append(within.contains(column) ? "^" : "~")
      } else {
        marks.append("^")
      }
    }
    return line + ["\n"] + marks + ["\n"]
  }

  /// The cells of a line between the anchors; `nil` where there are none.
  private func anchoredColumns(of number: Int) -> Range<Int>? {
    guard let anchors else { return nil }
    guard number >= anchors.start.line, number <= anchors.end.line else { return 0..<0 }
    let first = number == anchors.start.line ? cell(of: anchors.start) : 0
    let last = number == anchors.end.line ? cell(of: anchors.end) : .max
    return first..<max(first, last)
  }

  private func cell(of anchor: OperatorAnchors.Place) -> Int {
    let column = anchor.line == 0 ? anchor.column + start : anchor.column
    return LineText.width(of: lines[anchor.line], upTo: column)
  }
}
