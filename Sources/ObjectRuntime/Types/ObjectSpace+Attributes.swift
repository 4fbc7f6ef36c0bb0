extension ObjectSpace {
  /// The attribute of an object, as `getattr`.
  ///
  /// - Parameters:
  ///   - name: an interned string.
  ///   - object: the object.
  /// - Returns: the value, owned by the caller.
  /// - Throws: ``ObjectError`` of kind `attributeError`, and what a descriptor or `__getattr__` raises.
  package func attribute(_ name: ObjectPointer, of object: ObjectPointer) throws(ObjectError) -> ObjectPointer
  {
    let type = object.type
    guard isHeap(type) else {
      if let value = try findOwnAttribute(name, of: object) { return value }
      throw noAttribute(name, of: object)
    }
    if let hook = lookUpInClasses(state.specialNames[.attribute], of: type) {
      do throws(ObjectError) {
        return try callMethod(hook, on: object, [name])
      } catch {
        guard error.kind == .attributeError, let fallback = lookUpInClasses(names.getAttribute, of: type)
        else {
          throw error
        }
        return try callMethod(fallback, on: object, [name])
      }
    }
    guard let fallback = lookUpInClasses(names.getAttribute, of: type) else {
      if let value = try findOwnAttribute(name, of: object) { return value }
      throw noAttribute(name, of: object)
    }
    fallback.retain()
    defer { release(fallback) }
    do throws(ObjectError) {
      if let value = try findOwnAttribute(name, of: object) { return value }
    } catch {
      guard error.kind == .attributeError else { throw error }
    }
    return try callMethod(fallback, on: object, [name])
  }

  /// The error of an attribute that is not there.
  func noAttribute(_ name: ObjectPointer, of object: ObjectPointer) -> ObjectError {
    if object.plan.body == .type {
      return ObjectError(.attributeError, "type object '\(typeName(object))' has no attribute '\(name.text)'")
    }
    if object.type == type(.module), let text = moduleName(object) {
      return ObjectError(.attributeError, "module '\(text)' has no attribute '\(name.text)'")
    }
    return ObjectError(
      .attributeError, "'\(nameInErrors(object.type))' object has no attribute '\(name.text)'")
  }

  /// The attribute of an object, `nil` where there is none; owned by the caller.
  package func findAttribute(
    _ name: ObjectPointer, of object: ObjectPointer
  ) throws(ObjectError) -> ObjectPointer? {
    guard let hook = specialMethod(state.specialNames[.attribute], of: object) else {
      return try findOwnAttribute(name, of: object)
    }
    do throws(ObjectError) {
      return try callMethod(hook, on: object, [name])
    } catch {
      guard error.kind == .attributeError else { throw error }
      return nil
    }
  }

  /// The attribute of an object, whatever a program's class has as `__getattribute__`; `nil` where there is none, owned
  /// by the caller.
  func findOwnAttribute(
    _ name: ObjectPointer, of object: ObjectPointer
  ) throws(ObjectError) -> ObjectPointer? {
    let target = object.plan.body == .weakReference ? try proxyTarget(object) ?? object : object
    if target != object {
      target.retain()
      defer { release(target) }
      return try findAttribute(name, of: target)
    }
    let type = object.type
    let inClass = lookUpInClasses(name, of: type)
    if let inClass, isDataDescriptor(inClass) { return try get(inClass, from: object, class: type) }
    if object.plan.body == .type {
      if mayBeTypeAttribute(name), let own = try typeAttribute(name, of: object) { return own }
      if let found = lookUpInClasses(name, of: object) { return try get(found, from: nil, class: object) }
      if name == names.hash, isUnhashable(object) { return none }
      if name != names.class, let place = descriptorPlace(name, of: object) {
        return try bind(descriptorAt: place, to: nil, class: object)
      }
      if name != names.class, let descriptor = attributeDescriptor(name.text, of: object),
        isSubtype(type, self.type(.type)), try builtinAttribute(name, of: object) == nil
      {
        return descriptor
      }
    } else if name != names.class, let value = try instanceAttribute(name, of: object) {
      return value.retained()
    }
    if let inClass { return try get(inClass, from: object, class: type) }
    return try builtinAttribute(name, of: object)
  }

  /// An attribute of the instance itself, borrowed.
  @inline(__always)
  func instanceAttribute(_ name: ObjectPointer, of object: ObjectPointer) throws(ObjectError)
    -> ObjectPointer?
  {
    let plan = object.plan
    if let values = validInlineValues(of: object, plan), name.type == type(.string) {
      let table = KeyTable(Block(address: object.type[word: TypeOffset.cachedKeys]))
      guard let index = lookUpString(name, hash: knownHash(name), in: table) else { return nil }
      return values[object: ValuesOffset.values &+ 8 &* index]
    }
    guard let dict = attributeDict(of: object, plan) else { return nil }
    return try value(of: name, in: dict)
  }

  /// The attribute dict of an object, borrowed, where it has one.
  @inline(__always)
  func attributeDict(of object: ObjectPointer, _ plan: TypePlan) -> ObjectPointer? {
    if plan.traits.contains(.hasManagedDict) { return object[object: ObjectOffset.managedDict] }
    return plan.dictOffset > 0 ? object[object: plan.dictOffset] : nil
  }

  /// The attribute dict of an object, made where it has none yet, borrowed; `nil` where it cannot have one.
  package func ensureAttributeDict(of object: ObjectPointer) throws(ObjectError) -> ObjectPointer? {
    let plan = object.plan
    if plan.traits.contains(.hasManagedDict) { return try materializeDict(of: object) }
    guard plan.dictOffset > 0 else { return nil }
    if let dict = object[object: plan.dictOffset] { return dict }
    let dict = try makeDict()
    object[object: plan.dictOffset] = dict
    return dict
  }

  /// Sets or deletes an attribute, as `setattr` and `delattr`.
  ///
  /// - Parameters:
  ///   - name: an interned string.
  ///   - object: the object.
  ///   - value: the value, which the object counts; `nil` deletes the attribute.
  /// - Throws: ``ObjectError`` of kind `attributeError` where it cannot be set or is not there to be deleted, `typeError`
  ///   for a built-in class, and what a descriptor raises.
  package func setAttribute(
    _ name: ObjectPointer, of object: ObjectPointer, to value: ObjectPointer?
  ) throws(ObjectError) {
    let special = state.specialNames
    if let hook = specialMethod(special[value == nil ? .deleteAttribute : .setAttribute], of: object) {
      return release(try callMethod(hook, on: object, value.map { [name, $0] } ?? [name]))
    }
    try setOwnAttribute(name, of: object, to: value)
  }

  /// Sets or deletes an attribute, whatever a program's class has as `__setattr__` and `__delattr__`.
  func setOwnAttribute(
    _ name: ObjectPointer, of object: ObjectPointer, to value: ObjectPointer?
  ) throws(ObjectError) {
    if object.plan.body == .type { return try setClassAttribute(name, of: object, to: value) }
    if object.plan.body == .weakReference, let target = try proxyTarget(object) {
      target.retain()
      defer { release(target) }
      return try setAttribute(name, of: target, to: value)
    }
    let type = object.type
    let inClass = lookUpInClasses(name, of: type)
    if let inClass, isDataDescriptor(inClass) { return try set(inClass, of: object, to: value, name: name) }
    let plan = type.instancePlan
    if name == names.class {
      guard let value else { throw ObjectError(.typeError, "can't delete __class__ attribute") }
      return try setClass(of: object, to: value)
    }
    if let values = validInlineValues(of: object, plan) {
      if try setInlineValue(value, for: name, of: object, values: values) { return }
      throw noAttribute(name, of: object)
    }
    if try setBuiltinAttribute(name, of: object, to: value) { return }
    guard let dict = try ensureAttributeDict(of: object) else {
      if inClass != nil {
        throw ObjectError(
          .attributeError, "'\(nameInErrors(type))' object attribute '\(name.text)' is read-only")
      }
      throw ObjectError(
        .attributeError,
        "'\(nameInErrors(type))' object has no attribute '\(name.text)' and no __dict__ for setting new attributes"
      )
    }
    if let value {
      try setValue(value, for: name, in: dict)
    } else if try !removeValue(of: name, from: dict) {
      throw ObjectError(
        .attributeError, "'\(nameInErrors(type))' object has no attribute '\(name.text)'")
    }
  }
}
