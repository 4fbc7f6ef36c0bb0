extension JSONValue {
  /// The value as Jupyter writes notebooks: keys in alphabetical order, one blank more in each level.
  var notebookText: String {
    var text = ""
    write(to: &text, indent: "\n")
    return text + "\n"
  }

  private func write(to text: inout String, indent: String) {
    switch self {
    case .null: text += "null"
    case .bool(let value): text += value ? "true" : "false"
    case .integer(let value): text += "\(value)"
    case .number(let value): text += "\(value)"
    case .string(let value): Self.write(value, to: &text)
    case .array(let values):
      Self.write(values, between: "[", "]", to: &text, indent) { value, text, indent in
        value.write(to: &text, indent: indent)
      }
    case .object(let entries):
      let sorted = entries.sorted { $0.key < $1.key }
      Self.write(sorted, between: "{", "}", to: &text, indent) { entry, text, indent in
        Self.write(entry.key, to: &text)
        text += ": "
        entry.value.write(to: &text, indent: indent)
      }
    }
  }

  private static func write<Part>(
    _ parts: [Part], between start: String, _ end: String, to text: inout String, _ indent: String,
    each: (Part, inout String, String) -> Void
  ) {
    text += start
    for (index, part) in parts.enumerated() {
      text += index == 0 ? "" : ","
      text += indent + " "
      each(part, &text, indent + " ")
    }
    text += (parts.isEmpty ? "" : indent) + end
  }

  private static func write(_ string: String, to text: inout String) {
    text += "\""
    for scalar in string.unicodeScalars {
      switch scalar {
      case "\"": text += "\\\""
      case "\\": text += "\\\\"
      case "\n": text += "\\n"
      case "\r": text += "\\r"
      case "\t": text += "\\t"
      case "\u{8}": text += "\\b"
      case "\u{C}": text += "\\f"
      case ..<" ":
        let digits = String(scalar.value, radix: 16)
        text += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: text.unicodeScalars.append(scalar)
      }
    }
    text += "\""
  }
}
