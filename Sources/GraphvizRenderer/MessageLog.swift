/// What Graphviz said during one call, put together from the fragments in which it says it.
///
/// Graphviz hands a message over as its severity, then `": "`, then its text, and more text where the
/// message goes on.
struct MessageLog {
  struct Message: Hashable {
    /// Whether it is more than a warning.
    var isError: Bool
    /// One line without control characters.
    var text: String
  }

  private var fragments: [String] = []

  mutating func append(_ fragment: String) {
    fragments.append(fragment)
  }

  /// Takes all messages out.
  ///
  /// - Complexity: O(*n*) time and space in characters.
  mutating func takeMessages() -> [Message] {
    var messages: [Message] = []
    var index = 0
    while index < fragments.count {
      let fragment = fragments[index]
      let opensMessage =
        (fragment == "Error" || fragment == "Warning") && index + 1 < fragments.count
        && fragments[index + 1] == ": "
      if opensMessage {
        messages.append(Message(isError: fragment == "Error", text: ""))
        index += 2
      } else {
        if messages.isEmpty { messages.append(Message(isError: false, text: "")) }
        messages[messages.count - 1].text += fragment
        index += 1
      }
    }
    fragments = []
    return messages.compactMap { message in
      let text = Self.oneLine(message.text)
      if text.isEmpty { return nil }
      // The picture is whole, only less tidy, and no DOT text could change it.
      let isDegradation = text.contains("not built with triangulation")
      return Message(isError: message.isError && !isDegradation, text: text)
    }
  }

  /// The text with every run of white space and control characters as one space, cut to a length that a
  /// terminal bears.
  static func oneLine(_ text: String) -> String {
    let longest = 400
    var line = ""
    var length = 0
    var spaceIsDue = false
    for scalar in text.unicodeScalars {
      if scalar.properties.isWhitespace || scalar.properties.generalCategory == .control {
        spaceIsDue = !line.isEmpty
        continue
      }
      if spaceIsDue {
        line.unicodeScalars.append(" ")
        length += 1
        spaceIsDue = false
      }
      if length >= longest { return line + "…" }
      line.unicodeScalars.append(scalar)
      length += 1
    }
    return line
  }

  /// The line number in a message such as `syntax error in line 3 near '}'`.
  static func lineNumber(in message: String) -> Int? {
    let words = message.split(separator: " ")
    guard let index = words.firstIndex(of: "line"), index + 1 < words.count else { return nil }
    return Int(words[index + 1].prefix { $0.isNumber })
  }
}
