import BigInt

extension BuiltinMethod {
  static let integers: [BuiltinMethod] = [
    BuiltinMethod("as_integer_ratio", 0) { (space, integer, _) throws(ObjectError) in
      try space.makePair(space.plus(integer)) { () throws(ObjectError) in space.smallInteger(1) }
    },
    BuiltinMethod("bit_count", 0) { (space, integer, _) throws(ObjectError) in
      var count = 0
      for digit in integer.digits { count += digit.nonzeroBitCount }
      return try space.makeInteger(count)
    },
    BuiltinMethod("bit_length", 0) { (space, integer, _) throws(ObjectError) in
      guard let last = integer.digits.last else { return space.smallInteger(0) }
      return try space.makeInteger(30 * (integer.digitCount - 1) + 32 - last.leadingZeroBitCount)
    },
    BuiltinMethod("conjugate", 0) { (space, integer, _) throws(ObjectError) in try space.plus(integer) },
    BuiltinMethod(
      "from_bytes", BuiltinParameters("bytes", "byteorder", "signed", required: 1, positional: 2),
      binding: .type
    ) { (space, type, arguments) throws(ObjectError) in
      let isLittle = try space.isLittleEndian(arguments[1], method: "from_bytes")
      let isSigned = try arguments[2].map { (value) throws(ObjectError) in try space.isTrue(value) } ?? false
      var bytes = try space.bytesGiven(by: arguments[0] ?? space.none)
      if !isLittle { bytes.reverse() }
      var words: [UInt] = []
      for (index, byte) in bytes.enumerated() {
        if index % 8 == 0 { words.append(0) }
        words[index / 8] |= UInt(byte) << UInt(8 * (index % 8))
      }
      var value = BigInt(BigUInt(words: words))
      if isSigned, let last = bytes.last, last & 0x80 != 0 { value -= BigInt(1) << (8 * bytes.count) }
      let integer = try space.makeInteger(value)
      guard type != space.type(.int) else { return integer }
      defer { space.release(integer) }
      return try space.call(type, [integer])
    },
    BuiltinMethod("is_integer", 0) { (space, _, _) throws(ObjectError) in space.trueObject },
    BuiltinMethod("to_bytes", BuiltinParameters("length", "byteorder", "signed", positional: 2)) {
      (space, integer, arguments) throws(ObjectError) in
      let length = try arguments[0].map { (value) throws(ObjectError) in try space.machineIndex(value) } ?? 1
      let isLittle = try space.isLittleEndian(arguments[1], method: "to_bytes")
      let isSigned = try arguments[2].map { (value) throws(ObjectError) in try space.isTrue(value) } ?? false
      guard length >= 0 else { throw ObjectError(.valueError, "length argument must be non-negative") }
      return try space.makeBytes(space.bytes(of: integer, length, isLittle: isLittle, isSigned: isSigned))
    },
  ]

  static let floats: [BuiltinMethod] = [
    BuiltinMethod("as_integer_ratio", 0) { (space, number, _) throws(ObjectError) in
      let value = number.doubleValue
      if value.isInfinite {
        throw ObjectError(.overflowError, "cannot convert Infinity to integer ratio")
      }
      if value.isNaN { throw ObjectError(.valueError, "cannot convert NaN to integer ratio") }
      var (significand, exponent) = (value, 0)
      while significand != significand.rounded(.towardZero) {
        significand *= 2
        exponent += 1
      }
      return try space.makePair(space.makeInteger(BigInt(significand))) { () throws(ObjectError) in
        try space.makeInteger(BigInt(1) << exponent)
      }
    },
    BuiltinMethod("conjugate", 0) { (space, number, _) throws(ObjectError) in try space.plus(number) },
    BuiltinMethod("fromhex", 1, binding: .type) { (space, type, arguments) throws(ObjectError) in
      guard arguments[0].type.typeFlags & TypeFlag.stringSubclass != 0 else {
        throw ObjectError(.typeError, "bad argument type for built-in operation")
      }
      let number = try space.makeFloat(HexadecimalDouble.value(of: arguments[0].text))
      guard type != space.type(.float) else { return number }
      defer { space.release(number) }
      return try space.call(type, [number])
    },
    BuiltinMethod("hex", 0) { (space, number, _) throws(ObjectError) in
      try space.makeString(HexadecimalDouble.text(of: number.doubleValue))
    },
    BuiltinMethod("is_integer", 0) { (space, number, _) throws(ObjectError) in
      let value = number.doubleValue
      return space.bool(value.isFinite && value == value.rounded(.down))
    },
  ]

  static let complexNumbers: [BuiltinMethod] = [
    BuiltinMethod("conjugate", 0) { (space, number, _) throws(ObjectError) in
      try space.makeComplex(number[double: 16], -number[double: 24])
    }
  ]

