/// The objects of which there is one, outside the arenas.
struct Singletons {
  let none: ObjectPointer
  let notImplemented: ObjectPointer
  let ellipsis: ObjectPointer
  let trueObject: ObjectPointer
  let falseObject: ObjectPointer
  let emptyString: ObjectPointer
  let emptyBytes: ObjectPointer
  let emptyTuple: ObjectPointer
  /// The key table of every empty dict.
  let emptyKeys: Block
  /// The bytes objects of one byte, a word each.
  let byteObjects: Block

  /// Takes the memory; the types and contents come later.
  init(memory: inout StaticMemory) {
    func object(_ size: Int) -> ObjectPointer { ObjectPointer(address: memory.allocate(size).address) }
    none = object(16)
    notImplemented = object(16)
    ellipsis = object(16)
    trueObject = object(32)
    falseObject = object(32)
    emptyString = object(48)
    emptyBytes = object(48)
    emptyTuple = ObjectPointer(address: memory.allocate(48).address + 16)
    emptyKeys = memory.allocate(KeyTable.size(log2Size: 0, isUnicode: true) + 8)
    byteObjects = memory.allocate(8 * 256)
    for byte in 0..<256 { byteObjects[object: 8 * byte] = object(BytesOffset.data + 2) }
  }
}

extension ObjectSpace {
  /// `None`.
  @inline(__always)
  package var none: ObjectPointer { state.singletons.none }
  /// `NotImplemented`.
  package var notImplemented: ObjectPointer { state.singletons.notImplemented }
  /// `Ellipsis`.
  package var ellipsis: ObjectPointer { state.singletons.ellipsis }
  /// `True`.
  package var trueObject: ObjectPointer { state.singletons.trueObject }
  /// `False`.
  package var falseObject: ObjectPointer { state.singletons.falseObject }
  /// `""`.
  package var emptyString: ObjectPointer { state.singletons.emptyString }
  /// `b""`.
  package var emptyBytes: ObjectPointer { state.singletons.emptyBytes }
  /// `()`.
  package var emptyTuple: ObjectPointer { state.singletons.emptyTuple }
  var byteObjects: Block { state.singletons.byteObjects }

  @inline(__always)
  var emptyKeysAddress: UInt { state.singletons.emptyKeys.address }

  /// Gives the singletons their types and contents.
  func fillSingletons() {
    makeImmortal(none, type(.none))
    makeImmortal(notImplemented, type(.notImplemented))
    makeImmortal(ellipsis, type(.ellipsis))
    for (object, value) in [(falseObject, UInt32(0)), (trueObject, 1)] {
      makeImmortal(object, type(.bool))
      object[word: IntegerOffset.tag] = value == 0 ? 1 : 1 << 3
      object[uint32: IntegerOffset.digits] = value
    }
    makeImmortal(emptyString, type(.string))
    initializeString(
      emptyString, length: 0, state: StringState.make(width: 1, isASCII: true, isStatic: true))
    makeImmortal(emptyTuple, type(.tuple))
    makeImmortal(emptyBytes, type(.bytes))
    emptyBytes[integer: BytesOffset.hash] = -1
    for byte in 0..<256 {
      let object = byteObject(UInt8(byte))
      makeImmortal(object, type(.bytes))
      object.itemCount = 1
      object[integer: BytesOffset.hash] = -1
      object[byte: BytesOffset.data] = UInt8(byte)
    }
    let keys = KeyTable(state.singletons.emptyKeys)
    keys.block[integer: KeyTable.headerSize] = -1
    keys.kind = .unicode
    keys.referenceCount = Int(ObjectPointer.immortalCount)
    keys.block[byte: 9] = 3
  }
}
