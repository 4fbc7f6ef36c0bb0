/// Tracebacks, each held once: rows of frames, and an open-addressing table that finds a row by its frames.
struct TracebackTable: Sendable {
  private struct Row {
    // 32 bits of the hash, so that most rows that differ are told apart without their frames.
    let hash: UInt32
    let start: UInt32
    let count: UInt16
    let totalFrameCount: UInt16
  }

  /// What a total counts up to, as tracemalloc's 16 bits do.
  static let maximumFrameCount = Int(UInt16.max)

  private var frames: [TracedFrame] = []
  private var rows: [Row] = []
  // Row + 1, 0 where a place is free; the length is a power of two, at least twice the rows.
  private var places = [UInt32](repeating: 0, count: 64)

  /// Makes a table with one traceback, of one frame, at position 0.
  init(first frame: TracedFrame) {
    _ = index(of: [frame].span, totalFrameCount: 1)
  }

  /// The number of tracebacks.
  var count: Int { rows.count }

  /// Forgets all tracebacks but the first.
  mutating func clear() {
    self = TracebackTable(first: frames[0])
  }

  /// The frames of a traceback, innermost first, and how many calls were under way.
  subscript(index: TracebackIndex) -> (frames: ArraySlice<TracedFrame>, totalFrameCount: Int) {
    let row = rows[index.position]
    return (frames[Int(row.start)..<Int(row.start) + Int(row.count)], Int(row.totalFrameCount))
  }

  /// Finds a traceback or adds it.
  ///
  /// - Complexity: O(*k*) in its frames on average.
  mutating func index(of stack: Span<TracedFrame>, totalFrameCount: Int) -> TracebackIndex {
    let total = UInt16(clamping: totalFrameCount)
    let hash = Self.hash(of: stack, total)
    let mask = UInt32(places.count - 1)
    var place = hash & mask
    while true {
      let entry = places[Int(place)]
      if entry == 0 { break }
      if isRow(Int(entry - 1), hash, total, stack) { return TracebackIndex(rawValue: entry - 1) }
      place = (place + 1) & mask
    }
    places[Int(place)] = UInt32(rows.count + 1)
    rows.append(
      Row(hash: hash, start: UInt32(frames.count), count: UInt16(stack.count), totalFrameCount: total))
    for position in stack.indices { frames.append(stack[position]) }
    if rows.count * 2 > places.count { grow() }
    return TracebackIndex(rawValue: UInt32(rows.count - 1))
  }

  /// The bytes that the tables take.
  var ownSize: Int {
    frames.capacity * MemoryLayout<TracedFrame>.stride + rows.capacity * MemoryLayout<Row>.stride
      + places.capacity * MemoryLayout<UInt32>.stride
  }

  private func isRow(_ position: Int, _ hash: UInt32, _ total: UInt16, _ stack: Span<TracedFrame>) -> Bool {
    let row = rows[position]
    guard row.hash == hash, row.totalFrameCount == total, Int(row.count) == stack.count else { return false }
    let start = Int(row.start)
    for offset in stack.indices where frames[start + offset] != stack[offset] { return false }
    return true
  }

  private mutating func grow() {
    let mask = UInt32(places.count * 2 - 1)
    places = [UInt32](repeating: 0, count: places.count * 2)
    for (position, row) in rows.enumerated() {
      var place = row.hash & mask
      while places[Int(place)] != 0 { place = (place + 1) & mask }
      places[Int(place)] = UInt32(position + 1)
    }
  }

  private static func hash(of stack: Span<TracedFrame>, _ total: UInt16) -> UInt32 {
    var hash = UInt64(total)
    for position in stack.indices {
      let frame = stack[position]
      hash = (hash ^ (UInt64(frame.code.rawValue) << 32 | UInt64(frame.line))) &* 0x9E37_79B9_7F4A_7C15
      hash ^= hash >> 29
    }
    return UInt32(truncatingIfNeeded: hash ^ hash >> 32)
  }
}
