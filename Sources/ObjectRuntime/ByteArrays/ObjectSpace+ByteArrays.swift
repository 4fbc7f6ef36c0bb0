/// The words of a byte array.
enum ByteArrayOffset {
  static let allocated = 24
  /// The block of the bytes.
  static let data = 32
  /// Where the first byte lies: behind the block's start where bytes were deleted before it.
  static let start = 40
  static let exports = 48
  static let size = 56
}

extension ObjectPointer {
  /// Whether it is bytes, also such that can change.
  @inline(__always)
  package var isBytes: Bool { type.typeFlags & TypeFlag.bytesSubclass != 0 || plan.body == .byteArray }

  /// Of bytes: the one at an index.
  @inline(__always)
  package func byte(at index: Int) -> UInt8 {
    plan.body == .byteArray
      ? Block(address: self[word: ByteArrayOffset.start])[byte: index] : self[byte: BytesOffset.data &+ index]
  }
}

// Bytes that can change: their memory grows and shrinks as that of CPython's.
extension ObjectSpace {
  /// Makes a byte array.
  ///
  /// - Returns: the array, owned by the caller.
  func makeByteArray(_ bytes: [UInt8]) throws(ObjectError) -> ObjectPointer {
    let array = try allocatePlain(type(.byteArray), size: ByteArrayOffset.size)
    array.zero(from: ObjectOffset.headerSize, count: ByteArrayOffset.size - ObjectOffset.headerSize)
    try fillNew(array) { () throws(ObjectError) in
      try resizeBytes(of: array, to: bytes.count)
      setBytes(of: array, from: 0, to: bytes)
    }
    return array
  }

  /// Sets bytes that are there.
  func setBytes(of array: ObjectPointer, from start: Int, to bytes: some Collection<UInt8>) {
    guard !bytes.isEmpty else { return }
    let data = Block(address: array[word: ByteArrayOffset.start])
    for (index, byte) in bytes.enumerated() { data[byte: start + index] = byte }
  }

  /// Changes how many bytes there are; new ones are undefined.
  ///
  /// - Complexity: O(1) amortized where bytes are added one by one, else O(*n*).
  func resizeBytes(of array: ObjectPointer, to count: Int) throws(ObjectError) {
    guard count != array.itemCount else { return }
    let allocated = array[integer: ByteArrayOffset.allocated]
    let start = array[word: ByteArrayOffset.start]
    let skipped = Int(start - array[word: ByteArrayOffset.data])
    var wanted = count + 1
    if count + skipped + 1 <= allocated {
      guard count < allocated / 2 else {
        array.itemCount = count
        Block(address: start)[byte: count] = 0
        return
      }
    } else if count * 8 <= allocated * 9 {
      wanted = count + count >> 3 + (count < 9 ? 3 : 6)
    }
    try checkRoom(wanted, unit: 1, copies: 1)
    let data: Block
    if let old = array[block: ByteArrayOffset.data] {
      if skipped > 0 {
        data = try allocateBlock(wanted)
        data.copy(min(count, array.itemCount), bytesFrom: old, at: skipped, to: 0)
        freeBlock(old)
      } else {
        data = try resizeBlock(old, to: wanted)
      }
    } else {
      data = try allocateBlock(wanted)
    }
    array[block: ByteArrayOffset.data] = data
    array[word: ByteArrayOffset.start] = data.address
    array[integer: ByteArrayOffset.allocated] = wanted
    array.itemCount = count
    data[byte: count] = 0
  }

  /// Frees the bytes of an array that goes.
  func freeByteData(of array: ObjectPointer) {
    if let data = array[block: ByteArrayOffset.data] { freeBlock(data) }
  }

  /// Replaces bytes in a row by others, as `array[start:stop] = bytes`.
  ///
  /// - Complexity: O(*n*) in the new bytes and those behind; bytes at the front are deleted in O(1), amortized.
  func replaceBytes(
    _ range: Range<Int>, of array: ObjectPointer, with bytes: [UInt8]
  ) throws(ObjectError) {
    let count = array.itemCount
    let growth = bytes.count - range.count
    let behind = count - range.upperBound
    func move() {
      let data = Block(address: array[word: ByteArrayOffset.start])
      if behind > 0 {
        data.copy(behind, bytesFrom: data, at: range.upperBound, to: range.lowerBound + bytes.count)
      }
    }
    if growth < 0 {
      if range.lowerBound == 0 {
        array[word: ByteArrayOffset.start] += UInt(-growth)
      } else {
        move()
      }
      try resizeBytes(of: array, to: count + growth)
    } else if growth > 0 {
      try resizeBytes(of: array, to: count + growth)
      move()
    }
    setBytes(of: array, from: range.lowerBound, to: bytes)
  }

  /// Fills a new array, or one that is initialized again, as `bytearray(source, encoding, errors)`.
  ///
  /// - Throws: ``ObjectError`` of kind `typeError` for what gives no bytes, `valueError` for a negative count or a number
  ///   that is no byte, and those of encodings.
  func fillByteArray(_ array: ObjectPointer, from arguments: [ObjectPointer?]) throws(ObjectError) {
    try resizeBytes(of: array, to: 0)
    if let encoded = try encodedBytes(of: arguments, in: "bytearray") {
      defer { release(encoded) }
      return try replaceBytes(0..<0, of: array, with: encoded.byteArray)
    }
    guard let source = arguments.first ?? nil else { return }
    if !source.isBytes, let index = try indexObject(of: source) {
      defer { release(index) }
      guard let count = index.integerValue else {
        throw ObjectError(
          .overflowError, "cannot fit '\(nameInErrors(source.type))' into an index-sized integer")
      }
      guard count >= 0 else { throw ObjectError(.valueError, "negative count") }
      try checkRoom(count, unit: 1, copies: 1)
      try resizeBytes(of: array, to: count)
      return setBytes(of: array, from: 0, to: repeatElement(0, count: count))
    }
    if source.isBytes || source.type == type(.list) || source.type == type(.tuple) {
      return try replaceBytes(0..<array.itemCount, of: array, with: bytes(givenBy: source))
    }
    for byte in try bytes(givenBy: source) {
      try resizeBytes(of: array, to: array.itemCount + 1)
      setBytes(of: array, from: array.itemCount - 1, to: CollectionOfOne(byte))
    }
  }

