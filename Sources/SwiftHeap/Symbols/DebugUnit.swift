/// A unit of `.debug_info`: the entries of what was compiled at once, as chapter 7.5 of DWARF 5 describes it.
struct DebugUnit {
  /// The attributes that are asked for, as DWARF numbers them.
  enum Attribute {
    static let name: UInt16 = 0x03, lines: UInt16 = 0x10, low: UInt16 = 0x11, high: UInt16 = 0x12
    static let directory: UInt16 = 0x1B, origin: UInt16 = 0x31, specification: UInt16 = 0x47
    static let ranges: UInt16 = 0x55, callFile: UInt16 = 0x58, callLine: UInt16 = 0x59
    static let symbol: UInt16 = 0x6E, textOffsets: UInt16 = 0x72, addresses: UInt16 = 0x73
    static let rangeLists: UInt16 = 0x74

    static let wanted: Set<UInt16> = [
      name, lines, low, high, directory, origin, specification, ranges, callFile, callLine, symbol,
      textOffsets, addresses, rangeLists,
    ]
  }

  /// The entries that are asked for, as DWARF numbers them.
  enum Tag {
    static let inlinedCall: UInt16 = 0x1D, function: UInt16 = 0x2E
  }

  /// An entry's attributes, those that are asked for.
  struct Entry {
    var tag: UInt16 = 0
    var hasChildren = false
    var name, symbol, directory: DebugForm.Value?
    var low, high, ranges: DebugForm.Value?
    var origin: DebugForm.Value?
    var lines: UInt64?
    var callFile = 0
    var callLine = 0
    /// Where the unit's tables begin, in its first entry.
    var textOffsets, addresses, rangeLists: UInt64?
  }

  let sections: DebugSections
  /// Where it begins in the section.
  let offset: UInt64
  let encoding: DebugForm.Encoding
  /// Its first entry, which is of all of it.
  private(set) var root = Entry()
  /// What the addresses of ranges are relative to.
  private(set) var base: UInt64 = 0
  private var textOffsets: UInt64
  private var addresses: UInt64
  private var rangeLists: UInt64?
  private let abbreviations: DebugAbbreviations
  private var entries: DebugCursor

  /// Reads a unit's head and its first entry.
  ///
  /// - Parameters:
  ///   - cursor: where it begins; afterwards where the next one does.
  ///   - known: the tables of abbreviations that were read before, by where they begin.
  /// - Returns: `nil` where it makes no sense, or has no code.
  init?(
    _ cursor: inout DebugCursor, in sections: DebugSections, known: inout [UInt64: DebugAbbreviations]
  ) {
    offset = UInt64(cursor.offset)
    guard let (unit, offsetSize) = cursor.unit() else {
      cursor.skip(.max)
      return nil
    }
    var contents = unit
    let version = contents.fixed(UInt16.self)
    guard (2...5).contains(version) else { return nil }
    var addressSize: UInt8 = 0
    var table: UInt64
    if version >= 5 {
      let type = contents.byte()
      addressSize = contents.byte()
      table = contents.number(ofBytes: offsetSize)
      // Whole units, parts of such, and skeletons, which have a number besides.
      guard [1, 3, 4].contains(type) else { return nil }
      if type == 4 { contents.skip(8) }
    } else {
      table = contents.number(ofBytes: offsetSize)
      addressSize = contents.byte()
    }
    guard !contents.isDamaged else { return nil }
    encoding = DebugForm.Encoding(version: version, addressSize: addressSize, offsetSize: offsetSize)
    self.sections = sections
    let abbreviations = known[table] ?? DebugAbbreviations(sections.cursor(.abbreviations, at: table))
    known[table] = abbreviations
    self.abbreviations = abbreviations
    // Behind the heads of the tables, where a unit does not say.
    textOffsets = offsetSize == 8 ? 16 : 8
    addresses = textOffsets
    rangeLists = nil
    entries = contents
    var copy = contents
    guard let root = entry(&copy) else { return nil }
    self.root = root
    entries = copy
    textOffsets = root.textOffsets ?? textOffsets
    addresses = root.addresses ?? addresses
    rangeLists = root.rangeLists
    if let low = root.low.flatMap(address) { base = low }
  }

