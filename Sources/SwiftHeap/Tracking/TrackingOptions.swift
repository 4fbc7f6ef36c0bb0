public import HeapModel

/// How much is recorded of where objects are made.
public struct TrackingOptions: Hashable, Sendable {
  /// The most calls that are recorded of each allocation, innermost first; from 1 to 64, those of the Swift runtime among them.
  public var frameLimit: Int
  /// The most memory that records and stacks may take, in bytes; 16 MiB or more.
  ///
  /// Records take a quarter of the memory that the heap spreads over, and each distinct stack some 130 bytes; a quarter of
  /// the limit is for stacks, of which there are 1,048,574 at most. What finds no room is not recorded, and captures
  /// tell how many allocations that were. After the first tracking of a process, a later one can have less and not more.
  /// Memory is only taken as it is used.
  public var memoryLimit: ByteCount

  /// Makes options.
  ///
  /// - Parameters:
  ///   - frameLimit: the most calls that are recorded of each allocation.
  ///   - memoryLimit: the most memory that records and stacks may take, in bytes.
  public init(frameLimit: Int = 16, memoryLimit: ByteCount = ByteCount(512 << 20)) {
    self.frameLimit = frameLimit
    self.memoryLimit = memoryLimit
  }
}
