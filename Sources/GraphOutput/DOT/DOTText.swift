import ObjectGraph

/// Writes texts so that Graphviz shows them as they were meant.
///
/// Graphviz reads a label three times: its language's reader takes `\"` for a quote; labels take `\N`, `\n` and
/// their like for what they stand for; and entities such as `&amp;` are decoded. HTML-like labels are XML, whose
/// texts then go through the second reading as well. Every text has its hidden characters written out first
/// (``ObjectGraph/DisplayText``), so that no control character reaches XML, where it is an error.
enum DOTText {
  /// A label that is no HTML: lines between quotes.
  static func label(_ lines: [String]) -> String {
    "\""
      + lines.map { escaped(DisplayText.visible($0), backslash: "\\\\", ampersand: "&amp;") }
      .joined(separator: "\\n") + "\""
  }

  /// A tooltip: as a label, but Graphviz takes backslashes away from it twice.
  static func tooltip(_ text: String) -> String {
    let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    return "\""
      + lines.map { escaped(DisplayText.visible(String($0)), backslash: "\\\\\\\\", ampersand: "&amp;") }
      .joined(separator: "\\n") + "\""
  }

  /// The value of any other attribute in quotes.
  static func value(_ text: String) -> String {
    "\"" + escaped(DisplayText.visible(text), backslash: "\\\\", ampersand: "&") + "\""
  }

  /// A name: as it is where the language allows that, else in quotes.
  static func name(_ text: String) -> String {
    let bytes = text.utf8
    let isWord = bytes.allSatisfy { byte in
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"):
        true
      default: false
      }
    }
    guard isWord, let first = bytes.first, !(UInt8(ascii: "0")...UInt8(ascii: "9")).contains(first),
      !keywords.contains(text.lowercased())
    else { return value(text) }
    return text
  }

  /// A text inside an HTML-like label.
  static func html(_ text: String) -> String {
    let text = DisplayText.visible(text)
    guard text.utf8.contains(where: isSpecialInHTML) else { return text }
    var escaped = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": escaped += "&amp;"
      case "<": escaped += "&lt;"
      case ">": escaped += "&gt;"
      case "\"": escaped += "&quot;"
      case "\\": escaped += "\\\\"
      // A text that is nothing but this bracket is an error to Graphviz: expat holds it back, since `]]>` may
      // follow, and Graphviz finds the element empty.
      case "]": escaped += "&#93;"
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped
  }

  private static func isSpecialInHTML(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "&"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\""), UInt8(ascii: "\\"),
      UInt8(ascii: "]"):
      true
    default: false
    }
  }

  private static func escaped(_ text: String, backslash: String, ampersand: String) -> String {
    guard text.utf8.contains(where: { $0 == 0x22 || $0 == 0x5C || $0 == 0x26 }) else { return text }
    var escaped = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": escaped += "\\\""
      case "\\": escaped += backslash
      case "&": escaped += ampersand
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped
  }

  private static let keywords: Set<String> = ["node", "edge", "graph", "digraph", "subgraph", "strict"]
}
