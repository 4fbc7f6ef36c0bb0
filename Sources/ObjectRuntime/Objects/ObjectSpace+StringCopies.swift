extension ObjectPointer {
  /// Of a string: where its characters lie.
  @inline(__always)
  var characterData: Block {
    let state = StringState(self)
    if state.isCompact { return advanced(by: state.dataOffset) }
    return Block(address: self[word: StringOffset.data])
  }

  /// Of a string: a code point that none of its characters is above, which its storage tells.
  @inline(__always)
  var largestCodePoint: UInt32 {
    let state = StringState(self)
    if state.isASCII { return 0x7F }
    return state.width == 1 ? 0xFF : state.width == 2 ? 0xFFFF : 0x10FFFF
  }
}

extension ObjectSpace {
  /// Copies characters of a string into another one's storage, which is as wide or wider.
  @inline(__always)
  func copyCharacters(_ range: Range<Int>, of source: ObjectPointer, to target: ObjectPointer, at place: Int)
  {
    let (width, wide) = (StringState(source).width, StringState(target).width)
    let (from, to) = (source.characterData, target.characterData)
    guard width != wide else {
      return to.copy(range.count &* width, bytesFrom: from, at: range.lowerBound &* width, to: place &* width)
    }
    widenCharacters(range, of: from, width, to: to, wide, at: place)
  }

  @inline(never)
  private func widenCharacters(
    _ range: Range<Int>, of from: Block, _ width: Int, to target: Block, _ wide: Int, at place: Int
  ) {
    var place = place
    for index in range {
      let point = width == 1 ? UInt32(from[byte: index]) : UInt32(from[uint16: 2 &* index])
      if wide == 2 { target[uint16: 2 &* place] = UInt16(point) } else { target[uint32: 4 &* place] = point }
      place &+= 1
    }
  }

  /// Two strings, one after the other; owned by the caller.
  ///
  /// - Throws: ``ObjectError`` of kind `memoryError`.
  /// - Complexity: O(*n*) in the characters of both.
  func concatenateStrings(_ left: ObjectPointer, _ right: ObjectPointer) throws(ObjectError) -> ObjectPointer
  {
    let (length, added) = (left.stringLength, right.stringLength)
    if length == 0, right.type == type(.string) { return right.retained() }
    if added == 0, left.type == type(.string) { return left.retained() }
    if length &+ added < 2 { return try makeString(codePoints: left.codePoints + right.codePoints) }
    let result = try makeStringStorage(
      length: length + added, largest: max(left.largestCodePoint, right.largestCodePoint))
    copyCharacters(0..<length, of: left, to: result, at: 0)
    copyCharacters(0..<added, of: right, to: result, at: length)
    return result
  }

  /// Strings one after the other, as a formatted literal puts its parts together; owned by the caller.
  ///
  /// - Throws: ``ObjectError`` of kind `memoryError`.
  /// - Complexity: O(*n*) in the characters.
  package func concatenateStrings(_ parts: [ObjectPointer]) throws(ObjectError) -> ObjectPointer {
    try joinStrings(parts, separator: emptyString)
  }

  /// Strings with another one between them; owned by the caller.
  ///
  /// The only one that is not empty is given as it is.
  func joinStrings(
    _ parts: [ObjectPointer], separator: ObjectPointer
  ) throws(ObjectError) -> ObjectPointer {
    guard parts.count > 1 else {
      guard let only = parts.first else { return emptyString }
      return only.type == type(.string) ? only.retained() : try substring(of: only, 0..<only.stringLength)
    }
    let between = separator.stringLength
    var (length, largest) = (between &* (parts.count &- 1), between == 0 ? 0 : separator.largestCodePoint)
    for part in parts {
      length += part.stringLength
      largest = max(largest, part.largestCodePoint)
    }
    if length < 2 { return try makeString(codePoints: parts.flatMap(\.codePoints) + separator.codePoints) }
    let result = try makeStringStorage(length: length, largest: largest)
    var place = 0
    for (index, part) in parts.enumerated() {
      if index > 0, between > 0 {
        copyCharacters(0..<between, of: separator, to: result, at: place)
        place += between
      }
      copyCharacters(0..<part.stringLength, of: part, to: result, at: place)
      place += part.stringLength
    }
    return result
  }

  /// Characters of a string in a row; owned by the caller.
  ///
  /// All of an exact string are that one.
  ///
  /// - Complexity: O(*n*) in the characters that are asked for.
  func substring(of string: ObjectPointer, _ range: Range<Int>) throws(ObjectError) -> ObjectPointer {
    if range.count == string.stringLength, string.type == type(.string) { return string.retained() }
    guard range.count > 1 else {
      guard let index = range.first else { return emptyString }
      return try makeCharacter(string.character(at: index))
    }
    var largest = string.largestCodePoint
    if largest > 0x7F {
      largest = 0
      for index in range { largest = max(largest, string.character(at: index)) }
    }
    let result = try makeStringStorage(length: range.count, largest: largest)
    guard StringState(result).width != StringState(string).width else {
      copyCharacters(range, of: string, to: result, at: 0)
      return result
    }
    return fill(result, with: range.lazy.map { string.character(at: $0) })
  }

  /// A string of one character: those of Latin-1 exist once.
  @inline(__always)
  func makeCharacter(_ point: UInt32) throws(ObjectError) -> ObjectPointer {
    if point < 256 { return ObjectPointer(address: state.characters[word: 8 &* Int(point)]) }
    return try fill(makeStringStorage(length: 1, largest: point), with: CollectionOfOne(point))
  }

  /// A string a number of times; owned by the caller.
  func repeatString(_ string: ObjectPointer, _ times: Int) throws(ObjectError) -> ObjectPointer {
    let length = string.stringLength
    if length == 0 || times == 0 { return emptyString }
    if length &* times == 1 { return try makeCharacter(string.character(at: 0)) }
    let result = try makeStringStorage(length: length * times, largest: string.largestCodePoint)
    copyCharacters(0..<length, of: string, to: result, at: 0)
    let width = StringState(result).width
    repeatBytes(result.characterData, count: length * width, total: length * times * width)
    return result
  }

  /// Fills a place with what stands at its beginning, again and again.
  func repeatBytes(_ data: Block, count: Int, total: Int) {
    var filled = count
    while filled < total {
      let added = min(filled, total - filled)
      data.copy(added, bytesFrom: data, at: 0, to: filled)
      filled += added
    }
  }
}