  /// Where the entries behind the first one begin.
  var children: DebugCursor { entries }

  /// Reads an entry; `nil` where there is the end of a row of them, or of everything.
  func entry(_ cursor: inout DebugCursor) -> Entry? {
    guard !cursor.isAtEnd, let abbreviation = abbreviations[cursor.unsigned()] else { return nil }
    var entry = Entry(tag: abbreviation.tag, hasChildren: abbreviation.hasChildren)
    for attribute in abbreviation.attributes {
      guard attribute.isWanted else {
        _ = attribute.form.read(&cursor, encoding)
        continue
      }
      let value =
        attribute.form == .implicitConstant
        ? .number(UInt64(bitPattern: attribute.constant)) : attribute.form.read(&cursor, encoding)
      switch attribute.name {
      case Attribute.name: entry.name = value
      case Attribute.symbol: entry.symbol = value
      case Attribute.directory: entry.directory = value
      case Attribute.low: entry.low = value
      case Attribute.high: entry.high = value
      case Attribute.ranges: entry.ranges = value
      case Attribute.origin, Attribute.specification: entry.origin = value
      case Attribute.callFile: entry.callFile = Int(clamping: Self.number(value) ?? 0)
      case Attribute.callLine: entry.callLine = Int(clamping: Self.number(value) ?? 0)
      case Attribute.lines: entry.lines = Self.number(value)
      case Attribute.textOffsets: entry.textOffsets = Self.number(value)
      case Attribute.addresses: entry.addresses = Self.number(value)
      case Attribute.rangeLists: entry.rangeLists = Self.number(value)
      default: break
      }
    }
    return cursor.isDamaged ? nil : entry
  }

  private static func number(_ value: DebugForm.Value) -> UInt64? {
    switch value {
    case .number(let number), .sectionOffset(let number): number
    default: nil
    }
  }

  /// The address that a value means.
  func address(_ value: DebugForm.Value) -> UInt64? {
    switch value {
    case .address(let address): return address
    case .addressNumber(let number):
      let size = UInt64(encoding.addressSize)
      var cursor = sections.cursor(.addresses, at: addresses &+ number &* size)
      let address = cursor.number(ofBytes: encoding.addressSize)
      return cursor.isDamaged ? nil : address
    default: return nil
    }
  }

  /// The text that a value means.
  func text(_ value: DebugForm.Value) -> String? {
    switch value {
    case .text(let offset): return sections.text(.information, at: UInt64(offset))
    case .textIn(let section, let offset): return sections.text(section, at: offset)
    case .textNumber(let number):
      let size = UInt64(encoding.offsetSize)
      var cursor = sections.cursor(.textOffsets, at: textOffsets &+ number &* size)
      let offset = cursor.number(ofBytes: encoding.offsetSize)
      return cursor.isDamaged ? nil : sections.text(.texts, at: offset)
    default: return nil
    }
  }

  /// Where in the section the table of ranges begins that a value means.
  func rangesOffset(_ value: DebugForm.Value) -> UInt64? {
    switch value {
    case .sectionOffset(let offset), .number(let offset): return offset
    case .rangesNumber(let number):
      guard let rangeLists else { return nil }
      let size = UInt64(encoding.offsetSize)
      var cursor = sections.cursor(.rangeLists, at: rangeLists &+ number &* size)
      let offset = cursor.number(ofBytes: encoding.offsetSize)
      return cursor.isDamaged ? nil : rangeLists &+ offset
    default: return nil
    }
  }

  /// The entry that another one leads to.
  func entry(at value: DebugForm.Value) -> Entry? {
    // Those of other units are written by their abbreviations.
    guard case .entry(let place, isInUnit: true) = value else { return nil }
    var cursor = sections.cursor(.information, at: offset &+ place)
    return entry(&cursor)
  }
}
