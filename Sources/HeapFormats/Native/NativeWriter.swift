import HeapModel

/// Lays a snapshot's columns out as a `.heap` file and hands the bytes on, piece after piece.
struct NativeWriter {
  private let columns: HeapColumns

  init(_ snapshot: HeapSnapshot) {
    columns = snapshot.columns
  }

  /// Writes the file.
  ///
  /// - Parameter emit: takes the bytes in the order of the file.
  /// - Complexity: O(*n*) in the bytes; they are summed once and handed on once, never copied.
  func write<Failure: Error>(_ emit: (RawSpan) throws(Failure) -> Void) throws(Failure) {
    let sections = sections
    var table = ByteBuilder()
    var offset = NativeHeader.size + sections.count * NativeHeader.entrySize
    for section in sections {
      let length = byteCount(of: section)
      var checksum: UInt32 = 0
      withBytes(of: section) { checksum = Checksum.crc32($0) }
      table.append(section.rawValue)
      table.append(UInt32(section.elementSize))
      table.append(UInt64(offset))
      table.append(UInt64(length))
      table.append(checksum)
      table.append(0 as UInt32)
      offset += padded(length)
    }
    let header = header(sectionCount: sections.count, fileLength: offset, table: table)
    try emit(header.bytes.rawSpan)
    try emit(table.bytes.rawSpan)
    let zeros: [UInt8] = [0, 0, 0, 0, 0, 0, 0]
    for section in sections {
      try withBytes(of: section) { bytes throws(Failure) in try emit(bytes) }
      let length = byteCount(of: section)
      let padding = padded(length) - length
      if padding > 0 { try emit(zeros.rawSpan.extracting(first: padding)) }
    }
  }

  /// The bytes of the file.
  var fileLength: Int {
    sections.reduce(NativeHeader.size + sections.count * NativeHeader.entrySize) {
      $0 + padded(byteCount(of: $1))
    }
  }

  private var sections: [HeapSection] {
    HeapSection.allCases.filter { $0 == .stringOffsets || byteCount(of: $0) > 0 }
  }

  private func header(sectionCount: Int, fileLength: Int, table: ByteBuilder) -> ByteBuilder {
    var header = ByteBuilder()
    header.bytes += NativeHeader.magic
    header.append(NativeHeader.majorVersion)
    header.append(NativeHeader.minorVersion)
    header.append(columns.isPartial ? NativeHeader.partialFlag : 0)
    header.append(UInt64(fileLength))
    header.append(UInt32(sectionCount))
    header.append(UInt32(columns.objectCount))
    header.append(UInt64(columns.referenceCount))
    header.append(columns.danglingCount)
    header.append(0 as UInt64)
    header.append(Checksum.crc32(table.bytes.rawSpan))
    header.append(Checksum.crc32(header.bytes.rawSpan))
    return header
  }

  private func padded(_ length: Int) -> Int { (length + 7) & ~7 }

  private func byteCount(of section: HeapSection) -> Int {
    var count = 0
    withBytes(of: section) { count = $0.byteCount }
    return count
  }

  private func withBytes<Failure: Error>(
    of section: HeapSection, _ body: (RawSpan) throws(Failure) -> Void
  ) throws(Failure) {
    switch section {
    case .stringOffsets: try body(columns.stringOffsets.bytes)
    case .stringBytes: try body(columns.stringBytes.bytes)
    case .types: try body(columns.types.bytes)
    case .shapes: try body(columns.shapes.bytes)
    case .objectShapes: try body(columns.objectShapes.bytes)
    case .addresses: try body(columns.addresses.bytes)
    case .referenceOffsets: try body(columns.referenceOffsets.bytes)
    case .targets: try body(columns.targets.bytes)
    case .descriptors: try give(columns.descriptors, to: body)
    case .labels: try give(columns.labels, to: body)
    case .roots: try body(columns.roots.bytes)
    case .referenceCounts: try give(columns.referenceCounts, to: body)
    case .generations: try give(columns.generations, to: body)
    case .flags: try give(columns.flags, to: body)
    case .texts: try give(columns.texts, to: body)
    case .allocationSites: try give(columns.allocationSites, to: body)
    case .siteOffsets: try body(columns.siteOffsets.bytes)
    case .siteFrames: try body(columns.siteFrames.bytes)
    case .metadata: try body(columns.metadata.bytes)
    case .limitations: try body(columns.limitations.bytes)
    case .dangling: try body(columns.dangling.bytes)
    case .unownedCounts: try give(columns.unownedCounts, to: body)
    case .weakCounts: try give(columns.weakCounts, to: body)
    case .askedSizes: try give(columns.askedSizes, to: body)
    }
  }
}

extension NativeWriter {
  private func give<Element: BitwiseCopyable & Sendable, Failure: Error>(
    _ column: Column<Element>?, to body: (RawSpan) throws(Failure) -> Void
  ) throws(Failure) {
    let column = column ?? Column()
    try body(column.bytes)
  }
}

/// Little-endian numbers, one behind the other.
struct ByteBuilder {
  var bytes: [UInt8] = []

  mutating func append(_ number: some FixedWidthInteger) {
    var rest = number
    for _ in 0..<(number.bitWidth / 8) {
      bytes.append(UInt8(truncatingIfNeeded: rest))
      rest >>= 8
    }
  }
}
