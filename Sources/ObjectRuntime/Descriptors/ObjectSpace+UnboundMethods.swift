extension ObjectSpace {
  /// What a call of an object's method calls with the object as its first argument: a function of its class, or the
  /// descriptor of a built-in type's method; borrowed, `nil` where the attribute is anything else.
  ///
  /// - Complexity: O(*n*) in the length of the method resolution order.
  package func unboundMethod(
    _ name: ObjectPointer, of object: ObjectPointer
  ) throws(ObjectError) -> ObjectPointer? {
    let type = object.type
    let plan = type.instancePlan
    if plan.body == .type || plan.body == .weakReference { return nil }
    if isHeap(type) {
      guard lookUpInClasses(state.specialNames[.attribute], of: type) == nil else { return nil }
      if let found = lookUpInClasses(name, of: type) {
        guard isUnbound(found), try instanceAttribute(name, of: object) == nil else { return nil }
        return found
      }
    }
    if type == self.type(.superType) || isSubtype(type, self.type(.superType)) { return nil }
    guard let place = descriptorPlace(name, of: type) else { return nil }
    switch BuiltinDescriptor.all[place].form {
    case .wrapper, .method: break
    default: return nil
    }
    if plan.dictOffset != 0, try instanceAttribute(name, of: object) != nil { return nil }
    return descriptor(at: place)
  }

  /// Whether an object is a descriptor that ``callDescriptor(_:receiver:arguments:keywords:)`` calls.
  @inline(__always)
  package func isMethodDescriptor(_ object: ObjectPointer) -> Bool {
    object.type == type(.methodDescriptor) || object.type == type(.wrapperDescriptor)
  }

  private func isUnbound(_ object: ObjectPointer) -> Bool {
    let type = object.type
    return type == self.type(.function) || type == self.type(.methodDescriptor)
      || type == self.type(.wrapperDescriptor)
  }

  /// Whether an object of a built-in kind can be called.
  package func isBuiltinCallable(_ object: ObjectPointer) -> Bool {
    switch object.type {
    case type(.function), type(.method), type(.builtinFunction), type(.weakReference),
      type(.callableWeakProxy),
      type(.staticMethod), type(.methodDescriptor), type(.wrapperDescriptor), type(.methodWrapper),
      type(.classMethodDescriptor), type(.partial), type(.cacheWrapper):
      true
    default: isType(object)
    }
  }
}
