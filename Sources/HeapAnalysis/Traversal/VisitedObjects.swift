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
  @discardableResult
  mutating func insert(_ object: UInt32) -> Bool {
    var bits = self.bits
    return bits.insert(object)
  }

  @inline(__always)
  func contains(_ object: UInt32) -> Bool {
    words[Int(object >> 6)] & 1 << UInt64(object & 63) != 0
  }

  /// The bits for a loop that adds many.
  var bits: Bits {
    @_lifetime(&self)
    mutating get { Bits(words: words.mutableSpan) }
  }

  /// Bits that are being added to, without a look at who else may hold them.
  struct Bits: ~Copyable, ~Escapable {
    private var words: MutableSpan<UInt64>

    @_lifetime(copy words)
    init(words: consuming MutableSpan<UInt64>) {
      self.words = words
    }

    /// Adds an object.
    ///
    /// - Returns: whether it was not there before.
    @inline(__always)
    @_lifetime(self: copy self)
    mutating func insert(_ object: UInt32) -> Bool {
      let word = Int(object >> 6)
      let bit: UInt64 = 1 << UInt64(object & 63)
      let before = words[word]
      words[word] = before | bit
      return before & bit == 0
    }
  }
}
