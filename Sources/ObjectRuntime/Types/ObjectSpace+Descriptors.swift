extension ObjectSpace {
  /// Whether a class attribute decides before an instance's own.
  @inline(__always)
  func isDataDescriptor(_ object: ObjectPointer) -> Bool {
    let type = object.type
    if type == self.type(.memberDescriptor) || type == self.type(.attributeDescriptor) { return true }
    if isSubtype(type, self.type(.property)) { return true }
    guard type.typeFlags & TypeFlag.isHeapType != 0 else { return false }
    return lookUpInClasses(names.set, of: type) != nil || lookUpInClasses(names.delete, of: type) != nil
  }

  /// What a class attribute gives for an instance or, where there is none, for the class; owned by the caller.
  func get(
    _ descriptor: ObjectPointer, from object: ObjectPointer?, class owner: ObjectPointer
  ) throws(ObjectError) -> ObjectPointer {
    let type = descriptor.type
    if type == self.type(.function) || type == self.type(.cacheWrapper) {
      guard let object else { return descriptor.retained() }
      return try makeMethod(descriptor, receiver: object)
    }
    if type == self.type(.methodDescriptor) || type == self.type(.wrapperDescriptor)
      || type == self.type(.classMethodDescriptor)
    {
      let place = descriptor[integer: MethodDescriptorOffset.place]
      if let object { try check(descriptor, at: place, appliesTo: object) }
      return try bind(descriptorAt: place, to: object, class: owner)
    }
    if let place = attributePlace(of: descriptor) {
      guard let object else { return descriptor.retained() }
      try check(descriptor, appliesTo: object)
      return try attribute(at: place, of: object)
    }
    if type == self.type(.memberDescriptor) {
      guard let object else { return descriptor.retained() }
      try check(descriptor, appliesTo: object)
      guard let value = object[object: descriptor[integer: 40]] else {
        let name = descriptor[object: 24]?.text ?? "?"
        throw ObjectError(.attributeError, "'\(nameInErrors(object.type))' object has no attribute '\(name)'")
      }
      return value.retained()
    }
    if type == self.type(.attributeDescriptor) {
      guard let object else { return descriptor.retained() }
      try check(descriptor, appliesTo: object)
      if descriptor[integer: 40] == 1 { return try ensureAttributeDict(of: object)?.retained() ?? none }
      return weakReferences(to: object).first?.retained() ?? none
    }
    if isSubtype(type, self.type(.property)) {
      guard let object else { return descriptor.retained() }
      guard let getter = descriptor[object: 16], getter != none else {
        throw propertyError(descriptor, "getter", object)
      }
      return try call(getter, [object])
    }
    if isSubtype(type, self.type(.staticMethod)) { return descriptor[object: 16]?.retained() ?? none }
    if isSubtype(type, self.type(.classMethod)) {
      guard let function = descriptor[object: 16] else { return none }
      return try makeMethod(function, receiver: owner)
    }
    if type.typeFlags & TypeFlag.isHeapType != 0, let method = lookUpInClasses(names.get, of: type) {
      return try callMethod(method, on: descriptor, [object ?? none, owner])
    }
    return descriptor.retained()
  }

  /// Sets or deletes through a data descriptor.
  func set(
    _ descriptor: ObjectPointer, of object: ObjectPointer, to value: ObjectPointer?, name: ObjectPointer
  ) throws(ObjectError) {
    let type = descriptor.type
    if let place = attributePlace(of: descriptor) {
      try check(descriptor, appliesTo: object)
      let name = try makeName(BuiltinDescriptor.all[place].name)
      defer { release(name) }
      return try setOwnAttribute(name, of: object, to: value)
    }
    if type == self.type(.memberDescriptor) {
      try check(descriptor, appliesTo: object)
      let offset = descriptor[integer: 40]
      let old = object[object: offset]
      if value == nil, old == nil { throw ObjectError(.attributeError, name.text) }
      object[object: offset] = value?.retained()
      if let old { release(old) }
      return
    }
    if type == self.type(.attributeDescriptor) {
      try check(descriptor, appliesTo: object)
      guard descriptor[integer: 40] == 1 else {
        throw ObjectError(
          .attributeError, "attribute '__weakref__' of '\(nameInErrors(object.type))' objects is not writable"
        )
      }
      return try setAttributeDict(of: object, to: value)
    }
    if isSubtype(type, self.type(.property)) {
      let accessor = descriptor[object: value == nil ? 32 : 24]
      guard let accessor, accessor != none else {
        throw propertyError(descriptor, value == nil ? "deleter" : "setter", object)
      }
      release(try call(accessor, value.map { [object, $0] } ?? [object]))
      return
    }
    let method = lookUpInClasses(value == nil ? names.delete : names.set, of: type)
    guard let method else {
      throw ObjectError(.attributeError, value == nil ? "__delete__" : "__set__")
    }
    release(try callMethod(method, on: descriptor, value.map { [object, $0] } ?? [object]))
  }

  /// Refuses a descriptor that is applied to an object of another class, whose memory lies otherwise.
  private func check(
    _ descriptor: ObjectPointer, appliesTo object: ObjectPointer
  ) throws(ObjectError) {
    guard let owner = descriptor[object: 16], !isSubtype(object.type, owner) else { return }
    let name = attributeName(of: descriptor)
    throw ObjectError(
      .typeError,
      "descriptor '\(name)' for '\(nameInErrors(owner))' objects doesn't apply to a "
        + "'\(nameInErrors(object.type))' object")
  }

  private func propertyError(_ property: ObjectPointer, _ part: String, _ object: ObjectPointer)
    -> ObjectError
  {
    let getter = property[object: 16]
    let given =
      property[object: 48] ?? (getter?.type == type(.function) ? getter?[object: FunctionOffset.name] : nil)
    let name =
      given.flatMap { isSubtype($0.type, type(.string)) ? $0 : nil }.map { "property '\($0.text)'" }
      ?? "property"
    return ObjectError(.attributeError, "\(name) of '\(nameInErrors(object.type))' object has no \(part)")
  }

  /// Replaces the attribute dict of an instance; `nil` empties it.
  func setAttributeDict(of object: ObjectPointer, to dict: ObjectPointer?) throws(ObjectError) {
    if let dict, dict.plan.body != .dict {
      throw ObjectError(
        .typeError, "__dict__ must be set to a dictionary, not a '\(nameInErrors(dict.type))'")
    }
    let plan = object.plan
    guard plan.traits.contains(.hasManagedDict) else {
      guard plan.dictOffset > 0 else {
        throw ObjectError(.attributeError, "This object has no __dict__")
      }
      let old = object[object: plan.dictOffset]
      object[object: plan.dictOffset] = dict?.retained()
      if let old { release(old) }
      return
    }
    let old = object[object: ObjectOffset.managedDict]
    if let old { separateDict(old, from: object) }
    dict?.retain()
    object[object: ObjectOffset.managedDict] = dict
    if let values = validInlineValues(of: object, plan) {
      values[byte: ValuesOffset.isValid] = 0
      for index in 0..<Int(values[byte: ValuesOffset.capacity]) {
        let place = ValuesOffset.values + 8 * index
        guard let value = values[object: place] else { continue }
        values[word: place] = 0
        release(value)
      }
    }
    if let old { release(old) }
  }
}
