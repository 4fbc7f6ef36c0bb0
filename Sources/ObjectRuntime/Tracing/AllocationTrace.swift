public import HeapModel

/// A block of memory that is allocated: tracemalloc's `Trace`.
public struct AllocationTrace: Hashable, Sendable {
  /// Which kind of memory it belongs to.
  public var domain: AllocationDomain
  /// The block's size.
  public var size: ByteCount
  /// Where it was allocated.
  public var traceback: AllocationTraceback

  /// Makes a trace.
  ///
  /// - Parameters:
  ///   - domain: which kind of memory the block belongs to.
  ///   - size: the block's size.
  ///   - traceback: where it was allocated.
  public init(domain: AllocationDomain = .runtime, size: ByteCount, traceback: AllocationTraceback) {
    self.domain = domain
    self.size = size
    self.traceback = traceback
  }
}

extension AllocationTrace: CustomStringConvertible {
  /// The outermost frame and the size: `file.py:3: 56 B`.
  public var description: String { "\(traceback): \(TracedSizeText.text(of: Double(size.rawValue)))" }
}
