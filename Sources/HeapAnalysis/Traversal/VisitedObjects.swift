import HeapModel

/// One bit an object.
struct VisitedObjects: Sendable {
  private var words: [UInt64]

  init(objectCount: Int) {
    words = [UInt64](repeating: 0, count: (objectCount + 63) / 64)
  }

  /// Adds an object.
  ///
  /// - Returns: whether it was not there before.
  @inline(__always)
  mutating func insert(_ object: UInt32) -> Bool {
    let word = Int(object >> 6)
    let bit: UInt64 = 1 << UInt64(object & 63)
    let before = words[word]
    words[word] = before | bit
    return before & bit == 0
  }

  @inline(__always)
  func contains(_ object: UInt32) -> Bool {
    words[Int(object >> 6)] & 1 << UInt64(object & 63) != 0
  }
}
