package import BigInt

extension ObjectPointer {
  /// Of an integer: its value, of any size.
  ///
  /// - Complexity: O(*n*) in its digits.
  package var bigInteger: BigInt {
    var words: [UInt] = []
    var word: UInt = 0
    var filled = 0
    for index in 0..<digitCount {
      let digit = UInt(self[uint32: IntegerOffset.digits + 4 * index])
      word |= digit << UInt(filled)
      filled += 30
      if filled >= UInt.bitWidth {
        words.append(word)
        filled -= UInt.bitWidth
        word = digit >> UInt(30 - filled)
      }
    }
    words.append(word)
    return BigInt(sign: isNegativeInteger ? .minus : .plus, magnitude: BigUInt(words: words))
  }
}

extension ObjectSpace {
  /// Makes an integer of any size, or finds it among the small ones.
  ///
  /// - Returns: the integer, owned by the caller.
  /// - Complexity: O(*n*) in its digits.
  package func makeInteger(_ value: BigInt) throws(ObjectError) -> ObjectPointer {
    if let small = Int(exactly: value) { return try makeInteger(small) }
    var digits: [UInt32] = []
    var held: UInt = 0
    var count = 0
    for word in value.magnitude.words {
      digits.append(UInt32(truncatingIfNeeded: held | word << UInt(count)) & 0x3FFF_FFFF)
      var rest = word >> UInt(30 - count)
      count = UInt.bitWidth - (30 - count)
      while count >= 30 {
        digits.append(UInt32(truncatingIfNeeded: rest) & 0x3FFF_FFFF)
        rest >>= 30
        count -= 30
      }
      held = rest
    }
    if held != 0 { digits.append(UInt32(truncatingIfNeeded: held)) }
    return try makeInteger(isNegative: value.sign == .minus, digits: digits)
  }
}
