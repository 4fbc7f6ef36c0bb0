public import HeapModel

/// How much more memory is allocated in one place than was before: tracemalloc's `StatisticDiff`.
public struct AllocationDifference: Hashable, Sendable {
  /// The place: one frame where blocks were grouped by line or file, with line 0 for a file.
  public var traceback: AllocationTraceback
  /// The bytes of the blocks in the later snapshot.
  public var size: ByteCount
  /// How many more bytes that is than in the earlier one; negative where it is less.
  public var sizeIncrease: Int
  /// The number of blocks in the later snapshot.
  public var count: Int
  /// How many more blocks that is than in the earlier one; negative where it is fewer.
  public var increase: Int

  /// Makes a difference.
  ///
  /// - Parameters:
  ///   - traceback: the place.
  ///   - size: the bytes of the blocks in the later snapshot.
  ///   - sizeIncrease: how many more bytes that is than in the earlier one.
  ///   - count: the number of blocks in the later snapshot.
  ///   - increase: how many more blocks that is than in the earlier one.
  public init(
    traceback: AllocationTraceback, size: ByteCount, sizeIncrease: Int, count: Int, increase: Int
  ) {
    self.traceback = traceback
    self.size = size
    self.sizeIncrease = sizeIncrease
    self.count = count
    self.increase = increase
  }

  /// Compares what was allocated in one place; one of the two at least is there.
  init(of new: AllocationStatistic?, since old: AllocationStatistic?, at traceback: AllocationTraceback) {
    let (size, oldSize) = (new?.size ?? .zero, old?.size ?? .zero)
    let change = Int(
      clamping: max(size, oldSize).rawValue - min(size, oldSize).rawValue)
    self.init(
      traceback: traceback, size: size, sizeIncrease: size < oldSize ? -change : change,
      count: new?.count ?? 0, increase: (new?.count ?? 0) - (old?.count ?? 0))
  }
}

extension AllocationDifference: CustomStringConvertible {
  /// The difference in a line: `file.py:3: size=1234 B (+56 B), count=5 (+1), average=247 B`.
  public var description: String {
    "\(traceback): size=\(TracedSizeText.text(of: Double(size.rawValue)))"
      + " (\(TracedSizeText.text(of: Double(sizeIncrease), signed: true)))"
      + ", count=\(count) (\(TracedSizeText.signed(increase)))"
      + TracedSizeText.average(of: size.rawValue, count: count)
  }
}

extension AllocationDifference: Comparable {
  /// Orders differences by how much the bytes changed, up or down, then by bytes, then by how much the number
  /// changed, then by number, then by place; lists have the greatest first.
  ///
  /// - Complexity: O(*n*) in the frames.
  public static func < (left: AllocationDifference, right: AllocationDifference) -> Bool {
    let sizes = (left.sizeIncrease.magnitude, right.sizeIncrease.magnitude)
    if sizes.0 != sizes.1 { return sizes.0 < sizes.1 }
    if left.size != right.size { return left.size < right.size }
    let counts = (left.increase.magnitude, right.increase.magnitude)
    if counts.0 != counts.1 { return counts.0 < counts.1 }
    if left.count != right.count { return left.count < right.count }
    return left.traceback < right.traceback
  }
}
