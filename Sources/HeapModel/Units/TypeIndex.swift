/// A type's position in its snapshot's table of types.
public struct TypeIndex: RawRepresentable, Hashable, Comparable, Sendable, BitwiseCopyable {
  /// The position, below the snapshot's number of types.
  public let rawValue: UInt32

  /// Makes the index of the type at a position.
  ///
  /// - Parameter rawValue: the position, from 0.
  @inlinable
  public init(rawValue: UInt32) {
    self.rawValue = rawValue
  }

  /// The position as a number that subscripts an array.
  @inlinable
  public var position: Int { Int(rawValue) }

  /// Orders types by their position.
  @inlinable
  public static func < (left: TypeIndex, right: TypeIndex) -> Bool {
    left.rawValue < right.rawValue
  }
}
