/// A program that is not one: what CPython's compiler would say, and where.
package struct ProgramError: Error, Equatable, Sendable {
  /// Which exception CPython raises.
  package enum Kind: String, Sendable {
    case syntax = "SyntaxError"
    case indentation = "IndentationError"
    case tab = "TabError"
  }

  package var kind: Kind
  package var message: String
  /// Where it is; its end is where the marks below the line end.
  package var range: SourceRange

  /// Whether marks below the line say where it is: not where a whole line is indented wrongly.
  private var hasMarks: Bool { kind != .tab && message != "unexpected indent" }

  package init(_ kind: Kind, _ message: String, _ range: SourceRange) {
    self.kind = kind
    self.message = message
    self.range = range
  }

  package init(_ message: String, _ range: SourceRange) { self.init(.syntax, message, range) }

  /// The error as a traceback's end shows it: place, line, marks, and message.
  ///
  /// - Parameters:
  ///   - file: the program's name.
  ///   - source: its text.
  package func text(file: String, source: SourceText) -> String {
    var lines = ["  File \"\(file)\", line \(range.start.line)"]
    if let line = source.line(range.start.line) {
      let shown = line.drop { $0 == 0x20 || $0 == 0x09 || $0 == 0x0C }
      let removed = line.count - shown.count
      let body = String(decoding: shown, as: UTF8.self)
      lines.append("    " + body)
      let start = max(range.start.column - removed, 0)
      let end = range.end.line == range.start.line ? range.end.column - removed : shown.count
      // Marks stand below characters, not below bytes.
      let before = String(decoding: shown.prefix(start), as: UTF8.self).unicodeScalars.count
      let marked =
        String(decoding: shown.prefix(max(end, start)), as: UTF8.self).unicodeScalars.count - before
      if !hasMarks {
        lines.append("\(kind.rawValue): \(message)")
        return lines.joined(separator: "\n")
      }
      lines.append(
        "    " + String(repeating: " ", count: before) + String(repeating: "^", count: max(marked, 1)))
    }
    lines.append("\(kind.rawValue): \(message)")
    return lines.joined(separator: "\n")
  }
}
