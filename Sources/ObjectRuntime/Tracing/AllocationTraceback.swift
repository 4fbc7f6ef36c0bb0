public import HeapModel

/// The calls that were under way when a block of memory was allocated, the outermost first: tracemalloc's
/// `Traceback`.
///
/// Tracebacks are told apart by their frames, and sort by them from the outermost on.
public struct AllocationTraceback: Sendable {
  /// The calls, the outermost first; never empty.
  public let frames: [AllocationFrame]
  /// How many calls were under way, with those that the limit of frames cut off, up to 65,535; `nil` where that
  /// is not known, as for a group of a statistic.
  public let totalFrameCount: Int?

  /// Makes a traceback.
  ///
  /// - Parameters:
  ///   - frames: the calls, the outermost first; traps where there is none.
  ///   - totalFrameCount: how many calls were under way, where known.
  public init(frames: [AllocationFrame], totalFrameCount: Int? = nil) {
    precondition(!frames.isEmpty, "A traceback has a frame at least; where no call is known that is .unknown")
    self.frames = frames
    self.totalFrameCount = totalFrameCount
  }

  /// The outermost of the calls, the one that the traceback's text names.
  public var outermostFrame: AllocationFrame { frames[0] }

  /// The innermost of the calls, the one that allocated.
  public var innermostFrame: AllocationFrame { frames[frames.count - 1] }

  /// The traceback as a snapshot of the heap has it for an object, innermost first; a function that is not known
  /// is `<unknown>`.
  ///
  /// - Complexity: O(*n*) in the frames.
  public var site: AllocationSite {
    AllocationSite(
      frames: frames.reversed().map { frame in
        AllocationSite.Frame(
          function: frame.function ?? "<unknown>", file: frame.file, line: frame.line > 0 ? frame.line : nil)
      })
  }
}

extension AllocationTraceback: Hashable {
  /// Whether the frames are the same.
  ///
  /// - Complexity: O(*n*) in the frames.
  public static func == (left: AllocationTraceback, right: AllocationTraceback) -> Bool {
    left.frames == right.frames
  }

  /// Hashes the frames.
  ///
  /// - Complexity: O(*n*) in the frames.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(frames)
  }
}

extension AllocationTraceback: Comparable {
  /// Orders tracebacks by their frames, from the outermost on.
  ///
  /// - Complexity: O(*n*) in the frames.
  public static func < (left: AllocationTraceback, right: AllocationTraceback) -> Bool {
    left.frames.lexicographicallyPrecedes(right.frames)
  }
}

extension AllocationTraceback: CustomStringConvertible {
  /// The outermost frame: `file.py:3`.
  public var description: String { outermostFrame.description }
}
