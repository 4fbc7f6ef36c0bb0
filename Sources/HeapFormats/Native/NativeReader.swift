import Dispatch
import HeapModel
import Synchronization

/// Turns the bytes of a `.heap` file into a snapshot whose columns lie in them.
struct NativeReader {
  let region: ByteRegion

  /// Reads the file.
  ///
  /// - Returns: the snapshot; it keeps the region.
  /// - Complexity: O(*n*) in the bytes, which are summed and checked once, on all cores; allocates
  ///   nothing that grows with the file.
  func read() throws(HeapFileError) -> HeapSnapshot {
    let header = try NativeHeader(reading: region.bytes)
    let columns = try columns(header)
    try verify(header, columns)
    return HeapSnapshot(checked: columns)
  }

  private func columns(_ header: NativeHeader) throws(HeapFileError) -> HeapColumns {
    var columns = HeapColumns()
    columns.isPartial = header.isPartial
    columns.danglingCount = header.danglingCount
    var seen: Set<HeapSection> = []
    for entry in header.entries {
      guard let section = entry.section else { continue }
      seen.insert(section)
      switch section {
      case .stringOffsets: columns.stringOffsets = column(entry)
      case .stringBytes: columns.stringBytes = column(entry)
      case .types: columns.types = column(entry)
      case .shapes: columns.shapes = column(entry)
      case .objectShapes: columns.objectShapes = column(entry)
      case .addresses: columns.addresses = column(entry)
      case .referenceOffsets: columns.referenceOffsets = column(entry)
      case .targets: columns.targets = column(entry)
      case .descriptors: columns.descriptors = column(entry)
      case .labels: columns.labels = column(entry)
      case .roots: columns.roots = column(entry)
      case .referenceCounts: columns.referenceCounts = column(entry)
      case .generations: columns.generations = column(entry)
      case .flags: columns.flags = column(entry)
      case .texts: columns.texts = column(entry)
      case .allocationSites: columns.allocationSites = column(entry)
      case .siteOffsets: columns.siteOffsets = column(entry)
      case .siteFrames: columns.siteFrames = column(entry)
      case .metadata: columns.metadata = column(entry)
      case .limitations: columns.limitations = column(entry)
      case .dangling: columns.dangling = column(entry)
      case .unownedCounts: columns.unownedCounts = column(entry)
      case .weakCounts: columns.weakCounts = column(entry)
      case .askedSizes: columns.askedSizes = column(entry)
      }
    }
    for section in [HeapSection.stringOffsets, .referenceOffsets] where !seen.contains(section) {
      throw NativeHeader.invalid("the section with the \(section) is missing", NativeHeader.size)
    }
    guard columns.objectCount == header.objectCount else {
      throw NativeHeader.invalid(
        "the header counts \(header.objectCount) objects, but there are shapes of \(columns.objectCount)", 28)
    }
    guard columns.referenceCount == header.referenceCount else {
      throw NativeHeader.invalid(
        "the header counts \(header.referenceCount) references, but there are \(columns.referenceCount) targets",
        32)
    }
    return columns
  }

  private func column<Element: BitwiseCopyable & Sendable>(_ entry: NativeHeader.Entry) -> Column<Element> {
    region.column(of: Element.self, at: entry.offset, byteCount: entry.length)
  }

  // MARK: - Checks, side by side

  /// A piece of a section, small enough to share the work evenly between cores.
  private struct Piece {
    var entry: Int
    var start: Int
    var end: Int
  }

  private static func pieces(_ header: NativeHeader, size: Int) -> [Piece] {
    var pieces: [Piece] = []
    for (number, entry) in header.entries.enumerated() {
      var start = entry.offset
      repeat {
        let end = min(start + size, entry.offset + entry.length)
        pieces.append(Piece(entry: number, start: start, end: end))
        start = end
      } while start < entry.offset + entry.length
    }
    return pieces
  }

  private func verify(_ header: NativeHeader, _ columns: HeapColumns) throws(HeapFileError) {
    let pieceSize = 1 << 22
    let pieces = Self.pieces(header, size: pieceSize)
    let sections = HeapSection.allCases
    let sums = Mutex([UInt32](repeating: 0, count: pieces.count))
    let failures = Mutex([Int: HeapModelError]())
    let region = self.region
    let work = pieces.count + sections.count
    // A small file is not worth waking other threads.
    if region.count < pieceSize {
      for item in 0..<work { perform(item) }
    } else {
      DispatchQueue.concurrentPerform(iterations: work) { perform($0) }
    }

    @Sendable func perform(_ item: Int) {
      if item < pieces.count {
        let piece = pieces[item]
        let sum = Checksum.crc32(region.bytes.extracting(piece.start..<piece.end))
        sums.withLock { $0[item] = sum }
      } else {
        let section = sections[item - pieces.count]
        do throws(HeapModelError) {
          try columns.check(section)
        } catch {
          failures.withLock { $0[item] = error }
        }
      }
    }

    // Damage first: a flipped bit is better told as that than as a number that cannot be.
    try compareChecksums(header, pieces, sums.withLock { $0 })
    if let first = failures.withLock({ $0.min { $0.key < $1.key }?.value }) {
      throw located(first, header)
    }
  }

  private func compareChecksums(
    _ header: NativeHeader, _ pieces: [Piece], _ sums: [UInt32]
  ) throws(HeapFileError) {
    var totals = [UInt32](repeating: 0, count: header.entries.count)
    for (piece, sum) in zip(pieces, sums) {
      totals[piece.entry] = Checksum.combined(totals[piece.entry], sum, secondLength: piece.end - piece.start)
    }
    for (entry, total) in zip(header.entries, totals) where entry.checksum != total {
      throw HeapFileError(.damaged(part: entry.name, offset: UInt64(entry.offset)))
    }
  }

  private func located(_ error: HeapModelError, _ header: NativeHeader) -> HeapFileError {
    guard case .invalidColumn(let section, let position, let reason) = error,
      let entry = header.entries.first(where: { $0.section == section })
    else { return NativeHeader.invalid("\(error)", 0) }
    let offset = entry.offset + position * section.elementSize
    return NativeHeader.invalid("entry \(position) of the \(section) is wrong: \(reason)", offset)
  }
}