  /// The bytes of an object, or those that going through it gives.
  ///
  /// - Throws: ``ObjectError`` of kind `typeError` for what cannot be gone through or gives no integers, `valueError` for
  ///   integers that are no bytes.
  func bytes(givenBy object: ObjectPointer) throws(ObjectError) -> [UInt8] {
    if object.isBytes { return object.byteArray }
    let elements: [ObjectPointer]
    do throws(ObjectError) {
      elements = try iterate(object)
    } catch {
      guard error.kind == .typeError, specialMethod(names.iterator, of: object) == nil else { throw error }
      throw ObjectError(.typeError, "cannot convert '\(nameInErrors(object.type))' object to bytearray")
    }
    defer { for element in elements { release(element) } }
    var bytes: [UInt8] = []
    for element in elements { bytes.append(try byte(of: element, "byte")) }
    return bytes
  }

  /// The byte that an integer stands for.
  ///
  /// - Parameter noun: what an error calls it.
  /// - Throws: ``ObjectError`` of kind `typeError` for what is no integer, `valueError` for one that is no byte.
  func byte(of object: ObjectPointer, _ noun: String) throws(ObjectError) -> UInt8 {
    let index = try requireIndex(object)
    defer { release(index) }
    guard let byte = index.integerValue.flatMap({ UInt8(exactly: $0) }) else {
      throw ObjectError(.valueError, "\(noun) must be in range(0, 256)")
    }
    return byte
  }

  // MARK: Operators

  /// Sets a byte or those that a slice names, as `array[key] = value`.
  func setBytes(
    at key: ObjectPointer, of array: ObjectPointer, to value: ObjectPointer
  ) throws(ObjectError) {
    guard key.type == type(.slice) else {
      let place = try bytePlace(key, of: array)
      let byte = try byte(of: value, "byte")
      return setBytes(of: array, from: place, to: CollectionOfOne(byte))
    }
    let isNumber = numberKind(value) != nil || isSubtype(value.type, type(.string))
    guard !isNumber else {
      throw ObjectError(
        .typeError, "can assign only bytes, buffers, or iterables of ints in range(0, 256)")
    }
    let bytes = try bytes(givenBy: value)
    let places = try places(of: key) { array.itemCount }
    if places.step == 1 { return try replaceBytes(places.range, of: array, with: bytes) }
    if bytes.isEmpty { return try deleteBytes(places, of: array) }
    guard bytes.count == places.count else {
      throw ObjectError(
        .valueError,
        "attempt to assign bytes of size \(bytes.count) to extended slice of size \(places.count)")
    }
    for (place, byte) in zip(places.places, bytes) {
      setBytes(of: array, from: place, to: CollectionOfOne(byte))
    }
  }

  /// Deletes a byte or those that a slice names, as `del array[key]`.
  func deleteBytes(at key: ObjectPointer, of array: ObjectPointer) throws(ObjectError) {
    if key.type == type(.slice) {
      return try deleteBytes(places(of: key) { array.itemCount }, of: array)
    }
    let place = try bytePlace(key, of: array)
    try replaceBytes(place..<place + 1, of: array, with: [])
  }

  private func deleteBytes(_ places: SlicePlaces<Int>, of array: ObjectPointer) throws(ObjectError) {
    guard places.count > 0 else { return }
    if places.step == 1 { return try replaceBytes(places.range, of: array, with: []) }
    let deleted = Set(places.places)
    let kept = array.byteArray.enumerated().filter { !deleted.contains($0.offset) }.map(\.element)
    setBytes(of: array, from: 0, to: kept)
    try resizeBytes(of: array, to: kept.count)
  }

  private func bytePlace(_ key: ObjectPointer, of array: ObjectPointer) throws(ObjectError) -> Int {
    try index(key, noun: "bytearray", range: "bytearray index out of range") { array.itemCount }
  }

  /// `array += bytes`.
  func extendBytes(_ array: ObjectPointer, adding other: ObjectPointer) throws(ObjectError) {
    guard other.isBytes else {
      throw ObjectError(
        .typeError, "can't concat \(nameInErrors(other.type)) to \(nameInErrors(array.type))")
    }
    let count = array.itemCount
    try replaceBytes(count..<count, of: array, with: other.byteArray)
  }

  /// `array *= count`.
  func repeatBytes(of array: ObjectPointer, _ count: ObjectPointer) throws(ObjectError) {
    let times = try repetitions(count)
    let bytes = array.byteArray
    let (total, overflows) = bytes.count.multipliedReportingOverflow(by: times)
    guard !overflows else { throw ObjectError(.memoryError, "") }
    try checkRoom(total, unit: 1, copies: 1)
    try resizeBytes(of: array, to: total)
    for start in stride(from: bytes.count, to: total, by: max(bytes.count, 1)) {
      setBytes(of: array, from: start, to: bytes)
    }
  }
}
