import HeapGraph

/// What was counted, in one block of memory: it is in the heap that is looked at, and should hardly be seen there.
struct PackedStatistics: Sendable {
  private let bytes: [UInt8]
  private let naming: TypeNaming

  /// Packs what was counted.
  ///
  /// - Complexity: O(*t*) in the characters of the names.
  init(_ statistics: TypeStatistics) {
    var bytes: [UInt8] = []
    for entry in statistics.entries {
      bytes += entry.name.utf8
      bytes += "\0\(entry.count)\0\(entry.shallowSize.rawValue)\0".utf8
    }
    self.bytes = bytes
    naming = statistics.naming
  }

  /// What was counted.
  ///
  /// - Complexity: O(*t*) in the characters of the names.
  var statistics: TypeStatistics {
    let texts = bytes.split(separator: 0, omittingEmptySubsequences: false).dropLast().map {
      String(decoding: $0, as: UTF8.self)
    }
    let entries = stride(from: 0, to: texts.count - 2, by: 3).map { place in
      TypeStatistics.Entry(
        name: texts[place], count: Int(texts[place + 1]) ?? 0,
        shallowSize: ByteCount(rawValue: UInt64(texts[place + 2]) ?? 0))
    }
    return TypeStatistics(entries: entries, naming: naming)
  }
}
