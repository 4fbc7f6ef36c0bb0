extension ObjectPointer {
  /// The count of an object that never goes.
  @inlinable static package var immortalCount: UInt { 0xFFFF_FFFF }

  /// How many references the object counts; ``immortalCount`` for one that never goes.
  @inlinable @inline(__always)
  package var referenceCount: Int { self[integer: ObjectOffset.referenceCount] }

  /// Whether the count never changes.
  @inlinable @inline(__always)
  package var isImmortal: Bool { self[int32: ObjectOffset.referenceCount] < 0 }

  /// Counts one more reference.
  ///
  /// - Complexity: O(1).
  @inlinable @inline(__always)
  package func retain() {
    let count = self[uint32: ObjectOffset.referenceCount] &+ 1
    if count != 0 { self[uint32: ObjectOffset.referenceCount] = count }
  }

  /// Counts one more reference and returns the object, which the caller then owns.
  @inlinable @inline(__always)
  package func retained() -> ObjectPointer {
    retain()
    return self
  }

  /// Makes the object immortal.
  func immortalize() { self[word: ObjectOffset.referenceCount] = Self.immortalCount }

  /// The number of items of an object of variable size.
  @inlinable @inline(__always)
  package var itemCount: Int {
    get { self[integer: ObjectOffset.size] }
    nonmutating set { self[integer: ObjectOffset.size] = newValue }
  }
}
