extension ObjectSpace {
  /// Makes what exists once from the start: small integers, characters, the empty string, bytes and tuple, and the
  /// runtime's own names.
  ///
  /// All of it is immortal and lies outside the arenas, as CPython's static objects do.
  func makeCaches() {
    for value in SmallInteger.least...SmallInteger.largest {
      let object = smallInteger(value)
      makeImmortal(object, type(.int))
      object[word: IntegerOffset.tag] = value == 0 ? 1 : 1 << 3 | (value < 0 ? 2 : 0)
      object[uint32: IntegerOffset.digits] = UInt32(value.magnitude)
    }
    for code in 0..<256 {
      let isASCII = code < 0x80
      let block = state.staticMemory.allocate((isASCII ? StringOffset.asciiData : StringOffset.data) + 2)
      let string = ObjectPointer(address: block.address)
      makeImmortal(string, type(.string))
      initializeString(
        string, length: 1, state: StringState.make(width: 1, isASCII: isASCII, isStatic: true))
      string[byte: StringState(string).dataOffset] = UInt8(code)
      if !isASCII {
        // Their UTF-8 form is there from the start.
        let encoded = state.staticMemory.allocate(3)
        encoded[byte: 0] = 0xC0 | UInt8(code >> 6)
        encoded[byte: 1] = 0x80 | UInt8(code & 0x3F)
        string[integer: StringOffset.encodedLength] = 2
        string[block: StringOffset.encoded] = encoded
      }
      state.characters[object: 8 * code] = string
      internStatically(string)
    }
    internStatically(emptyString)
    names = WellKnownNames(words: WellKnownNames.texts.map { makeStaticString($0) })
    state.specialNames = SpecialNames { makeStaticString($0) }
  }

  /// Sets the header of a static object.
  func makeImmortal(_ object: ObjectPointer, _ type: ObjectPointer) {
    object.immortalize()
    object[word: ObjectOffset.type] = type.address
  }

  /// Makes an interned ASCII string outside the arenas.
  func makeStaticString(_ text: String) -> ObjectPointer {
    let bytes = Array(text.utf8)
    let block = state.staticMemory.allocate(StringOffset.asciiData + bytes.count + 1)
    let string = ObjectPointer(address: block.address)
    makeImmortal(string, type(.string))
    initializeString(
      string, length: bytes.count, state: StringState.make(width: 1, isASCII: true, isStatic: true))
    for (index, byte) in bytes.enumerated() { string[byte: StringOffset.asciiData + index] = byte }
    let hash = knownHash(string)
    if let known = interned.find(string, hash: hash, equal: stringsAreEqual) { return known }
    internStatically(string)
    return string
  }

  private func internStatically(_ string: ObjectPointer) {
    _ = knownHash(string)
    StringState(string).setInterned(StringState.staticInterned)
    interned.insert(string)
  }

  /// Replaces an owned string by the interned one of its characters, as `sys.intern`.
  ///
  /// - Parameter string: an exact string; its reference is taken over.
  /// - Returns: the interned string, owned by the caller.
  package func intern(_ string: ObjectPointer) -> ObjectPointer {
    let state = StringState(string)
    guard !state.isInterned else { return string }
    let hash = knownHash(string)
    if let known = interned.find(string, hash: hash, equal: stringsAreEqual) {
      known.retain()
      release(string)
      return known
    }
    state.setInterned(StringState.mortalInterned)
    interned.insert(string)
    if self.state.runsProgram, StartNames.contains(string) { immortalize(name: string) }
    return string
  }

  /// The interned string of a string's characters, as `sys.intern`.
  ///
  /// - Returns: the interned string, owned by the caller.
  /// - Throws: ``ObjectError`` of kind `typeError` for what is no exact string.
  package func internString(_ object: ObjectPointer) throws(ObjectError) -> ObjectPointer {
    guard isSubtype(object.type, type(.string)) else {
      throw ObjectError(.typeError, "intern() argument must be str, not \(nameInErrors(object.type))")
    }
    guard object.type == type(.string) else {
      throw ObjectError(.typeError, "can't intern \(nameInErrors(object.type))")
    }
    return intern(object.retained())
  }

  /// Makes an interned string, or finds it.
  ///
  /// - Returns: the string, owned by the caller.
  package func makeName(_ text: String) throws(ObjectError) -> ObjectPointer {
    let key = NameCache.Key(text.utf8)
    if let key, let known = state.nameCache.find(key) { return known.retained() }
    let name: ObjectPointer
    if let known = state.interned.find(ascii: text.utf8.span, key: hashKey) {
      name = known.retained()
    } else {
      name = try intern(makeString(text))
    }
    if let key { state.nameCache.note(key, name) }
    return name
  }

  /// Makes an interned string that never goes, or finds it: a name of a program's code.
  ///
  /// - Returns: the string.
  package func makeImmortalName(_ text: String) throws(ObjectError) -> ObjectPointer {
    let name = try makeName(text)
    immortalize(name: name)
    return name
  }

  private func immortalize(name: ObjectPointer) {
    guard !name.isImmortal else { return }
    StringState(name).setInterned(StringState.immortalInterned)
    name.immortalize()
  }

  /// Makes the names immortal that are so from the start of an interpreter, those that are there and those to come.
  func beginStartNames() {
    state.runsProgram = true
    for name in interned.strings where StartNames.contains(name) { immortalize(name: name) }
  }

  /// Whether a compiler interns a constant: all its characters are ASCII letters, digits and underscores.
  package func isNameLike(_ string: ObjectPointer) -> Bool {
    guard StringState(string).isASCII else { return false }
    return (0..<string.stringLength).allSatisfy { index in
      switch string[byte: StringOffset.asciiData + index] {
      case 0x30...0x39, 0x41...0x5A, 0x5F, 0x61...0x7A: true
      default: false
      }
    }
  }

  /// The bytes object of one byte, which exists once.
  func byteObject(_ byte: UInt8) -> ObjectPointer { ObjectPointer(address: byteObjects[word: 8 * Int(byte)]) }
}
