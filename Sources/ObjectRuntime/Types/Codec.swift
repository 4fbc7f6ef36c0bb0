/// An encoding of text that is known.
enum Codec: Equatable {
  /// In which order the bytes of a unit of several lie.
  enum ByteOrder { case little, big }

  case utf8, markedUTF8, ascii, latin1
  /// Units of two or four bytes; without an order a mark at the start tells it.
  case utf16(ByteOrder?), utf32(ByteOrder?)

  /// - Parameter name: one of its names in any letters.
  /// - Throws: ``ObjectError`` of kind `lookupError` for another one.
  init(_ name: String) throws(ObjectError) {
    switch name.lowercased().filter({ $0 != "-" && $0 != "_" && $0 != " " }) {
    case "utf8", "u8", "utf", "cp65001": self = .utf8
    case "utf8sig": self = .markedUTF8
    case "ascii", "usascii", "646", "us": self = .ascii
    case "latin1", "iso88591", "l1", "latin", "88591", "cp819": self = .latin1
    case "utf16", "u16": self = .utf16(nil)
    case "utf16le", "unicodelittleunmarked": self = .utf16(.little)
    case "utf16be", "unicodebigunmarked": self = .utf16(.big)
    case "utf32", "u32": self = .utf32(nil)
    case "utf32le": self = .utf32(.little)
    case "utf32be": self = .utf32(.big)
    default: throw ObjectError(.lookupError, "unknown encoding: \(name)")
    }
  }

  /// What errors call it.
  var name: String {
    switch self {
    case .utf8, .markedUTF8: "utf-8"
    case .ascii: "ascii"
    case .latin1: "latin-1"
    case .utf16(nil): "utf-16"
    case .utf16(.little): "utf-16-le"
    case .utf16(.big): "utf-16-be"
    case .utf32(nil): "utf-32"
    case .utf32(.little): "utf-32-le"
    case .utf32(.big): "utf-32-be"
    }
  }

  /// The first code point that it does not have.
  var limit: UInt32 { self == .ascii ? 0x80 : self == .latin1 ? 0x100 : 0x110000 }

  /// Whether it has every character, but no half of a pair.
  var isUnicode: Bool { limit > 0x100 }

  /// Bytes that make no character.
  struct Fault {
    /// How many bytes.
    var count: Int
    var reason: String
  }

  /// What stands at a place: a character and how many bytes it takes, or what is wrong there.
  typealias Reading = (point: UInt32, count: Int, fault: Fault?)

  /// The codec that reads some bytes, with its order told, and how many bytes of a mark they start with.
  func reading(_ bytes: [UInt8]) -> (codec: Codec, start: Int) {
    switch self {
    case .markedUTF8: (.utf8, bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0)
    case .utf16(nil):
      bytes.starts(with: [0xFE, 0xFF])
        ? (.utf16(.big), 2) : (.utf16(.little), bytes.starts(with: [0xFF, 0xFE]) ? 2 : 0)
    case .utf32(nil):
      bytes.starts(with: [0, 0, 0xFE, 0xFF])
        ? (.utf32(.big), 4) : (.utf32(.little), bytes.starts(with: [0xFF, 0xFE, 0, 0]) ? 4 : 0)
    default: (self, 0)
    }
  }

  /// The codec that writes a text, with its order told, and the mark that it starts with.
  var writing: (codec: Codec, mark: [UInt8]) {
    switch self {
    case .markedUTF8: (.utf8, [0xEF, 0xBB, 0xBF])
    case .utf16(nil): (.utf16(.little), [0xFF, 0xFE])
    case .utf32(nil): (.utf32(.little), [0xFF, 0xFE, 0, 0])
    default: (self, [])
    }
  }

  /// The character at a place and its length, or what is wrong there.
  func character(at start: Int, of bytes: [UInt8]) -> Reading {
    switch self {
    case .utf8, .markedUTF8: return Self.characterOfUTF8(at: start, of: bytes)
    case .latin1: return (UInt32(bytes[start]), 1, nil)
    case .ascii:
      guard bytes[start] >= 0x80 else { return (UInt32(bytes[start]), 1, nil) }
      return (0, 1, Fault(count: 1, reason: "ordinal not in range(128)"))
    case .utf16(let order):
      guard let first = Self.unit(at: start, of: bytes, size: 2, order) else {
        return (0, 1, Fault(count: 1, reason: "truncated data"))
      }
      guard 0xD800...0xDFFF ~= first else { return (first, 2, nil) }
      guard first < 0xDC00 else { return (first, 2, Fault(count: 2, reason: "illegal encoding")) }
      guard let second = Self.unit(at: start + 2, of: bytes, size: 2, order) else {
        return (first, 2, Fault(count: bytes.count - start, reason: "unexpected end of data"))
      }
      guard 0xDC00...0xDFFF ~= second else {
        return (first, 2, Fault(count: 2, reason: "illegal UTF-16 surrogate"))
      }
      return (0x10000 + (first - 0xD800) << 10 + (second - 0xDC00), 4, nil)
    case .utf32(let order):
      guard let point = Self.unit(at: start, of: bytes, size: 4, order) else {
        return (0, 1, Fault(count: bytes.count - start, reason: "truncated data"))
      }
      if 0xD800...0xDFFF ~= point {
        return (
          point, 4, Fault(count: 4, reason: "code point in surrogate code point range(0xd800, 0xe000)")
        )
      }
      guard point < 0x110000 else {
        return (point, 4, Fault(count: 4, reason: "code point not in range(0x110000)"))
      }
      return (point, 4, nil)
    }
  }

  private static func characterOfUTF8(at start: Int, of bytes: [UInt8]) -> Reading {
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

  private static func unit(at start: Int, of bytes: [UInt8], size: Int, _ order: ByteOrder?) -> UInt32? {
    guard start + size <= bytes.count else { return nil }
    let unit = bytes[start..<start + size]
    return (order == .big ? Array(unit) : unit.reversed()).reduce(0) { $0 << 8 | UInt32($1) }
  }

  /// A character's bytes; `nil` where it has none: half of a pair, or one beyond the limit.
  func bytes(of point: UInt32) -> [UInt8]? {
    guard point < limit, !isUnicode || Unicode.Scalar(point) != nil else { return nil }
    return anyBytes(of: point)
  }

  /// The bytes of a character or of half of a pair.
  func anyBytes(of point: UInt32) -> [UInt8] {
    switch self {
    case .ascii, .latin1: return [UInt8(truncatingIfNeeded: point)]
    case .utf8, .markedUTF8:
      if point < 0x80 { return [UInt8(point)] }
      let more = point < 0x800 ? 1 : point < 0x10000 ? 2 : 3
      let first: UInt32 = more == 1 ? 0xC0 : more == 2 ? 0xE0 : 0xF0
      return [UInt8(first | point >> UInt32(6 * more))]
        + (0..<more).reversed().map { UInt8(0x80 | point >> UInt32(6 * $0) & 0x3F) }
    case .utf16(let order):
      guard point >= 0x10000 else { return Self.split(point, size: 2, order) }
      let rest = point - 0x10000
      return Self.split(0xD800 + rest >> 10, size: 2, order)
        + Self.split(0xDC00 + rest & 0x3FF, size: 2, order)
    case .utf32(let order): return Self.split(point, size: 4, order)
    }
  }

  private static func split(_ unit: UInt32, size: Int, _ order: ByteOrder?) -> [UInt8] {
    let bytes = (0..<size).map { UInt8(unit >> UInt32(8 * $0) & 0xFF) }
    return order == .big ? bytes.reversed() : bytes
  }
}
