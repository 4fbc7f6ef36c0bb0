public import HeapModel

/// How much memory was allocated in one place: tracemalloc's `Statistic`.
public struct AllocationStatistic: Hashable, Sendable {
  /// The place: one frame where blocks were grouped by line or file, with line 0 for a file.
  public var traceback: AllocationTraceback
  /// The bytes of the blocks together.
  public var size: ByteCount
  /// The number of blocks.
  public var count: Int

  /// Makes a statistic.
  ///
  /// - Parameters:
  ///   - traceback: the place.
  ///   - size: the bytes of the blocks together.
  ///   - count: the number of blocks.
  public init(traceback: AllocationTraceback, size: ByteCount, count: Int) {
    self.traceback = traceback
    self.size = size
    self.count = count
  }
}

extension AllocationStatistic: CustomStringConvertible {
  /// The statistic in a line: `file.py:3: size=1234 B, count=5, average=247 B`.
  public var description: String {
    "\(traceback): size=\(TracedSizeText.text(of: Double(size.rawValue))), count=\(count)"
      + TracedSizeText.average(of: size.rawValue, count: count)
  }
}

extension AllocationStatistic: Comparable {
  /// Orders statistics by size, then by number of blocks, then by place; lists have the greatest first.
  ///
  /// - Complexity: O(*n*) in the frames.
  public static func < (left: AllocationStatistic, right: AllocationStatistic) -> Bool {
    if left.size != right.size { return left.size < right.size }
    if left.count != right.count { return left.count < right.count }
    return left.traceback < right.traceback
  }
}
