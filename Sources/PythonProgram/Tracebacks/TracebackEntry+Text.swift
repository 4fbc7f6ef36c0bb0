extension TracebackEntry {
  /// The entry as a traceback shows it: the place, and what ran with marks below it.
  ///
  /// Each line ends with a line feed.
  var text: String {
    let place = "  File \"\(file)\", line \(range.start.line), in \(function)\n"
    guard let lines = shownLines else { return place }
    return place + TracebackLine.dedented(lines).map { "    \($0.text)\n" }.joined()
  }

  private var shownLines: [TracebackLine]? {
    guard let source, range.end.line >= range.start.line else { return nil }
    let original = (range.start.line...range.end.line).map { number in
      TracebackLine(source.line(number) ?? []).withoutTrailingSpaces
    }
    guard original.contains(where: { !$0.isEmpty }) else { return nil }
    guard hasColumns else { return [TracebackLine(original[0].dropFirst(original[0].indentation))] }
    // Some characters end a line for Python's strings that end none in a program.
    let first = TracebackLine(original.joined(separator: ["\n"])).lines
    let dedented = TracebackLine(TracebackLine.dedented(original).joined(separator: ["\n"])).lines
    let count = range.end.line - range.start.line + 1
    guard first.count >= count, dedented.count >= count else { return nil }
    let all = Array(dedented.prefix(count))
    let removed = first[0].count - all[0].count
    let start = max(0, first[0].characterCount(inBytes: range.start.column) - removed)
    let end = max(0, first[count - 1].characterCount(inBytes: range.end.column) - removed)
    return MarkedLines(lines: all, start: start, end: end).shown
  }
}

/// The lines of what ran, and the marks below them.
private struct MarkedLines {
  let lines: [TracebackLine]
  /// Where it begins in the first line, and ends in the last.
  let start: Int
  let end: Int
  private let anchors: TracebackAnchors?
  private let hasMarks: Bool
  private let columns: (start: Int, end: Int, anchorStart: Int, anchorEnd: Int)

  init(lines: [TracebackLine], start: Int, end: Int) {
    self.lines = lines
    self.start = start
    self.end = end
    let last = lines.count - 1
    let whole = TracebackLine(lines.joined(separator: ["\n"]))
    let after = whole.count - (lines[last].count - end)
    let anchors = TracebackAnchors(
      segment: TracebackLine(
        whole[min(start, whole.count)..<max(min(after, whole.count), min(start, whole.count))]))
    func column(_ place: TracebackAnchors.Place) -> Int {
      DisplayWidth.columns(of: lines[place.line], upTo: place.column + (place.line == 0 ? start : 0))
    }
    columns = (
      DisplayWidth.columns(of: lines[0], upTo: start), DisplayWidth.columns(of: lines[last], upTo: end),
      anchors.map { column($0.start) } ?? 0, anchors.map { column($0.end) } ?? 0
    )
    self.anchors = anchors
    hasMarks = Self.showsMarks(lines, start, end, anchors)
  }

  /// Whether marks say more than the lines do: not where all of a line is one call whose value is returned or kept.
  private static func showsMarks(
    _ lines: [TracebackLine], _ start: Int, _ end: Int, _ anchors: TracebackAnchors?
  ) -> Bool {
    let text = TracebackLine(lines.joined(separator: ["\n"])).text
    if let source = try? SourceText(text), let statements = try? Parser.statements(of: source) {
      guard let statement = statements.first else { return false }
      var value: Expression?
      switch statement.kind {
      case .return(let result?):
        if case .call(let function, _) = result.kind, case .name = function.kind { value = result }
      case .assign(let targets, let assigned):
        if targets.count == 1, case .name = targets[0].kind, case .call = assigned.kind { value = assigned }
      default: break
      }
      if let range = value?.range, range.start == SourcePosition(line: 1, column: start),
        range.end == SourcePosition(line: lines.count, column: end)
      {
        return false
      }
    }
    if anchors != nil { return true }
    return lines[0].prefix(start).contains { !$0.isPythonSpace }
      || lines[lines.count - 1].dropFirst(end).contains { !$0.isPythonSpace }
  }

  /// The first line, the last, and those around an operator or bracket; of others only their number.
  var shown: [TracebackLine] {
    var significant: Set = [0, lines.count - 1]
    if let anchors {
      for place in [anchors.start, anchors.end] { significant.formUnion(place.line - 1...place.line + 1) }
    }
    var result: [TracebackLine] = []
    var previous: Int?
    for number in significant.sorted() where lines.indices.contains(number) {
      if let previous, number - previous == 2 {
        add(number - 1, to: &result)
      } else if let previous, number - previous > 2 {
        result.append(TracebackLine("...<\(number - previous - 1) lines>...".unicodeScalars))
      }
      add(number, to: &result)
      previous = number
    }
    return result
  }

  private func add(_ number: Int, to result: inout [TracebackLine]) {
    let line = lines[number]
    result.append(line)
    guard hasMarks else { return }
    let count = number == lines.count - 1 ? columns.end : DisplayWidth.columns(of: line)
    result.append(
      (0..<count).map { column in
        if column < line.indentation || number == 0 && column < columns.start { return " " }
        guard let anchors else { return "^" }
        let isInside =
          (number, column) >= (anchors.start.line, columns.anchorStart)
          && (number, column) < (anchors.end.line, columns.anchorEnd)
        return isInside ? "^" : "~"
      })
  }
}
