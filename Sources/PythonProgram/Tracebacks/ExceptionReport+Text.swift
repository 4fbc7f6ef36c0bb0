extension ExceptionReport {
  /// What CPython 3.13 prints for an exception that nothing catches: every line ends with a line feed.
  ///
  /// - Complexity: O(*n*) in the entries and the lines that they show.
  package var text: String {
    var text = ""
    for (index, exception) in earlier.enumerated().reversed() {
      text += exception.report.ownText
      text += "\n\(earlier[index].relation.rawValue)\n\n"
    }
    return text + ownText
  }

  /// The text without the exceptions before it.
  private var ownText: String {
    var text = ""
    if !entries.isEmpty { text += "Traceback (most recent call last):\n" + entriesText }
    text += syntax.map { syntaxText($0) } ?? lastLine
    for note in notes { text += note + "\n" }
    return text
  }

  // MARK: Entries

  /// How often an entry is shown that comes many times in a row.
  private static let shownRepetitions = 3

  private var entriesText: String {
    var text = ""
    var last: TracebackEntry?
    var count = 0
    func repetitions() -> String {
      let more = count - Self.shownRepetitions
      guard more > 0 else { return "" }
      return "  [Previous line repeated \(more) more time\(more > 1 ? "s" : "")]\n"
    }
    for entry in entries {
      let isSame = last.map { last in
        last.file == entry.file && last.range.start.line == entry.range.start.line
          && last.function == entry.function
      }
      if isSame != true {
        text += repetitions()
        last = entry
        count = 0
      }
      count += 1
      if count <= Self.shownRepetitions { text += entry.text }
    }
    return text + repetitions()
  }

  // MARK: The exception itself

  private var lastLine: String {
    let whole = (message ?? "<exception str() failed>") + (missingName?.hint ?? "")
    return whole.isEmpty ? "\(typeName)\n" : "\(typeName): \(whole)\n"
  }

  private func syntaxText(_ place: SyntaxPlace) -> String {
    var text = ""
    var suffix = ""
    if let line = place.line {
      let file = place.file.flatMap { $0.isEmpty ? nil : $0 }
      text += "  File \"\(file ?? "<string>")\", line \(line)\n"
    } else if let file = place.file {
      suffix = " (\(file))"
    }
    text += place.markedLine
    let said = message.flatMap { $0.isEmpty ? nil : $0 } ?? "<no detail available>"
    return text + "\(typeName): \(said)\(suffix)\n"
  }
}

extension SyntaxPlace {
  /// The line and the marks below it; empty where there is no text.
  fileprivate var markedLine: String {
    guard let text else { return "" }
    let all = TracebackLine(text.unicodeScalars)
    var whole = all[...]
    while whole.last == "\n" { whole.removeLast() }
    let shown = TracebackLine(whole.drop { $0 == " " || $0 == "\n" || $0 == "\u{C}" })
    let line = "    \(shown.text)\n"
    guard var offset else { return line }
    var end = whole.count + 1
    if self.line == endLine { end = endOffset.flatMap { $0 == 0 ? nil : $0 } ?? offset }
    if !all.isEmpty {
      if offset > all.count { offset = whole.count + 1 }
      if end > all.count { end = whole.count + 1 }
    }
    if offset >= end || end < 0 { end = offset + 1 }
    let column = offset - 1 - (whole.count - shown.count)
    guard column >= 0 else { return line }
    // Spaces of other kinds stay, so that the marks stand below what they mark.
    let before = TracebackLine(shown.prefix(column).map { $0.isPythonSpace ? $0 : " " })
    return line + "    \(before.text)\(String(repeating: "^", count: end - offset))\n"
  }
}
