/// What is printed of one exception.
package struct ReportedException: Sendable {
  /// The class as printed: qualified by its module, unless that is `builtins` or `__main__`.
  package var typeName: String
  /// What `str` says of it; `nil` where that failed.
  package var message: String?
  /// Its notes; `nil` where `str` failed on one.
  package var notes: [String?] = []
  /// The calls that it passed through, the outermost first.
  package var entries: [TracebackEntry] = []
  /// Which exception of the report it was raised from.
  package var cause: Int?
  /// Which exception of the report was handled when it was raised.
  package var context: Int?
  /// Whether the context is not shown.
  package var suppressesContext = false
  /// The place of an error in a program's text, where this is a `SyntaxError`.
  package var syntax: SyntaxPlace?
  /// The name that was not found, where it is about one.
  package var missing: MissingName?

  package init(typeName: String, message: String?) {
    self.typeName = typeName
    self.message = message
  }

  /// The exception with its traceback, but without those that it came from.
  package var text: String {
    var text = ""
    if !entries.isEmpty { text += "Traceback (most recent call last):\n" + entriesText }
    text += ending
    for note in notes {
      // Lines that a note holds stand for themselves; no other line breaks count.
      text += (note ?? "<note str() failed>") + "\n"
    }
    return text
  }

  /// How many entries of the same place are shown.
  private static let mostRepeated = 3

  private var entriesText: String {
    var text = ""
    var last: TracebackEntry?
    var count = 0
    func repetition() -> String {
      guard count > Self.mostRepeated else { return "" }
      let more = count - Self.mostRepeated
      return "  [Previous line repeated \(more) more time\(more > 1 ? "s" : "")]\n"
    }
    for entry in entries {
      if last.map(entry.repeats) != true {
        text += repetition()
        last = entry
        count = 0
      }
      count += 1
      if count <= Self.mostRepeated { text += entry.text }
    }
    return text + repetition()
  }

  /// The line with the class and the message.
  private var ending: String {
    if let syntax { return syntax.text(typeName: typeName) }
    var message = message ?? "<exception str() failed>"
    if let missing { message += missing.hint }
    return message.isEmpty ? "\(typeName)\n" : "\(typeName): \(message)\n"
  }
}
