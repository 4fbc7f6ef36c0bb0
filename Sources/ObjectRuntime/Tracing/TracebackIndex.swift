/// A traceback's position in its tracer's table.
///
/// It is the tracer's own until that is cleared.
package struct TracebackIndex: RawRepresentable, Hashable, Sendable, BitwiseCopyable {
  /// The position, from 0.
  package let rawValue: UInt32

  /// Makes the index of a position.
  package init(rawValue: UInt32) {
    self.rawValue = rawValue
  }

  /// The position as a number that subscripts an array.
  var position: Int { Int(rawValue) }

  /// The traceback where no call is under way; every tracer has it, a cleared one too.
  package static let unknown = TracebackIndex(rawValue: 0)
}