  static let ranges: [BuiltinMethod] = [
    BuiltinMethod("count", 1) { (space, range, arguments) throws(ObjectError) in
      if arguments[0].type == space.type(.int) || arguments[0].type == space.type(.bool) {
        return space.smallInteger(try space.hasElement(arguments[0], in: range) ? 1 : 0)
      }
      var count = 0
      let elements = try space.iterate(range)
      defer { for element in elements { space.release(element) } }
      for element in elements where try space.areEqual(element, arguments[0]) { count += 1 }
      return try space.makeInteger(count)
    },
    BuiltinMethod("index", 1) { (space, range, arguments) throws(ObjectError) in
      let wanted = arguments[0]
      if wanted.type == space.type(.int) || wanted.type == space.type(.bool) {
        guard try space.hasElement(wanted, in: range), let start = range[object: 16]?.bigInteger,
          let step = range[object: 32]?.bigInteger
        else {
          throw ObjectError(.valueError, "\(try space.representation(of: wanted)) is not in range")
        }
        return try space.makeInteger((wanted.bigInteger - start) / step)
      }
      let elements = try space.iterate(range)
      defer { for element in elements { space.release(element) } }
      for (place, element) in elements.enumerated() where try space.areEqual(element, wanted) {
        return try space.makeInteger(place)
      }
      throw ObjectError(.valueError, "sequence.index(x): x not in sequence")
    },
  ]
}

extension ObjectSpace {
  /// The parts of a number or range that are its attributes, owned by the caller; `nil` for another name.
  func numberAttribute(_ name: String, of object: ObjectPointer) throws(ObjectError) -> ObjectPointer? {
    switch (numberKind(object), name) {
    case (.integer, "real"), (.integer, "numerator"), (.float, "real"): return try plus(object)
    case (.integer, "imag"): return smallInteger(0)
    case (.integer, "denominator"): return smallInteger(1)
    case (.float, "imag"): return try makeFloat(0)
    case (.complex, "real"): return try makeFloat(object[double: 16])
    case (.complex, "imag"): return try makeFloat(object[double: 24])
    case (nil, "start"), (nil, "stop"), (nil, "step"):
      guard object.type == type(.range) || object.type == type(.slice) else { return nil }
      return object[object: name == "start" ? 16 : name == "stop" ? 24 : 32]?.retained()
    default: return nil
    }
  }

  /// Whether an order of bytes begins with the lowest.
  func isLittleEndian(_ order: ObjectPointer?, method: String) throws(ObjectError) -> Bool {
    guard let order else { return false }
    guard order.type.typeFlags & TypeFlag.stringSubclass != 0 else {
      throw ObjectError(
        .typeError, "\(method)() argument 'byteorder' must be str, not \(nameInErrors(order.type))")
    }
    switch order.text {
    case "little": return true
    case "big": return false
    default: throw ObjectError(.valueError, "byteorder must be either 'little' or 'big'")
    }
  }

  /// The bytes that an object gives, as `bytes(object)` takes them but for numbers and texts.
  func bytesGiven(by object: ObjectPointer) throws(ObjectError) -> [UInt8] {
    let flags = object.type.typeFlags
    if object.isBytes { return object.byteArray }
    guard flags & (TypeFlag.stringSubclass | TypeFlag.integerSubclass) == 0 else {
      throw ObjectError(.typeError, "cannot convert '\(nameInErrors(object.type))' object to bytes")
    }
    let made = try call(type(.bytes), [object])
    defer { release(made) }
    return made.byteArray
  }

  /// An integer in two's complement.
  ///
  /// - Throws: ``ObjectError`` of kind `overflowError` for one that does not fit.
  func bytes(
    of integer: ObjectPointer, _ length: Int, isLittle: Bool, isSigned: Bool
  ) throws(ObjectError) -> [UInt8] {
    if integer.isNegativeInteger, !isSigned {
      throw ObjectError(.overflowError, "can't convert negative int to unsigned")
    }
    let value = integer.bigInteger
    let bits = value.sign == .minus ? (value.magnitude - 1).bitWidth : value.magnitude.bitWidth
    guard bits + (isSigned && value != 0 ? 1 : 0) <= 8 * length else {
      throw ObjectError(.overflowError, "int too big to convert")
    }
    let magnitude =
      value.sign == .minus ? BigUInt(BigInt(1) << (8 * length) + value) : value.magnitude
    var bytes = [UInt8](repeating: 0, count: length)
    for (index, word) in magnitude.words.enumerated() {
      for byte in 0..<8 where 8 * index + byte < length {
        bytes[8 * index + byte] = UInt8(truncatingIfNeeded: word >> UInt(8 * byte))
      }
    }
    return isLittle ? bytes : bytes.reversed()
  }
}
