/// How an attribute of debug information is written, as section 7.5 of DWARF 5 numbers it.
struct DebugForm: RawRepresentable, Hashable {
  let rawValue: UInt16

  static let implicitConstant = DebugForm(rawValue: 0x21)
  private static let indirect: UInt16 = 0x16

  /// What a unit says of how its attributes are written.
  struct Encoding {
    var version: UInt16
    var addressSize: UInt8
    var offsetSize: UInt8
  }

  /// What was read.
  enum Value: Hashable {
    case address(UInt64)
    /// A place in the table of addresses.
    case addressNumber(UInt64)
    case number(UInt64)
    /// A text where it is used: its place in the section that is read.
    case text(offset: Int)
    /// A text's place in a section of texts.
    case textIn(DebugSections.Name, UInt64)
    /// A place in the table of texts.
    case textNumber(UInt64)
    /// Another entry, from the beginning of the unit, or of the section.
    case entry(UInt64, isInUnit: Bool)
    /// A place in a section that depends on the attribute.
    case sectionOffset(UInt64)
    /// A place in the unit's table of ranges.
    case rangesNumber(UInt64)
    /// What nobody asks for.
    case other
  }

  /// Reads a value, or passes over it.
  func read(_ cursor: inout DebugCursor, _ encoding: Encoding) -> Value {
    switch rawValue {
    case 0x01: return .address(cursor.number(ofBytes: encoding.addressSize))
    case 0x05: return .number(cursor.number(ofBytes: 2))
    case 0x06: return .number(cursor.number(ofBytes: 4))
    case 0x07: return .number(cursor.number(ofBytes: 8))
    case 0x0B, 0x0C: return .number(cursor.number(ofBytes: 1))
    case 0x0D: return .number(UInt64(bitPattern: cursor.signed()))
    case 0x0F: return .number(cursor.unsigned())
    case 0x08:
      let offset = cursor.offset
      cursor.skipText()
      return .text(offset: offset)
    case 0x0E: return .textIn(.texts, cursor.number(ofBytes: encoding.offsetSize))
    case 0x1F: return .textIn(.lineTexts, cursor.number(ofBytes: encoding.offsetSize))
    case 0x1A: return .textNumber(cursor.unsigned())
    case 0x25...0x28: return .textNumber(cursor.number(ofBytes: UInt8(rawValue - 0x24)))
    case 0x1B: return .addressNumber(cursor.unsigned())
    case 0x29...0x2C: return .addressNumber(cursor.number(ofBytes: UInt8(rawValue - 0x28)))
    case 0x10:
      // Version 2 wrote it as an address.
      let size = encoding.version <= 2 ? encoding.addressSize : encoding.offsetSize
      return .entry(cursor.number(ofBytes: size), isInUnit: false)
    case 0x11: return .entry(cursor.number(ofBytes: 1), isInUnit: true)
    case 0x12: return .entry(cursor.number(ofBytes: 2), isInUnit: true)
    case 0x13: return .entry(cursor.number(ofBytes: 4), isInUnit: true)
    case 0x14: return .entry(cursor.number(ofBytes: 8), isInUnit: true)
    case 0x15: return .entry(cursor.unsigned(), isInUnit: true)
    case 0x17: return .sectionOffset(cursor.number(ofBytes: encoding.offsetSize))
    case 0x23: return .rangesNumber(cursor.unsigned())
    case 0x19: return .number(1)
    case Self.indirect:
      let inner = DebugForm(rawValue: UInt16(clamping: cursor.unsigned()))
      // One that leads to itself would have no end.
      if inner.rawValue == Self.indirect { cursor.skip(.max) }
      return inner.rawValue == Self.indirect ? .other : inner.read(&cursor, encoding)
    default:
      skip(&cursor, encoding)
      return .other
    }
  }

  private func skip(_ cursor: inout DebugCursor, _ encoding: Encoding) {
    switch rawValue {
    case 0x03: cursor.skip(cursor.number(ofBytes: 2))
    case 0x04: cursor.skip(cursor.number(ofBytes: 4))
    case 0x09, 0x18: cursor.skip(cursor.unsigned())
    case 0x0A: cursor.skip(UInt64(cursor.byte()))
    case 0x1C: cursor.skip(4)
    case 0x1D: cursor.skip(UInt64(encoding.offsetSize))
    case 0x1E: cursor.skip(16)
    case 0x20, 0x24: cursor.skip(8)
    case 0x22: _ = cursor.unsigned()
    case Self.implicitConstant.rawValue: break
    // What is not known cannot be passed over.
    default: cursor.skip(.max)
    }
  }
}
