package import HeapModel

/// Remembers for each block of memory that is allocated its size and where it was allocated, as tracemalloc does
/// below CPython's allocators.
///
/// The allocator tells it of every block. It knows nothing of blocks that were allocated before it was made, and
/// to free one of those means nothing.
package struct AllocationTracer: Sendable {
  /// How many frames of a block can be kept.
  package static let frameLimits = 1...TracebackTable.maximumFrameCount

  /// The most frames that are kept for a block.
  package let frameLimit: Int

  private(set) var blocks = TracedBlocks()
  var tracebacks: TracebackTable
  var codes: TracedCodes

  private var traced = 0
  private var peak = 0

  /// Makes a tracer that knows of no block.
  ///
  /// - Parameter frameLimit: the most frames to keep for a block, from 1 to 65,535.
  /// - Throws: ``AllocationTracingError/frameLimitOutOfRange(_:allowed:)``.
  package init(frameLimit: Int = 1) throws(AllocationTracingError) {
    guard Self.frameLimits.contains(frameLimit) else {
      throw .frameLimitOutOfRange(frameLimit, allowed: Self.frameLimits)
    }
    self.frameLimit = frameLimit
    var codes = TracedCodes()
    let unknown = AllocationFrame.unknown
    let code = codes.code(function: unknown.function, file: unknown.file)
    self.codes = codes
    self.tracebacks = TracebackTable(first: TracedFrame(code: code, line: unknown.line))
  }

  /// The bytes of all traced blocks.
  package var tracedSize: ByteCount { ByteCount(traced) }

  /// The most bytes that all traced blocks had since the tracer was made or cleared or its peak was reset.
  package var peakTracedSize: ByteCount { ByteCount(peak) }

  /// The number of traced blocks.
  package var blockCount: Int { blocks.count }

  /// The bytes that the tracer itself takes: tracemalloc's `get_tracemalloc_memory`.
  package var ownSize: ByteCount {
    ByteCount(MemoryLayout<Self>.size + blocks.ownSize + tracebacks.ownSize + codes.ownSize)
  }

  /// Notes a block that was allocated, in place of one that lay there.
  ///
  /// - Parameters:
  ///   - address: where it lies; traps where that is 0.
  ///   - size: its bytes; traps where negative.
  ///   - traceback: where it was allocated.
  /// - Complexity: O(1) on average, amortized.
  package mutating func allocated(address: UInt, size: Int, traceback: TracebackIndex) {
    let block = TracedBlocks.Block(size: size, traceback: traceback)
    traced += size - blocks.insert(block, at: address)
    if traced > peak { peak = traced }
  }

  /// Notes that a block was freed; means nothing for one that is not traced.
  ///
  /// - Parameter address: where it lay.
  /// - Complexity: O(1) on average.
  package mutating func freed(address: UInt) {
    traced -= blocks.remove(at: address)
  }

  /// Notes that a block has another size, where it lay or elsewhere; one that was not traced is from now on.
  ///
  /// - Parameters:
  ///   - old: where it lay.
  ///   - new: where it lies now; traps where that is 0.
  ///   - size: its bytes now.
  ///   - traceback: where that was asked for.
  /// - Complexity: O(1) on average, amortized.
  package mutating func resized(from old: UInt, to new: UInt, size: Int, traceback: TracebackIndex) {
    if old != new { freed(address: old) }
    allocated(address: new, size: size, traceback: traceback)
  }

  /// Notes that a block was given to a new object without being allocated again, as those in free lists are;
  /// means nothing for one that is not traced, whose size nobody knows.
  ///
  /// - Parameters:
  ///   - address: where it lies.
  ///   - traceback: where the object was made.
  /// - Complexity: O(1) on average.
  package mutating func retraced(address: UInt, traceback: TracebackIndex) {
    blocks.setTraceback(traceback, at: address)
  }

  /// Forgets all blocks and tracebacks, and the peak; codes stay valid.
  ///
  /// - Complexity: O(1).
  package mutating func clear() {
    blocks.clear()
    tracebacks.clear()
    traced = 0
    peak = 0
  }

  /// Makes the peak what is traced now.
  package mutating func resetPeak() {
    peak = traced
  }
}
