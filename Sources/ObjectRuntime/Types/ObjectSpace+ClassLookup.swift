extension ObjectSpace {
  /// Counts up whenever a class or its dict changes.
  var typeEpoch: UInt {
    get { state.typeEpoch }
    set { state.typeEpoch = newValue }
  }

  /// Finds a name in a class and its bases, borrowed.
  ///
  /// - Parameters:
  ///   - name: an interned string.
  ///   - type: the class.
  /// - Complexity: O(1) where it was asked before, else O(*n*) in the length of the method resolution order.
  @inline(__always)
  package func lookUpInClasses(_ name: ObjectPointer, of type: ObjectPointer) -> ObjectPointer? {
    if let known = state.typeCache.find(type, name, epoch: state.typeEpoch) { return known }
    return searchClasses(name, of: type)
  }

  @inline(never)
  private func searchClasses(_ name: ObjectPointer, of type: ObjectPointer) -> ObjectPointer? {
    var found: ObjectPointer?
    if let order = type[object: TypeOffset.methodResolutionOrder] {
      for index in 0..<order.itemCount {
        guard let dict = order[object: TupleOffset.items + 8 * index]?[object: TypeOffset.dict] else {
          continue
        }
        if let value = value(ofString: name, in: dict) {
          found = value
          break
        }
      }
    } else if let dict = type[object: TypeOffset.dict] {
      // A class that is being made has no order yet.
      found = value(ofString: name, in: dict)
      if found == nil, let base = type[object: TypeOffset.base] { return searchClasses(name, of: base) }
    }
    if StringState(name).isInterned {
      StringState(name).setCachedName()
      state.typeCache.store(type, name, epoch: state.typeEpoch, found)
    }
    return found
  }

  /// Sets or deletes an attribute of a class.
  ///
  /// - Parameter value: the value; `nil` deletes it.
  /// - Throws: ``ObjectError`` of kind `typeError` for a built-in class, `attributeError` where there is nothing to
  ///   delete.
  package func setClassAttribute(
    _ name: ObjectPointer, of type: ObjectPointer, to value: ObjectPointer?
  ) throws(ObjectError) {
    guard type.typeFlags & TypeFlag.isHeapType != 0, let dict = type[object: TypeOffset.dict] else {
      throw ObjectError(
        .typeError, "cannot set '\(name.text)' attribute of immutable type '\(nameInErrors(type))'")
    }
    if mayBeTypeAttribute(name), try setTypeAttribute(name, of: type, to: value) { return }
    if let value {
      try setValue(value, for: name, in: dict)
    } else if try !removeValue(of: name, from: dict) {
      throw ObjectError(.attributeError, "type object '\(typeName(type))' has no attribute '\(name.text)'")
    }
    if name == names.finalizer { refreshFinalizers(from: type) }
  }

  /// Notes for a class and all derived from it whether they have a finalizer.
  func refreshFinalizers(from type: ObjectPointer) {
    updateFinalizer(of: type)
    for other in classes(derivedFrom: type) { updateFinalizer(of: other) }
  }
}
