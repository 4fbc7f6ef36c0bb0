extension ObjectSpace {
  /// The bytes that the values of a class's next instance take behind it.
  @inline(__always)
  func inlineValuesSize(of type: ObjectPointer) -> Int {
    let table = KeyTable(Block(address: type[word: TypeOffset.cachedKeys]))
    return ValuesOffset.size(capacity: table.sharedCapacity)
  }

  /// Empties the values behind a new instance; each instance leaves its class's keys room for one name less.
  @inline(__always)
  func initializeInlineValues(of object: ObjectPointer, type: ObjectPointer) {
    let table = KeyTable(Block(address: type[word: TypeOffset.cachedKeys]))
    if table.usable > 1 { table.usable &-= 1 }
    let capacity = table.sharedCapacity
    let values = object.advanced(by: type.instancePlan.basicSize)
    values[word: 0] = UInt(capacity) | 1 << 16 | 1 << 24
    values.zero(from: ValuesOffset.values, count: 8 &* capacity)
  }

  /// The values behind an instance, where they are what its attributes are.
  @inline(__always)
  func validInlineValues(of object: ObjectPointer, _ plan: TypePlan) -> Block? {
    guard plan.traits.contains(.hasInlineValues) else { return nil }
    let values = object.advanced(by: plan.basicSize)
    return values[byte: ValuesOffset.isValid] != 0 ? values : nil
  }

  /// Sets an attribute in the values behind an instance, or in a dict where they have no room.
  ///
  /// - Parameter value: the value; `nil` deletes it.
  /// - Returns: whether there was something to delete.
  func setInlineValue(
    _ value: ObjectPointer?, for name: ObjectPointer, of object: ObjectPointer, values: Block
  ) throws(ObjectError) -> Bool {
    let table = KeyTable(Block(address: object.type[word: TypeOffset.cachedKeys]))
    let dict = object[object: ObjectOffset.managedDict]
    let index = name.type == type(.string) ? insertShared(table, key: name, hash: knownHash(name)) : nil
    guard let index else {
      guard let value else {
        guard let dict else { return false }
        return try removeValue(of: name, from: dict)
      }
      if let dict {
        try setValue(value, for: name, in: dict)
      } else {
        let made = try materializeDict(of: object)
        try setValue(value, for: name, in: made)
      }
      return true
    }
    let place = ValuesOffset.values &+ 8 &* index
    let old = values[object: place]
    if let value { value.retain() }
    values[object: place] = value
    if let old {
      if value == nil {
        ValuesOffset.remove(index, from: values)
        if let dict { dict[integer: DictOffset.used] -= 1 }
      }
      if let dict { noteChange(of: dict) }
      release(old)
      return true
    }
    guard value != nil else { return false }
    ValuesOffset.append(index, to: values)
    if let dict {
      dict[integer: DictOffset.used] += 1
      noteChange(of: dict)
    }
    return true
  }

  /// The attribute dict of an instance whose class manages it, made where there is none yet.
  ///
  /// A dict made of values behind the instance shares them until either is given other attributes than fit.
  ///
  /// - Returns: the dict, borrowed from the instance.
  func materializeDict(of object: ObjectPointer) throws(ObjectError) -> ObjectPointer {
    if let dict = object[object: ObjectOffset.managedDict] { return dict }
    let type = object.type
    let plan = type.instancePlan
    let dict: ObjectPointer
    let keys = KeyTable(Block(address: type[word: TypeOffset.cachedKeys]))
    if let values = validInlineValues(of: object, plan) {
      keys.referenceCount += 1
      var used = 0
      var isTracked = false
      for index in 0..<Int(values[byte: ValuesOffset.capacity]) {
        guard let value = values[object: ValuesOffset.values + 8 * index] else { continue }
        used += 1
        if mayBeTracked(value) { isTracked = true }
      }
      dict = try makeDict(keys: keys.block, values: values, used: used)
      if isTracked { track(dict) }
    } else if plan.traits.contains(.hasInlineValues) {
      // The values were given up for a dict of their own, which is gone.
      dict = try makeDict()
    } else {
      let values = try makeValues(capacity: keys.sharedCapacity)
      keys.referenceCount += 1
      dict = try makeDict(keys: keys.block, values: values, used: 0)
    }
    object[object: ObjectOffset.managedDict] = dict
    return dict
  }

  /// Before the dict of a dying instance goes: it gets values of its own where others still hold it, and is emptied
  /// where nobody does.
  func separateDict(_ dict: ObjectPointer, from object: ObjectPointer) {
    let values = object.advanced(by: object.plan.basicSize)
    guard dict[word: DictOffset.values] == values.address else { return }
    let isShared = dict.referenceCount > 1
    if isShared, let copy = try? copyValues(values) {
      dict[block: DictOffset.values] = copy
      values[byte: ValuesOffset.isValid] = 0
      return
    }
    // The instance lets the values go itself.
    let keys = Block(address: dict[word: DictOffset.keys])
    dict[word: DictOffset.values] = 0
    dict[word: DictOffset.keys] = emptyKeysAddress
    dict[integer: DictOffset.used] = 0
    releaseKeyTable(keys)
  }
}
