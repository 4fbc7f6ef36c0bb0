/// Any value of a JSON text.
enum JSONValue: Hashable, Sendable {
  case null
  case bool(Bool)
  case integer(Int)
  case number(Double)
  case string(String)
  case array([JSONValue])
  case object([String: JSONValue])

  /// The value of a key; `nil` where this is no object or has no such key.
  subscript(_ key: String) -> JSONValue? {
    if case .object(let entries) = self { entries[key] } else { nil }
  }

  var string: String? { if case .string(let text) = self { text } else { nil } }

  var array: [JSONValue]? { if case .array(let values) = self { values } else { nil } }

  /// A text, or the lines of one.
  var text: String? {
    switch self {
    case .string(let text): return text
    case .array(let lines):
      var text = ""
      for line in lines {
        guard let part = line.string else { return nil }
        text += part
      }
      return text
    default: return nil
    }
  }

  /// A text as notebooks keep it: its lines, each with its end.
  static func lines(_ text: String) -> JSONValue {
    var lines: [JSONValue] = []
    var line = ""
    for character in text.unicodeScalars {
      line.unicodeScalars.append(character)
      if character == "\n" {
        lines.append(.string(line))
        line = ""
      }
    }
    if !line.isEmpty { lines.append(.string(line)) }
    return .array(lines)
  }
}

extension JSONValue: Decodable {
  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if container.decodeNil() {
      self = .null
    } else if let value = try? container.decode(Bool.self) {
      self = .bool(value)
    } else if let value = try? container.decode(Int.self) {
      self = .integer(value)
    } else if let value = try? container.decode(Double.self) {
      self = .number(value)
    } else if let value = try? container.decode(String.self) {
      self = .string(value)
    } else if let value = try? container.decode([JSONValue].self) {
      self = .array(value)
    } else {
      self = .object(try container.decode([String: JSONValue].self))
    }
  }
}
