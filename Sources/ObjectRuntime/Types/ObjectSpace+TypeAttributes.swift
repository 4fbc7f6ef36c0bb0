extension ObjectSpace {
  /// An attribute that every class has from `type`, owned by the caller; `nil` where the name is none of them.
  func typeAttribute(_ name: ObjectPointer, of type: ObjectPointer) throws(ObjectError) -> ObjectPointer? {
    switch name.text {
    case "__name__":
      if let name = type[object: TypeOffset.heapName], isHeap(type) { return name.retained() }
      return try makeName(typeName(type))
    case "__qualname__":
      if isHeap(type), let name = type[object: TypeOffset.qualifiedName] { return name.retained() }
      return try makeName(typeName(type))
    case "__module__":
      if isHeap(type), let dict = type[object: TypeOffset.dict] {
        if let module = value(ofString: names.module, in: dict) { return module.retained() }
      }
      return try makeName(moduleName(ofType: type))
    case "__mro__": return type[object: TypeOffset.methodResolutionOrder]?.retained()
    case "__bases__": return type[object: TypeOffset.bases]?.retained()
    case "__base__": return type[object: TypeOffset.base]?.retained() ?? none
    case "__doc__":
      guard let dict = type[object: TypeOffset.dict],
        let text = value(ofString: names.documentation, in: dict)
      else { return none }
      return try get(text, from: nil, class: type)
    case "__basicsize__": return try makeInteger(type[integer: TypeOffset.basicSize])
    case "__itemsize__": return try makeInteger(type[integer: TypeOffset.itemSize])
    case "__flags__": return try makeInteger(Int(bitPattern: shownFlags(of: type)))
    case "__dictoffset__": return try makeInteger(type[integer: TypeOffset.dictOffset])
    case "__weakrefoffset__": return try makeInteger(type[integer: TypeOffset.weakListOffset])
    case "__dict__":
      guard isHeap(type) else {
        let dict = try ownAttributes(ofBuiltin: type)
        defer { release(dict) }
        return try makeRecord(.mappingProxy, size: 24, [dict])
      }
      guard let dict = type[object: TypeOffset.dict] else { return nil }
      return try makeRecord(.mappingProxy, size: 24, [dict])
    default: return nil
    }
  }

  /// The flags of a type as CPython has them: some of its built-in types are on its heap.
  private func shownFlags(of type: ObjectPointer) -> UInt {
    let countsType =
      !isHeap(type) && type.instancePlan.traits.contains(.countsType) || type == self.type(.cacheEntry)
    return type.typeFlags | (countsType ? TypeFlag.isHeapType : 0)
  }

  /// Whether a name may be one of `type`'s own attributes, which come before those of a class's dict.
  @inline(__always)
  func mayBeTypeAttribute(_ name: ObjectPointer) -> Bool {
    name.stringLength > 6 && name.character(at: 0) == 0x5F && name.character(at: 1) == 0x5F
  }

  /// Sets or deletes one of the attributes that every class has from `type`.
  ///
  /// - Returns: whether the name is one of them.
  /// - Throws: ``ObjectError`` of kind `typeError` for a value that does not fit, `attributeError` for an attribute that
  ///   only tells.
  func setTypeAttribute(
    _ name: ObjectPointer, of type: ObjectPointer, to value: ObjectPointer?
  ) throws(ObjectError) -> Bool {
    let text = name.text
    switch text {
    case "__name__", "__qualname__":
      guard let value = try valueToSet(text, of: type, value), isSubtype(value.type, self.type(.string))
      else {
        throw ObjectError(
          .typeError,
          "can only assign string to \(typeName(type)).\(text), not '\(nameInErrors(value?.type ?? none.type))'"
        )
      }
      if text == "__name__", value.codePoints.contains(0) {
        throw ObjectError(.valueError, "type name must not contain null characters")
      }
      replaceWord(text == "__name__" ? TypeOffset.heapName : TypeOffset.qualifiedName, of: type, with: value)
    case "__bases__":
      guard let value = try valueToSet(text, of: type, value) else { return true }
      try setBases(of: type, to: value)
    case "__module__":
      guard let value = try valueToSet(text, of: type, value), let dict = type[object: TypeOffset.dict] else {
        return true
      }
      try setValue(value, for: name, in: dict)
    case "__mro__", "__dict__":
      throw ObjectError(.attributeError, "attribute '\(text)' of 'type' objects is not writable")
    case "__basicsize__", "__itemsize__", "__flags__", "__dictoffset__", "__weakrefoffset__", "__base__":
      throw ObjectError(.attributeError, "readonly attribute")
    default: return false
    }
    typeEpoch &+= 1
    return true
  }

  private func valueToSet(
    _ name: String, of type: ObjectPointer, _ value: ObjectPointer?
  ) throws(ObjectError) -> ObjectPointer? {
    guard let value else {
      throw ObjectError(
        .typeError, "cannot delete '\(name)' attribute of immutable type '\(nameInErrors(type))'")
    }
    return value
  }

  private func replaceWord(_ offset: Int, of object: ObjectPointer, with value: ObjectPointer) {
    let old = object[object: offset]
    object[object: offset] = value.retained()
    if let old { release(old) }
  }

  /// Gives a class other bases: it and all derived from it are put in order again.
  private func setBases(of type: ObjectPointer, to tuple: ObjectPointer) throws(ObjectError) {
    guard tuple.plan.body == .tuple else {
      throw ObjectError(
        .typeError, "can only assign tuple to \(typeName(type)).__bases__, not \(nameInErrors(tuple.type))")
    }
    let bases = items(of: tuple)
    guard !bases.isEmpty else {
      throw ObjectError(.typeError, "can only assign non-empty tuple to \(typeName(type)).__bases__, not ()")
    }
    for base in bases {
      guard base.plan.body == .type else {
        throw ObjectError(
          .typeError,
          "\(typeName(type)).__bases__ must be tuple of classes, not '\(nameInErrors(base.type))'")
      }
      guard !isSubtype(base, type) else {
        throw ObjectError(.typeError, "a __bases__ item causes an inheritance cycle")
      }
    }
    let best = try bestBase(bases)
    guard let old = type[object: TypeOffset.base] else { return }
    try checkExchange(of: old, for: best)
    // All orders are there before anything is changed: one that cannot be leaves everything as it was.
    var orders = [(type: type, order: [type] + (try linearize(bases)))]
    for other in classes(derivedFrom: type) {
      let bases = other[object: TypeOffset.bases].map { items(of: $0) } ?? []
      orders.append((other, [other] + (try linearize(bases, known: orders))))
    }
    var tuples: [ObjectPointer] = []
    defer { for tuple in tuples { release(tuple) } }
    for (_, order) in orders { tuples.append(try makeTuple(order)) }

    removeFromBases(type)
    // A base that goes with the last reference must not be found any more by what it lets go.
    var replaced: [ObjectPointer] = []
    func exchange(_ offset: Int, of object: ObjectPointer, for value: ObjectPointer) {
      if let old = object[object: offset] { replaced.append(old) }
      object[object: offset] = value.retained()
    }
    exchange(TypeOffset.bases, of: type, for: tuple)
    exchange(TypeOffset.base, of: type, for: best)
    for (index, entry) in orders.enumerated() {
      exchange(TypeOffset.methodResolutionOrder, of: entry.type, for: tuples[index])
    }
    typeEpoch &+= 1
    defer { for old in replaced { release(old) } }
    try addToBases(type)
    refreshFinalizers(from: type)
  }

  /// The classes derived from a class, each after its bases.
  ///
  /// - Complexity: O(*n* + *m*) in the classes and their bases.
  func classes(derivedFrom type: ObjectPointer) -> [ObjectPointer] {
    // How many of a class's bases among them do not stand before it yet.
    var missing: [ObjectPointer: Int] = [:]
    var pending = [type]
    while let next = pending.popLast() {
      for derived in subclasses(of: next) {
        if missing[derived] == nil { pending.append(derived) }
        missing[derived, default: 0] += 1
      }
    }
    var order = [type]
    var position = 0
    while position < order.count {
      for derived in subclasses(of: order[position]) {
        missing[derived, default: 0] -= 1
        if missing[derived] == 0 { order.append(derived) }
      }
      position += 1
    }
    return Array(order.dropFirst())
  }

  /// Refuses another base whose instances lie otherwise in memory.
  private func checkExchange(of old: ObjectPointer, for new: ObjectPointer) throws(ObjectError) {
    guard isHeap(old) == isHeap(new) else {
      throw ObjectError(
        .typeError,
        "__bases__ assignment: '\(nameInErrors(new))' deallocator differs from '\(nameInErrors(old))'")
    }
    guard hasSameLayout(old, new) else {
      throw ObjectError(
        .typeError,
        "__bases__ assignment: '\(nameInErrors(new))' object layout differs from '\(nameInErrors(old))'")
    }
  }
}
