import HeapModel

extension NativeHeader {
  /// Reads the header and the table, and checks that every section lies where it may.
  ///
  /// - Parameter bytes: the whole file.
  init(reading bytes: RawSpan) throws(HeapFileError) {
    try Self.checkStart(bytes)
    let fileLength = bytes.number(at: 16, as: UInt64.self)
    let actualLength = UInt64(bytes.byteCount)
    guard fileLength <= actualLength else {
      throw HeapFileError(.truncated(expected: fileLength, actual: actualLength))
    }
    guard fileLength == actualLength else {
      throw HeapFileError(.trailingData(expected: fileLength, actual: actualLength))
    }
    guard fileLength % 8 == 0 else { throw Self.invalid("the file's length is no multiple of 8", 16) }
    let flags = bytes.number(at: 12, as: UInt32.self)
    guard flags & ~Self.partialFlag == 0 else { throw Self.invalid("an unknown flag is set", 12) }
    isPartial = flags & Self.partialFlag != 0
    let sectionCount = bytes.number(at: 24, as: UInt32.self)
    guard sectionCount <= Self.sectionLimit else {
      throw Self.invalid("there are \(sectionCount) sections, more than \(Self.sectionLimit)", 24)
    }
    let objects = bytes.number(at: 28, as: UInt32.self)
    guard objects <= Self.objectLimit else {
      throw Self.invalid("there are \(objects) objects, more than \(Self.objectLimit)", 28)
    }
    let references = bytes.number(at: 32, as: UInt64.self)
    guard references <= Self.referenceLimit else {
      throw Self.invalid("there are \(references) references, more than \(Self.referenceLimit)", 32)
    }
    objectCount = Int(objects)
    referenceCount = Int(references)
    danglingCount = bytes.number(at: 40, as: UInt64.self)
    guard bytes.number(at: 48, as: UInt64.self) == 0 else {
      throw Self.invalid("a reserved field is not 0", 48)
    }

    let tableEnd = Self.size + Int(sectionCount) * Self.entrySize
    guard tableEnd <= bytes.byteCount else {
      throw Self.invalid("the table of \(sectionCount) sections does not fit the file", 24)
    }
    let table = bytes.extracting(Self.size..<tableEnd)
    guard Checksum.crc32(table) == bytes.number(at: 56, as: UInt32.self) else {
      throw HeapFileError(.damaged(part: "section table", offset: UInt64(Self.size)))
    }
    entries = []
    var end = tableEnd
    for number in 0..<Int(sectionCount) {
      let entry = try Self.entry(number, table, previousEnd: end, bytes)
      if entries.contains(where: { $0.identifier == entry.identifier }) {
        throw Self.invalid("section \(entry.identifier) is listed twice", Self.size + number * Self.entrySize)
      }
      entries.append(entry)
      end = entry.offset + entry.length
    }
    try Self.checkPadding(bytes, end, bytes.byteCount)
  }

  /// The length that the first bytes of a file promise, after their own checks.
  static func promisedLength(_ start: RawSpan) throws(HeapFileError) -> UInt64 {
    try checkStart(start)
    return start.number(at: 16, as: UInt64.self)
  }

  /// Checks what can be checked of the header's 64 bytes alone.
  private static func checkStart(_ bytes: RawSpan) throws(HeapFileError) {
    try checkMagic(bytes)
    let major = bytes.number(at: 8, as: UInt16.self)
    let minor = bytes.number(at: 10, as: UInt16.self)
    // The version comes before the checksum: another version may keep that elsewhere.
    guard major >= majorVersion else { throw HeapFileError(.tooOld(major: Int(major), minor: Int(minor))) }
    guard major == majorVersion else { throw HeapFileError(.tooNew(major: Int(major), minor: Int(minor))) }
    guard bytes.byteCount >= size else {
      throw HeapFileError(.truncated(expected: UInt64(size), actual: UInt64(bytes.byteCount)))
    }
    guard Checksum.crc32(bytes.extracting(0..<60)) == bytes.number(at: 60, as: UInt32.self) else {
      throw HeapFileError(.damaged(part: "header", offset: 0))
    }
  }

  private static func checkMagic(_ bytes: RawSpan) throws(HeapFileError) {
    guard bytes.byteCount > 0 else { throw HeapFileError(.empty) }
    let shared = min(magic.count, bytes.byteCount)
    let isPrefix = (0..<shared).allSatisfy { bytes.number(at: $0, as: UInt8.self) == magic[$0] }
    if isPrefix {
      guard bytes.byteCount >= 12 else {
        throw HeapFileError(.truncated(expected: UInt64(size), actual: UInt64(bytes.byteCount)))
      }
      return
    }
    let start = (0..<min(16, bytes.byteCount)).map { bytes.number(at: $0, as: UInt8.self) }
    let letters: [UInt8] = [0x48, 0x45, 0x41, 0x50]
    if start.starts(with: [0x89] + letters) || start.starts(with: [0x09] + letters) {
      throw HeapFileError(.textTransfer)
    }
    throw HeapFileError(.notAHeap(resembles: ForeignFile.name(startingWith: start)))
  }

  private static func entry(
    _ number: Int, _ table: RawSpan, previousEnd: Int, _ bytes: RawSpan
  ) throws(HeapFileError) -> Entry {
    let start = number * entrySize
    let place = size + start
    let offset = table.number(at: start + 8, as: UInt64.self)
    let length = table.number(at: start + 16, as: UInt64.self)
    let elementSize = table.number(at: start + 4, as: UInt32.self)
    guard offset % 8 == 0 else {
      throw invalid("section \(number) does not begin at a multiple of 8", place + 8)
    }
    guard offset >= UInt64(previousEnd) else {
      throw invalid("section \(number) overlaps what lies before it", place + 8)
    }
    guard offset <= UInt64(bytes.byteCount), length <= UInt64(bytes.byteCount) - offset else {
      throw invalid("section \(number) goes beyond the end of the file", place + 16)
    }
    guard elementSize > 0, length % UInt64(elementSize) == 0 else {
      throw invalid("section \(number) has a length that is no multiple of its element size", place + 16)
    }
    guard table.number(at: start + 28, as: UInt32.self) == 0 else {
      throw invalid("a reserved field is not 0", place + 28)
    }
    let entry = Entry(
      identifier: table.number(at: start, as: UInt32.self), elementSize: elementSize, offset: Int(offset),
      length: Int(length), checksum: table.number(at: start + 24, as: UInt32.self))
    if let section = entry.section, section.elementSize != Int(elementSize) {
      throw invalid(
        "the \(section) have elements of \(elementSize) bytes, not \(section.elementSize)", place + 4)
    }
    try checkPadding(bytes, previousEnd, entry.offset)
    return entry
  }

  private static func checkPadding(_ bytes: RawSpan, _ start: Int, _ end: Int) throws(HeapFileError) {
    guard end - start < 8 else {
      throw invalid("there are \(end - start) bytes that belong to no section", start)
    }
    for offset in start..<end where bytes.number(at: offset, as: UInt8.self) != 0 {
      throw invalid("padding is not 0", offset)
    }
  }

  static func invalid(_ reason: String, _ offset: Int) -> HeapFileError {
    HeapFileError(.invalid(reason: reason, offset: UInt64(offset)))
  }
}
