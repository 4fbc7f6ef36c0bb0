extension ObjectSpace {
  /// The hash of an object, as `hash()`.
  ///
  /// - Throws: ``ObjectError`` of kind `typeError` for an object without one, `recursionError` for one that is nested so
  ///   deep that the stack does not suffice, and what its `__hash__` raises.
  /// - Complexity: O(1) for numbers and strings seen before, O(*n*) in the size of others.
  package func hash(of object: ObjectPointer) throws(ObjectError) -> Int {
    let type = object.type
    if type == self.type(.string) { return knownHash(object) }
    try checkDepth()
    if type.typeFlags & TypeFlag.isHeapType != 0, let method = lookUpInClasses(names.hash, of: type) {
      if method == none { throw unhashable(type) }
      return try hash(of: object, by: method)
    }
    return try builtinHash(of: object, solidType: type.instancePlan.solidType ?? self.type(.object))
  }

  private func hash(of object: ObjectPointer, by method: ObjectPointer) throws(ObjectError) -> Int {
    let result = try callMethod(method, on: object, [])
    defer { release(result) }
    guard isSubtype(result.type, self.type(.int)) else {
      throw ObjectError(.typeError, "__hash__ method should return an integer")
    }
    if let value = result.integerValue { return value == -1 ? -2 : value }
    return integerHash(result)
  }

  private func unhashable(_ type: ObjectPointer) -> ObjectError {
    ObjectError(.typeError, "unhashable type: '\(nameInErrors(type))'")
  }

  func builtinHash(of object: ObjectPointer, solidType: ObjectPointer) throws(ObjectError) -> Int {
    switch object.plan.body {
    case .list, .dict, .deque, .byteArray: throw unhashable(object.type)
    case .set:
      guard isSubtype(object.type, type(.frozenSet)) else { throw unhashable(object.type) }
      return frozenSetHash(object)
    case .tuple: return try tupleHash(object)
    case .weakReference: return try weakReferenceHash(object)
    case .plain, .record, .type, .generator, .frame, .cache: break
    }
    if isSubtype(object.type, type(.int)) { return integerHash(object) }
    if isSubtype(object.type, type(.string)) { return knownHash(object) }
    if isSubtype(object.type, type(.float)) { return doubleHash(object.doubleValue, object) }
    if isSubtype(object.type, type(.bytes)) { return bytesHash(object) }
    if isSubtype(object.type, type(.complex)) {
      let imaginary = UInt(bitPattern: doubleHash(object[double: 24], object))
      let hash = UInt(bitPattern: doubleHash(object[double: 16], object)) &+ 1_000_003 &* imaginary
      return hash == .max ? -2 : Int(bitPattern: hash)
    }
    if object == none { return 0xFCA8_6420 }
    if object.type == type(.method), let function = object[object: MethodOffset.function],
      let receiver = object[object: MethodOffset.receiver]
    {
      let hash = try addressHash(receiver) ^ self.hash(of: function)
      return hash == -1 ? -2 : hash
    }
    if object.type == type(.methodWrapper)
      || object.type == type(.builtinFunction) && object[integer: 16] < 0,
      let receiver = object[object: MethodWrapperOffset.receiver]
    {
      let hash = addressHash(receiver) ^ object[integer: 16]
      return hash == -1 ? -2 : hash
    }
    if object.type == type(.union) { return try unionHash(object) }
    if object.type == type(.slice) { return try sliceHash(object) }
    if object.type == type(.range) { return try rangeHash(object) }
    if object.type == type(.mappingProxy) || isSubtype(object.type, type(.simpleNamespace))
      || isSetView(object)
    {
      throw unhashable(object.type)
    }
    return addressHash(object)
  }

  /// The hash of an object by its identity.
  func addressHash(_ object: ObjectPointer) -> Int {
    let address = reportedAddress(of: object)
    let hash = Int(bitPattern: address >> 4 | address << 60)
    return hash == -1 ? -2 : hash
  }

  /// The value modulo 2⁶¹ − 1, with the sign of the integer.
  func integerHash(_ object: ObjectPointer) -> Int {
    let modulus: UInt = 1 << 61 - 1
    var value: UInt = 0
    for digit in (0..<object.digitCount).reversed() {
      value = (value << 30) & modulus | value >> 31
      value += UInt(object[uint32: IntegerOffset.digits + 4 * digit])
      if value >= modulus { value -= modulus }
    }
    let hash = object.isNegativeInteger ? -Int(value) : Int(value)
    return hash == -1 ? -2 : hash
  }

  /// The hash of a floating-point number, equal to that of an equal integer.
  func doubleHash(_ value: Double, _ object: ObjectPointer) -> Int {
    guard value.isFinite else {
      return value.isNaN ? addressHash(object) : value > 0 ? 314_159 : -314_159
    }
    guard value != 0 else { return 0 }
    let modulus: UInt = 1 << 61 - 1
    // The number is 0.significand × 2^exponent.
    var significand = value.magnitude.significand / 2
    var exponent = Int(value.exponent) + 1
    var hash: UInt = 0
    while significand != 0 {
      hash = (hash << 28) & modulus | hash >> 33
      significand *= 268_435_456
      exponent -= 28
      let whole = UInt(significand)
      significand -= Double(whole)
      hash += whole
      if hash >= modulus { hash -= modulus }
    }
    exponent = exponent >= 0 ? exponent % 61 : 60 - (-1 - exponent) % 61
    hash = (hash << UInt(exponent)) & modulus | hash >> UInt(61 - exponent)
    let signed = value < 0 ? -Int(hash) : Int(hash)
    return signed == -1 ? -2 : signed
  }

  private func bytesHash(_ object: ObjectPointer) -> Int {
    let known = object[integer: BytesOffset.hash]
    if known != -1 { return known }
    let key = hashKey
    let hash = object.withBytes(at: BytesOffset.data, count: object.itemCount) { SipHash.hash($0, key: key) }
    object[integer: BytesOffset.hash] = hash
    return hash
  }

  // After xxHash, as CPython has combined the hashes of a tuple's elements since 3.8.
  private static let prime1: UInt = 11_400_714_785_074_694_791
  private static let prime2: UInt = 14_029_467_366_897_019_727
  private static let prime5: UInt = 2_870_177_450_012_600_261

  private func combine(_ lanes: [Int]) -> Int {
    var accumulator = Self.prime5
    for lane in lanes {
      accumulator &+= UInt(bitPattern: lane) &* Self.prime2
      accumulator = accumulator << 31 | accumulator >> 33
      accumulator &*= Self.prime1
    }
    accumulator &+= UInt(lanes.count) ^ (Self.prime5 ^ 3_527_539)
    return accumulator == .max ? 1_546_275_796 : Int(bitPattern: accumulator)
  }

  private func tupleHash(_ tuple: ObjectPointer) throws(ObjectError) -> Int {
    var lanes: [Int] = []
    // An item's own hash may give back what else holds the tuple.
    tuple.retain()
    defer { release(tuple) }
    for index in 0..<tuple.itemCount {
      guard let item = tuple[object: TupleOffset.items + 8 * index] else { continue }
      lanes.append(try hash(of: item))
    }
    return combine(lanes)
  }

  private func sliceHash(_ slice: ObjectPointer) throws(ObjectError) -> Int {
    var accumulator = Self.prime5
    for offset in [16, 24, 32] {
      guard let part = slice[object: offset] else { continue }
      let lane = try hash(of: part)
      accumulator &+= UInt(bitPattern: lane) &* Self.prime2
      accumulator = accumulator << 31 | accumulator >> 33
      accumulator &*= Self.prime1
    }
    return accumulator == .max ? 1_546_275_796 : Int(bitPattern: accumulator)
  }

  private func rangeHash(_ range: ObjectPointer) throws(ObjectError) -> Int {
    guard let start = range[object: 16], let step = range[object: 32], let length = range[object: 40] else {
      return 0
    }
    let noneHash = try hash(of: none)
    let count = length.integerValue ?? Int.max
    let lanes = [
      integerHash(length), count == 0 ? noneHash : integerHash(start),
      count <= 1 ? noneHash : integerHash(step),
    ]
    return combine(lanes)
  }

  private func frozenSetHash(_ set: ObjectPointer) -> Int {
    let known = set[integer: SetOffset.hash]
    if known != -1 { return known }
    func shuffle(_ hash: UInt) -> UInt { (hash ^ 89_869_747 ^ hash << 16) &* 3_644_798_167 }
    var hash: UInt = 0
    for (_, element) in elementsWithHashes(of: set) { hash ^= shuffle(UInt(bitPattern: element)) }
    hash ^= UInt(setCount(set) + 1) &* 1_927_868_237
    hash ^= hash >> 11 ^ hash >> 25
    hash = hash &* 69_069 &+ 907_133_923
    if hash == .max { hash = 590_923_713 }
    set[integer: SetOffset.hash] = Int(bitPattern: hash)
    return Int(bitPattern: hash)
  }
}
