/// What tells one build of an executable or library from another.
struct ModuleIdentity {
  /// The build identifier, where there is one.
  var buildIdentifier: [UInt8]?
  /// The bytes of the program headers, which say where what is loaded.
  var programHeaders: [UInt8]

  /// Reads the identity of an ELF file of 64 bits.
  ///
  /// - Parameter bytes: hands out a number of bytes at an offset in the file; `nil` where they are not there.
  /// - Returns: `nil` where it is none, or its headers are not there.
  init?(_ bytes: (_ offset: UInt64, _ count: Int) -> [UInt8]?) {
    guard let header = bytes(0, 64), header[..<6] == [0x7F, 0x45, 0x4C, 0x46, 2, 1] else { return nil }
    let start = Self.number(header, 32, size: 8)
    let count = Int(Self.number(header, 56, size: 2))
    guard Self.number(header, 54, size: 2) == 56, let headers = bytes(start, count * 56) else { return nil }
    programHeaders = headers
    for number in 0..<count where Self.number(headers, number * 56, size: 4) == 4 {
      let offset = Self.number(headers, number * 56 + 8, size: 8)
      let size = Self.number(headers, number * 56 + 32, size: 8)
      guard size <= 1 << 20, let notes = bytes(offset, Int(size)) else { continue }
      if let identifier = Self.buildIdentifier(in: notes) {
        buildIdentifier = identifier
        return
      }
    }
  }

  /// Finds `NT_GNU_BUILD_ID` among notes.
  static func buildIdentifier(in notes: [UInt8]) -> [UInt8]? {
    var place = 0
    while place + 12 <= notes.count {
      let nameSize = Int(number(notes, place, size: 4))
      let size = Int(number(notes, place + 4, size: 4))
      let start = place + 12 + (nameSize + 3) & ~3
      guard start + size <= notes.count else { return nil }
      if number(notes, place + 8, size: 4) == 3, nameSize == 4 { return Array(notes[start..<start + size]) }
      place = start + (size + 3) & ~3
    }
    return nil
  }

  private static func number(_ bytes: [UInt8], _ offset: Int, size: Int) -> UInt64 {
    var value: UInt64 = 0
    for position in 0..<size { value |= UInt64(bytes[offset + position]) << UInt64(8 * position) }
    return value
  }

  /// Bytes as hexadecimal digits.
  static func text(_ identifier: [UInt8]?) -> String? {
    identifier.map { bytes in
      bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }
  }
}

extension MappedFile {
  /// A copy of some bytes; `nil` where they are not all there.
  func copy(at offset: UInt64, count: Int) -> [UInt8]? {
    guard count >= 0, offset <= UInt64(self.count), UInt64(self.count) - offset >= UInt64(count) else {
      return nil
    }
    return unsafe bytes(offset..<offset + UInt64(count)).map { unsafe Array($0) }
  }
}
