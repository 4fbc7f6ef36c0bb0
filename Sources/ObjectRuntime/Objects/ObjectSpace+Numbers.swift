/// The integers that are made once: −5 to 256.
enum SmallInteger {
  static let least = -5
  static let largest = 256
  static let count = largest - least + 1
}

extension ObjectSpace {
  /// Makes an integer, or finds it among the small ones.
  ///
  /// - Returns: the integer, owned by the caller.
  /// - Complexity: O(1).
  package func makeInteger(_ value: Int) throws(ObjectError) -> ObjectPointer {
    if value >= SmallInteger.least, value <= SmallInteger.largest { return smallInteger(value) }
    let magnitude = value.magnitude
    if magnitude < 1 << 30 {
      // One digit takes the whole structure, its padding too, where its size tells only the digit.
      let object = try allocatePlain(type(.int), size: 32)
      object[word: IntegerOffset.tag] = 1 << 3 | (value < 0 ? 2 : 0)
      object[uint32: IntegerOffset.digits] = UInt32(truncatingIfNeeded: magnitude)
      return object
    }
    let count = (UInt.bitWidth - magnitude.leadingZeroBitCount + 29) / 30
    let object = try allocatePlain(type(.int), size: IntegerOffset.digits + 4 * count)
    object[word: IntegerOffset.tag] = UInt(count) << 3 | (value < 0 ? 2 : 0)
    for digit in 0..<count {
      object[uint32: IntegerOffset.digits + 4 * digit] =
        UInt32(truncatingIfNeeded: magnitude >> (30 * UInt(digit)))
        & 0x3FFF_FFFF
    }
    return object
  }

  /// Makes an integer of any size.
  ///
  /// - Parameters:
  ///   - isNegative: whether it is below zero.
  ///   - digits: its magnitude as digits of 30 bits, least significant first.
  /// - Returns: the integer, owned by the caller.
  package func makeInteger(isNegative: Bool, digits: [UInt32]) throws(ObjectError) -> ObjectPointer {
    var count = digits.count
    while count > 0, digits[count - 1] == 0 { count -= 1 }
    if count <= 1 {
      let value = count == 0 ? 0 : Int(digits[0])
      return try makeInteger(isNegative ? -value : value)
    }
    let object = try allocatePlain(type(.int), size: IntegerOffset.digits + 4 * count)
    object[word: IntegerOffset.tag] = UInt(count) << 3 | (isNegative ? 2 : 0)
    for digit in 0..<count { object[uint32: IntegerOffset.digits + 4 * digit] = digits[digit] & 0x3FFF_FFFF }
    return object
  }

  @inline(__always)
  func smallInteger(_ value: Int) -> ObjectPointer {
    ObjectPointer(address: state.smallIntegers.address &+ UInt(32 &* (value &- SmallInteger.least)))
  }

  /// Makes a float, of the free list where one is there.
  ///
  /// - Returns: the float, owned by the caller.
  package func makeFloat(_ value: Double) throws(ObjectError) -> ObjectPointer {
    let object: ObjectPointer
    if let kept = state.freeLists.floats {
      state.freeLists.floats = kept[block: ObjectOffset.type]
      state.freeLists.floatCount &-= 1
      object = ObjectPointer(address: kept.address)
      object[word: ObjectOffset.referenceCount] = 1
      object[word: ObjectOffset.type] = type(.float).address
      if state.isTracing { traceReuse(object) }
    } else {
      object = try allocatePlain(type(.float), size: 24)
    }
    object[double: FloatOffset.value] = value
    return object
  }

  /// Makes a complex number.
  package func makeComplex(_ real: Double, _ imaginary: Double) throws(ObjectError) -> ObjectPointer {
    let object = try allocatePlain(type(.complex), size: 32)
    object[double: 16] = real
    object[double: 24] = imaginary
    return object
  }

  /// `True` or `False`, which are immortal.
  package func bool(_ value: Bool) -> ObjectPointer { value ? trueObject : falseObject }
}

extension ObjectPointer {
  /// Of an integer: whether it is below zero.
  package var isNegativeInteger: Bool { self[word: IntegerOffset.tag] & 3 == 2 }

  /// Of an integer: how many digits of 30 bits it has; 0 for zero.
  package var digitCount: Int { Int(self[word: IntegerOffset.tag] >> 3) }

  /// Of an integer: its magnitude as digits of 30 bits, least significant first.
  package var digits: [UInt32] { (0..<digitCount).map { self[uint32: IntegerOffset.digits + 4 * $0] } }

  /// Of an integer: its value, `nil` where it does not fit.
  package var integerValue: Int? {
    if digitCount <= 2 {
      let low = digitCount == 0 ? 0 : Int(self[uint32: IntegerOffset.digits])
      let high = digitCount < 2 ? 0 : Int(self[uint32: IntegerOffset.digits + 4])
      return isNegativeInteger ? -(high << 30 | low) : high << 30 | low
    }
    var magnitude: UInt = 0
    for digit in digits.reversed() {
      guard magnitude <= UInt.max >> 30 else { return nil }
      magnitude = magnitude << 30 | UInt(digit)
    }
    if isNegativeInteger {
      return magnitude <= Int.max.magnitude + 1 ? Int(truncatingIfNeeded: 0 &- magnitude) : nil
    }
    return Int(exactly: magnitude)
  }

  /// Of a float: its value.
  package var doubleValue: Double { self[double: FloatOffset.value] }
}
