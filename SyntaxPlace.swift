/// What a `SyntaxError` says of the program that is none, as its attributes have it.
package struct SyntaxPlace: Sendable {
  /// `msg`.
  package var message: String?
  /// `filename`.
  package var file: String?
  /// `lineno` and `end_lineno`, counted from 1.
  package var line: Int?
  package var endLine: Int?
  /// `text`, the line.
  package var text: String?
  /// `offset` and `end_offset`, code points counted from 1.
  package var offset: Int?
  package var endOffset: Int?

  package init(message: String?) { self.message = message }

  /// The error's lines, each ended by a line feed.
  func text(typeName: String) -> String {
    var lines = ""
    var suffix = ""
    if let line {
      lines += "  File \"\(shownFile)\", line \(line)\n"
    } else if let file {
      suffix = " (\(file))"
    }
    if let text { lines += marked(text) }
    return lines + "\(typeName): \(shownMessage)\(suffix)\n"
  }

  private var shownFile: String { file.map { $0.isEmpty ? "<string>" : $0 } ?? "<string>" }

  private var shownMessage: String {
    message.map { $0.isEmpty ? "<no detail available>" : $0 } ?? "<no detail available>"
  }

  private func marked(_ text: String) -> String {
    let whole = Array(text.unicodeScalars)
    let ended = Array(whole.reversed().drop { $0 == "\n" }.reversed())
    // Tabs stay, since the marks below are set by them.
    let shown = Array(ended.drop { $0 == " " || $0 == "\n" || $0 == "\u{0C}" })
    let removed = ended.count - shown.count
    let line = "    \(String(shown))\n"
    guard var start = offset else { return line }
    var end = ended.count + 1
    if self.line == endLine { end = endOffset.flatMap { $0 == 0 ? nil : $0 } ?? start }
    if !whole.isEmpty {
      if start > whole.count { start = ended.count + 1 }
      if end > whole.count { end = ended.count + 1 }
    }
    if start >= end || end < 0 { end = start + 1 }
    let column = start - 1 - removed
    guard column >= 0 else { return line }
    let before = shown.prefix(column).map { $0.isSpace ? $0 : " " }
    return line + "    \(String(before))\(String(repeating: "^", count: end - start))\n"
  }
}
