extension ObjectSpace {
  /// Makes a string of code points, or finds it among the empty and one-character strings.
  ///
  /// - Returns: the string, owned by the caller.
  /// - Complexity: O(*n*).
  package func makeString(codePoints: some Collection<UInt32>) throws(ObjectError) -> ObjectPointer {
    if let first = codePoints.first, codePoints.count == 1, first < 256 {
      return ObjectPointer(address: state.characters[word: 8 * Int(first)])
    }
    if codePoints.isEmpty { return emptyString }
    let largest = codePoints.max() ?? 0
    return try fill(makeStringStorage(length: codePoints.count, largest: largest), with: codePoints)
  }

  /// Makes a string of a Swift string's Unicode scalars.
  package func makeString(_ text: String) throws(ObjectError) -> ObjectPointer {
    if let ascii = asciiBytes(of: text) {
      if ascii.count <= 1 {
        guard let byte = ascii.first else { return emptyString }
        return ObjectPointer(address: state.characters[word: 8 * Int(byte)])
      }
      return try makeNewString(text)
    }
    return try makeString(codePoints: text.unicodeScalars.map(\.value))
  }

  /// Makes a string of ASCII characters that is no other's, one of a single character too.
  func makeNewString(_ ascii: String) throws(ObjectError) -> ObjectPointer {
    let string = try makeStringStorage(length: ascii.utf8.count, largest: 0x7F)
    var place = StringOffset.asciiData
    for byte in ascii.utf8 {
      string[byte: place] = byte
      place &+= 1
    }
    return string
  }

  private func asciiBytes(of text: String) -> String.UTF8View? {
    text.utf8.allSatisfy { $0 < 0x80 } ? text.utf8 : nil
  }

  /// Takes memory for a string.
  func makeStringStorage(length: Int, largest: UInt32) throws(ObjectError) -> ObjectPointer {
    let width = largest < 0x100 ? 1 : largest < 0x10000 ? 2 : 4
    let isASCII = largest < 0x80
    let size = (isASCII ? StringOffset.asciiData : StringOffset.data) + (length + 1) * width
    let string = try allocatePlain(type(.string), size: size)
    initializeString(string, length: length, state: StringState.make(width: width, isASCII: isASCII))
    return string
  }

  /// Sets the words of a string but for its characters.
  func initializeString(_ string: ObjectPointer, length: Int, state word: UInt32) {
    string[integer: StringOffset.length] = length
    string[integer: StringOffset.hash] = -1
    string[word: StringOffset.state] = 0
    let state = StringState(string)
    state.word = word
    if !state.isASCII {
      string[word: StringOffset.encodedLength] = 0
      string[word: StringOffset.encoded] = 0
    }
    string.zero(from: state.dataOffset + length * state.width, count: state.width)
  }

  /// Sets the characters of a string's storage, which is as wide as they need.
  func fill(_ string: ObjectPointer, with codePoints: some Collection<UInt32>) -> ObjectPointer {
    let state = StringState(string)
    var place = state.dataOffset
    for point in codePoints {
      switch state.width {
      case 1: string[byte: place] = UInt8(truncatingIfNeeded: point)
      case 2: string[uint16: place] = UInt16(truncatingIfNeeded: point)
      default: string[uint32: place] = point
      }
      place += state.width
    }
    return string
  }

  /// Whether two strings have the same characters.
  @inline(__always)
  package func stringsAreEqual(_ left: ObjectPointer, _ right: ObjectPointer) -> Bool {
    if left == right { return true }
    let length = left.stringLength
    let state = StringState(left)
    let other = StringState(right)
    guard state.isCompact, other.isCompact else { return left.codePoints == right.codePoints }
    guard right.stringLength == length, state.width == other.width, state.isASCII == other.isASCII else {
      return false
    }
    return bytesAreEqual(left, right, from: state.dataOffset, count: length &* state.width)
  }

  /// Whether bytes at the same offset of two objects are the same.
  func bytesAreEqual(_ left: ObjectPointer, _ right: ObjectPointer, from start: Int, count: Int) -> Bool {
    var offset = start
    let end = start + count
    while offset + 8 <= end {
      if left.load(unaligned: offset) != right.load(unaligned: offset) { return false }
      offset += 8
    }
    while offset < end {
      if left[byte: offset] != right[byte: offset] { return false }
      offset += 1
    }
    return true
  }

  /// The hash of a string, computed once.
  @inline(__always)
  func knownHash(_ key: ObjectPointer) -> Int {
    let hash = key[integer: StringOffset.hash]
    return hash != -1 ? hash : computeStringHash(key)
  }

  @inline(never)
  private func computeStringHash(_ string: ObjectPointer) -> Int {
    let state = StringState(string)
    let key = hashKey
    let count = string.stringLength * state.width
    let hash =
      if state.isCompact {
        string.withBytes(at: state.dataOffset, count: count) { SipHash.hash($0, key: key) }
      } else {
        string[block: StringOffset.data]?.withBytes(at: 0, count: count) { SipHash.hash($0, key: key) } ?? 0
      }
    string[integer: StringOffset.hash] = hash
    return hash
  }

  /// The bytes of a string's UTF-8 form, where they were made and are a block of their own.
  func detachedEncoding(of string: ObjectPointer) -> Block? {
    let state = StringState(string)
    return state.isASCII ? nil : string[block: StringOffset.encoded]
  }

  /// Makes bytes.
  ///
  /// - Returns: the bytes, owned by the caller.
  package func makeBytes(_ bytes: some Collection<UInt8>) throws(ObjectError) -> ObjectPointer {
    if bytes.isEmpty { return emptyBytes }
    if bytes.count == 1, let first = bytes.first { return byteObject(first) }
    let object = try makeBytesStorage(count: bytes.count)
    var place = BytesOffset.data
    for byte in bytes {
      object[byte: place] = byte
      place += 1
    }
    return object
  }

  /// Takes memory for bytes, which the caller sets.
  func makeBytesStorage(count: Int) throws(ObjectError) -> ObjectPointer {
    let object = try allocatePlain(type(.bytes), size: BytesOffset.data + count + 1)
    object.itemCount = count
    object[integer: BytesOffset.hash] = -1
    object[byte: BytesOffset.data + count] = 0
    return object
  }
}

extension MemoryLocation {
  /// A word at any offset.
  @inline(__always)
  func load(unaligned offset: Int) -> UInt { unsafe raw.loadUnaligned(fromByteOffset: offset, as: UInt.self) }
}
