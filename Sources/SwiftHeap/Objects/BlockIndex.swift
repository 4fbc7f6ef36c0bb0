/// Finds a block by an address in it, among blocks in the order of their addresses.
///
/// A bit for each 16 bytes says whether a block begins there, and a running count every 64 bits tells which one: a
/// look-up is two reads. Memory of 1/128 of the heap for the bits, and half as much for the counts.
package struct BlockIndex: Sendable {
  private struct Segment: Sendable {
    var start: UInt64
    var end: UInt64
    var firstBlock: Int
    var bits: [UInt64]
    /// How many blocks of the segment begin before each word of bits.
    var counts: [UInt32]
  }

  // Blocks further apart than this are in segments of their own.
  private static let gap: UInt64 = 1 << 20
  private var segments: [Segment] = []
  // The segments' starts once more, close together, for the search.
  private var starts: [UInt64] = []

  /// Makes the index.
  ///
  /// - Parameter addresses: where blocks begin, ascending, each a multiple of 16.
  /// - Complexity: O(*n*) in the number of blocks and the size of the memory that they span.
  package init(_ addresses: [UInt64]) {
    var first = 0
    while first < addresses.count {
      var end = first + 1
      while end < addresses.count, addresses[end] - addresses[end - 1] <= Self.gap { end += 1 }
      let start = addresses[first] & ~1_023
      let words = Int((addresses[end - 1] - start) / 1_024) + 1
      var bits = [UInt64](repeating: 0, count: words)
      for address in addresses[first..<end] {
        let place = (address - start) / 16
        bits[Int(place / 64)] |= 1 << (place % 64)
      }
      var counts: [UInt32] = []
      counts.reserveCapacity(words)
      var total: UInt32 = 0
      for word in bits {
        counts.append(total)
        total += UInt32(word.nonzeroBitCount)
      }
      segments.append(
        Segment(
          start: start, end: start + UInt64(words) * 1_024, firstBlock: first, bits: bits, counts: counts))
      starts.append(start)
      first = end
    }
  }

  /// The number of the block that begins at an address.
  ///
  /// - Complexity: O(log *s*) in the number of segments.
  @inline(__always)
  package func block(at address: UInt64) -> Int? {
    guard address & 15 == 0, let number = segment(of: address) else { return nil }
    let place = (address &- segments[number].start) / 16
    let word = segments[number].bits[Int(place / 64)]
    let bit = UInt64(1) << (place % 64)
    guard word & bit != 0 else { return nil }
    return segments[number].firstBlock + Int(segments[number].counts[Int(place / 64)])
      + (word & (bit &- 1)).nonzeroBitCount
  }

  /// The number of the last block that begins at an address or before it; `nil` where none does.
  ///
  /// - Complexity: O(log *s*) in the number of segments, and in the distance to the block.
  package func lastBlock(atOrBefore address: UInt64) -> Int? {
    guard let number = lastSegment(startingAtOrBefore: address) else { return nil }
    let place = min((address &- segments[number].start) / 16, UInt64(segments[number].bits.count) * 64 - 1)
    var index = Int(place / 64)
    var word = segments[number].bits[index] & (UInt64.max >> (63 - place % 64))
    while word == 0 {
      // An address before the first block of a segment is behind the last one of the segment before.
      guard index > 0 else { return segments[number].firstBlock > 0 ? segments[number].firstBlock - 1 : nil }
      index -= 1
      word = segments[number].bits[index]
    }
    return segments[number].firstBlock + Int(segments[number].counts[index]) + word.nonzeroBitCount - 1
  }

  @inline(__always)
  private func segment(of address: UInt64) -> Int? {
    guard let number = lastSegment(startingAtOrBefore: address), address < segments[number].end else {
      return nil
    }
    return number
  }

  @inline(__always)
  private func lastSegment(startingAtOrBefore address: UInt64) -> Int? {
    var low = 0
    var high = starts.count
    while low < high {
      let middle = (low &+ high) / 2
      if starts[middle] <= address { low = middle &+ 1 } else { high = middle }
    }
    return low > 0 ? low - 1 : nil
  }
}
