/// One call that is under way, as small as the engine can hand it to a tracer: which code runs, and at which line.
package struct TracedFrame: Hashable, Sendable, BitwiseCopyable {
  /// A function and its file, by their position in their tracer's table; it is the tracer's own for its lifetime.
  package struct Code: RawRepresentable, Hashable, Sendable, BitwiseCopyable {
    /// The position, from 0.
    package let rawValue: UInt32

    /// Makes the code of a position.
    package init(rawValue: UInt32) {
      self.rawValue = rawValue
    }
  }

  /// Which code runs.
  package var code: Code
  /// The line in its file, from 1; 0 where it is unknown.
  package var line: UInt32

  /// Makes a frame.
  ///
  /// - Parameters:
  ///   - code: which code runs.
  ///   - line: the line in its file, from 1; what is below counts as unknown.
  package init(code: Code, line: Int) {
    self.code = code
    self.line = UInt32(clamping: line)
  }
}
