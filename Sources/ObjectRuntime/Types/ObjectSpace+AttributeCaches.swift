/// What a machine remembers of an attribute at one place of a program: four words (class, epoch of all classes, kind
/// and offsets, value).
@usableFromInline
package enum AttributeCache {
  package static var size: Int { 32 }

  @inlinable package static var type: Int { 0 }
  @inlinable package static var epoch: Int { 8 }
  /// The kind in the low byte, the offset of the byte that says whether values are valid, and that of the value.
  @inlinable package static var kind: Int { 16 }
  @inlinable package static var validOffset: Int { 20 }
  @inlinable package static var offset: Int { 18 }
  @inlinable package static var value: Int { 24 }

  @inlinable package static var none: UInt8 { 0 }
  /// A value behind the instance.
  @inlinable package static var inlineValue: UInt8 { 1 }
  /// A word of `__slots__`.
  @inlinable package static var slot: UInt8 { 2 }
  /// A function of the class.
  @inlinable package static var method: UInt8 { 3 }
  /// Anything else of the class that is no descriptor.
  @inlinable package static var classValue: UInt8 { 4 }
}

extension ObjectSpace {
  /// Remembers where an attribute of an object was found.
  ///
  /// - Parameters:
  ///   - name: the attribute, an interned string.
  ///   - object: the object.
  ///   - cache: what is written.
  ///   - isSetting: whether it was set, not read.
  package func rememberAttribute(
    _ name: ObjectPointer, of object: ObjectPointer, in cache: Block, isSetting: Bool = false
  ) {
    let type = object.type
    let plan = type.instancePlan
    cache[byte: AttributeCache.kind] = AttributeCache.none
    guard type.typeFlags & TypeFlag.isHeapType != 0, plan.body != .type, plan.body != .weakReference,
      lookUpInClasses(state.specialNames[isSetting ? .setAttribute : .attribute], of: type) == nil
    else { return }
    func remember(_ kind: UInt8, offset: Int = 0, valid: Int = 0, value: ObjectPointer? = nil) {
      guard offset < 0x7FFF, valid < 0x7FFF_FFFF else { return }
      cache[word: AttributeCache.type] = type.address
      cache[word: AttributeCache.epoch] = state.typeEpoch
      cache[byte: AttributeCache.kind] = kind
      cache[uint16: AttributeCache.offset] = UInt16(offset)
      cache[uint32: AttributeCache.validOffset] = UInt32(valid)
      cache[object: AttributeCache.value] = value
    }
    let inClass = lookUpInClasses(name, of: type)
    if let inClass, isDataDescriptor(inClass) {
      guard inClass.type == self.type(.memberDescriptor), let owner = inClass[object: 16],
        isSubtype(type, owner)
      else { return }
      return remember(AttributeCache.slot, offset: inClass[integer: 40])
    }
    if validInlineValues(of: object, plan) != nil {
      let table = KeyTable(Block(address: type[word: TypeOffset.cachedKeys]))
      if name.type == self.type(.string), let index = lookUpString(name, hash: knownHash(name), in: table) {
        return remember(
          AttributeCache.inlineValue,
          offset: plan.basicSize + ValuesOffset.values + 8 * index,
          valid: plan.basicSize + ValuesOffset.isValid)
      }
    }
    // What the instance might have itself decides before the class's own.
    guard !isSetting, let inClass, !plan.traits.contains(.hasManagedDict), plan.dictOffset == 0 else {
      return
    }
    if inClass.type == self.type(.function) {
      remember(AttributeCache.method, value: inClass)
    } else if inClass.type.typeFlags & TypeFlag.isHeapType == 0, isPlainValue(inClass) {
      remember(AttributeCache.classValue, value: inClass)
    }
  }

  /// Remembers a method that instances with values behind them have from their class.
  ///
  /// The instance must not have an attribute of that name: its class's keys do not hold it.
  package func rememberMethod(_ name: ObjectPointer, of object: ObjectPointer, in cache: Block) {
    let type = object.type
    let plan = type.instancePlan
    cache[byte: AttributeCache.kind] = AttributeCache.none
    guard plan.body != .type, plan.body != .weakReference,
      let function = (try? unboundMethod(name, of: object)) ?? nil
    else { return }
    var valid = 0
    if plan.traits.contains(.hasManagedDict) {
      guard validInlineValues(of: object, plan) != nil else { return }
      valid = plan.basicSize + ValuesOffset.isValid
    } else if plan.dictOffset != 0 {
      return
    }
    cache[word: AttributeCache.type] = type.address
    cache[word: AttributeCache.epoch] = state.typeEpoch
    cache[byte: AttributeCache.kind] = AttributeCache.method
    cache[uint16: AttributeCache.offset] = 0
    cache[uint32: AttributeCache.validOffset] = UInt32(valid)
    cache[object: AttributeCache.value] = function
  }

  /// Whether the keys that a class's instances share hold a name.
  package func sharedKeysHold(_ name: ObjectPointer, _ type: ObjectPointer) -> Bool {
    guard let keys = type[block: TypeOffset.cachedKeys] else { return false }
    return lookUpString(name, hash: knownHash(name), in: KeyTable(keys)) != nil
  }

  private func isPlainValue(_ object: ObjectPointer) -> Bool {
    switch object.type {
    case type(.int), type(.string), type(.float), type(.bool), type(.none), type(.list), type(.dict),
      type(.tuple), type(.set):
      true
    default: false
    }
  }

  /// Whether calling a class makes an object of fields and calls `__init__`, and what that is.
  ///
  /// - Returns: `nil` where more happens; else the initializer of the class, borrowed, `nil` where it has none.
  package func plainInitializer(of type: ObjectPointer) -> ObjectPointer?? {
    let plan = type.instancePlan
    guard isHeap(type), plan.body == .plain, valueType(of: type) == nil,
      !isSubtype(type, exceptionType(.baseException)), lookUpInClasses(names.new, of: type) == nil
    else { return nil }
    return .some(lookUpInClasses(names.initializer, of: type))
  }

  /// Makes an instance of a class that ``plainInitializer(of:)`` found to be plain.
  package func makePlainInstance(of type: ObjectPointer) throws(ObjectError) -> ObjectPointer {
    try allocateGeneric(type)
  }
}
