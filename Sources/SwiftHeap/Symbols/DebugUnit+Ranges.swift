extension DebugUnit {
  // Damaged tables must not make it try for ever; no entry has as many ranges.
  private static let rangeLimit = 1 << 20

  /// The addresses of an entry's code; `nil` where it says none.
  func ranges(of entry: Entry) -> [Range<UInt64>]? {
    if let offset = entry.ranges.flatMap(rangesOffset) {
      return encoding.version >= 5 ? rangeList(at: offset) : oldRanges(at: offset)
    }
    guard let low = entry.low.flatMap(address), let high = entry.high else { return nil }
    // An address, or since version 4 how far it is from there.
    let end =
      switch high {
      case .number(let length): low &+ length
      default: address(high) ?? low
      }
    return low < end ? [low..<end] : []
  }

  /// Reads a table of `.debug_ranges`.
  private func oldRanges(at offset: UInt64) -> [Range<UInt64>] {
    var cursor = sections.cursor(.ranges, at: offset)
    var base = base
    var result: [Range<UInt64>] = []
    let largest = encoding.addressSize == 8 ? UInt64.max : UInt64(UInt32.max)
    while !cursor.isAtEnd, result.count < Self.rangeLimit {
      let first = cursor.number(ofBytes: encoding.addressSize)
      let second = cursor.number(ofBytes: encoding.addressSize)
      if cursor.isDamaged || (first == 0 && second == 0) { break }
      if first == largest { base = second } else { Self.add(base &+ first, base &+ second, to: &result) }
    }
    return result
  }

  /// Reads a table of `.debug_rnglists`, as section 7.25 of DWARF 5 describes it.
  private func rangeList(at offset: UInt64) -> [Range<UInt64>] {
    var cursor = sections.cursor(.rangeLists, at: offset)
    var base = base
    var result: [Range<UInt64>] = []
    func address() -> UInt64 { cursor.number(ofBytes: encoding.addressSize) }
    func listed() -> UInt64 { self.address(.addressNumber(cursor.unsigned())) ?? 0 }
    while !cursor.isAtEnd, result.count < Self.rangeLimit {
      switch cursor.byte() {
      case 1: base = listed()
      case 2:
        let start = listed()
        Self.add(start, listed(), to: &result)
      case 3:
        let start = listed()
        Self.add(start, start &+ cursor.unsigned(), to: &result)
      case 4:
        let start = cursor.unsigned()
        Self.add(base &+ start, base &+ cursor.unsigned(), to: &result)
      case 5: base = address()
      case 6:
        let start = address()
        Self.add(start, address(), to: &result)
      case 7:
        let start = address()
        Self.add(start, start &+ cursor.unsigned(), to: &result)
      default: return result
      }
    }
    return result
  }

  private static func add(_ start: UInt64, _ end: UInt64, to ranges: inout [Range<UInt64>]) {
    // Code that the linker has left out begins nowhere.
    if start != 0, start < end { ranges.append(start..<end) }
  }
}
