/// An object's position in its snapshot: dense, from 0, in the order of the source.
public struct ObjectIndex: RawRepresentable, Hashable, Sendable, BitwiseCopyable {
  /// The position, below the snapshot's number of objects.
  public let rawValue: UInt32

  /// Makes the index of the object at a position.
  ///
  /// - Parameter rawValue: the position, from 0.
  @inlinable
  public init(rawValue: UInt32) {
    self.rawValue = rawValue
  }

  /// Makes the index of the object at a position.
  ///
  /// - Parameter position: the position, from 0; traps where it does not fit 32 bits.
  @inlinable
  public init(_ position: Int) {
    self.rawValue = UInt32(position)
  }

  /// The position as a number that subscripts an array.
  @inlinable
  public var position: Int { Int(rawValue) }
}

// Strideable, so that `Range<ObjectIndex>` is a random-access collection of objects.
extension ObjectIndex: Strideable {
  /// The number of objects between this one and another.
  @inlinable
  public func distance(to other: ObjectIndex) -> Int {
    Int(other.rawValue) - Int(rawValue)
  }

  /// The object a number of places further on.
  @inlinable
  public func advanced(by places: Int) -> ObjectIndex {
    ObjectIndex(Int(rawValue) + places)
  }
}

extension ObjectIndex: CustomStringConvertible {
  /// The index as the command writes it: `#17`.
  public var description: String { "#\(rawValue)" }
}
