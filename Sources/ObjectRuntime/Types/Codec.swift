/// An encoding of text that is known.
enum Codec {
  case utf8, ascii, latin1

  /// - Parameter name: one of its names in any letters.
  /// - Throws: ``ObjectError`` of kind `lookupError` for another one.
  init(_ name: String) throws(ObjectError) {
    switch name.lowercased().filter({ $0 != "-" && $0 != "_" && $0 != " " }) {
    case "utf8", "u8", "utf", "cp65001": self = .utf8
    case "ascii", "usascii", "646", "us": self = .ascii
    case "latin1", "iso88591", "l1", "latin", "88591", "cp819": self = .latin1
    default: throw ObjectError(.lookupError, "unknown encoding: \(name)")
    }
  }

  /// What errors call it.
  var name: String {
    switch self {
    case .utf8: "utf-8"
    case .ascii: "ascii"
    case .latin1: "latin-1"
    }
  }

  /// The first code point that it does not have.
  var limit: UInt32 { self == .ascii ? 0x80 : self == .latin1 ? 0x100 : 0x110000 }

  /// Bytes that make no character.
  struct Fault {
    /// How many bytes.
    var count: Int
    var reason: String
  }

  /// The character at a place in UTF-8 and its length, or what is wrong there.
  static func character(at start: Int, of bytes: [UInt8]) -> (point: UInt32, count: Int, fault: Fault?) {
    let first = bytes[start]
    if first < 0x80 { return (UInt32(first), 1, nil) }
    guard 0xC2...0xF4 ~= first else { return (0, 1, Fault(count: 1, reason: "invalid start byte")) }
    let more = first < 0xE0 ? 1 : first < 0xF0 ? 2 : 3
    var point = UInt32(first) & (more == 1 ? 0x1F : more == 2 ? 0x0F : 0x07)
    for index in 1...more {
      guard start + index < bytes.count else {
        return (0, 1, Fault(count: bytes.count - start, reason: "unexpected end of data"))
      }
      let byte = bytes[start + index]
      var range: ClosedRange<UInt8> = 0x80...0xBF
      if index == 1 {
        switch first {
        case 0xE0: range = 0xA0...0xBF
        case 0xED: range = 0x80...0x9F
        case 0xF0: range = 0x90...0xBF
        case 0xF4: range = 0x80...0x8F
        default: break
        }
      }
      guard range ~= byte else {
        return (0, 1, Fault(count: index, reason: "invalid continuation byte"))
      }
      point = point << 6 | UInt32(byte & 0x3F)
    }
    return (point, more + 1, nil)
  }

  /// A character's bytes in UTF-8; `nil` for half of a pair.
  static func bytes(of point: UInt32) -> [UInt8]? {
    guard let scalar = Unicode.Scalar(point) else { return nil }
    return Array(UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
  }
}
