extension ObjectSpace {
  /// An attribute of the classes behind one in a receiver's order, bound as `super` binds it; owned by the caller.
  ///
  /// - Throws: ``ObjectError`` of kind `attributeError` where none of them has it, `typeError` where the receiver is no
  ///   instance of the class.
  package func superAttribute(
    _ name: ObjectPointer, type: ObjectPointer, object: ObjectPointer
  ) throws(ObjectError) -> ObjectPointer {
    let start = try superStart(type, object)
    if let found = try findSuperAttribute(name, type: type, object: object, start: start) { return found }
    throw ObjectError(.attributeError, "'super' object has no attribute '\(name.text)'")
  }

  /// The function or descriptor that a call of a `super`'s method calls with the receiver, borrowed; `nil` where the
  /// attribute is anything else.
  package func superFunction(
    _ name: ObjectPointer, type: ObjectPointer, object: ObjectPointer
  ) -> ObjectPointer? {
    guard isType(type), !isType(object), isSubtype(object.type, type) else { return nil }
    var found: ObjectPointer?
    forEachBase(behind: type, of: object.type) { base in
      guard !isHeap(base) else {
        guard let dict = base[object: TypeOffset.dict], let value = value(ofString: name, in: dict) else {
          return false
        }
        if value.type == self.type(.function) { found = value }
        return true
      }
      guard let place = ownDescriptorPlace(name, of: base) else { return isData(name, of: base) }
      switch BuiltinDescriptor.all[place].form {
      case .wrapper, .method: found = descriptor(at: place)
      default: break
      }
      return true
    }
    return found
  }

  /// The class in whose order a `super` object looks.
  ///
  /// - Throws: ``ObjectError`` of kind `typeError` where the object is neither an instance nor a subclass of the class.
  private func superStart(_ type: ObjectPointer, _ object: ObjectPointer) throws(ObjectError) -> ObjectPointer
  {
    guard isType(type) else {
      throw ObjectError(.typeError, "super() argument 1 must be a type, not \(nameInErrors(type.type))")
    }
    if isType(object), isSubtype(object, type) { return object }
    if isSubtype(object.type, type) { return object.type }
    let what = isType(object) ? "type \(nameInErrors(object))" : "instance of \(nameInErrors(object.type))"
    throw ObjectError(
      .typeError,
      "super(type, obj): obj (\(what)) is not an instance or subtype of type (\(nameInErrors(type))).")
  }

  /// Calls a closure with the classes behind one in the order of another, until it says that it is done.
  private func forEachBase(
    behind type: ObjectPointer, of start: ObjectPointer, _ body: (ObjectPointer) -> Bool
  ) {
    guard let order = start[object: TypeOffset.methodResolutionOrder] else { return }
    let count = order.itemCount
    var index = 0
    while index < count, order[word: TupleOffset.items &+ 8 &* index] != type.address { index &+= 1 }
    index &+= 1
    while index < count {
      if body(ObjectPointer(address: order[word: TupleOffset.items &+ 8 &* index])) { return }
      index &+= 1
    }
  }

  /// Whether a built-in type itself has something else than a method under a name.
  private func isData(_ name: ObjectPointer, of type: ObjectPointer) -> Bool {
    let number = type.instancePlan.number
    let (data, attributes) = (BuiltinAttributes.all[number].data, BuiltinDescriptor.attributePlaces[number])
    guard !data.isEmpty || !attributes.isEmpty else { return false }
    let text = name.text
    return attributes[text] != nil || data.contains { $0 == text }
  }

  private func findSuperAttribute(
    _ name: ObjectPointer, type: ObjectPointer, object: ObjectPointer, start: ObjectPointer
  ) throws(ObjectError) -> ObjectPointer? {
    if name == names.class { return nil }
    enum Found {
      case value(ObjectPointer)
      case place(Int)
      case data
    }
    var found: Found?
    forEachBase(behind: type, of: start) { base in
      if isHeap(base) {
        guard let dict = base[object: TypeOffset.dict], let value = value(ofString: name, in: dict) else {
          return false
        }
        found = .value(value)
      } else if let place = ownDescriptorPlace(name, of: base) {
        found = .place(place)
      } else if isData(name, of: base) {
        found = .data
      }
      return found != nil
    }
    let receiver = object == start ? nil : object
    switch found {
    case .value(let value):
      value.retain()
      defer { release(value) }
      return try get(value, from: receiver, class: start)
    case .place(let place): return try bind(descriptorAt: place, to: receiver, class: start)
    case .data: return try builtinAttribute(name, of: object)
    case nil: return nil
    }
  }

  // MARK: Objects

  /// Makes a `super` object, as a call of `super`; owned by the caller.
  ///
  /// - Parameter kind: `super`, or a class derived from it.
  /// - Throws: ``ObjectError`` of kind `typeError` for arguments that do not go together, `runtimeError` without any.
  func makeSuper(_ kind: ObjectPointer, _ arguments: [ObjectPointer]) throws(ObjectError) -> ObjectPointer {
    guard arguments.count <= 2 else {
      throw ObjectError(.typeError, "super() expected at most 2 arguments, got \(arguments.count)")
    }
    guard let type = arguments.first else {
      guard let interpreter else { throw ObjectError(.runtimeError, "super(): no current frame") }
      let (type, object) = try interpreter.superArguments()
      return try makeSuper(kind, [type, object])
    }
    guard isType(type) else {
      throw ObjectError(.typeError, "super() argument 1 must be a type, not \(nameInErrors(type.type))")
    }
    let object = arguments.count > 1 && arguments[1] != none ? arguments[1] : nil
    let start = try object.map { (object) throws(ObjectError) in try superStart(type, object) }
    let made = try allocateGeneric(kind)
    made[object: SuperOffset.type] = type.retained()
    made[object: SuperOffset.object] = object?.retained()
    made[object: SuperOffset.objectType] = start?.retained()
    return made
  }

  /// An attribute that a `super` object finds in its classes, owned by the caller; `nil` where there is none.
  func attribute(ofSuper made: ObjectPointer, _ name: ObjectPointer) throws(ObjectError) -> ObjectPointer? {
    guard let type = made[object: SuperOffset.type], let object = made[object: SuperOffset.object],
      let start = made[object: SuperOffset.objectType]
    else { return nil }
    return try findSuperAttribute(name, type: type, object: object, start: start)
  }
}
