extension ObjectSpace {
  /// The place of a method that a built-in type has itself, not from a base; `nil` where it has none of that name.
  ///
  /// - Parameters:
  ///   - name: an interned string.
  ///   - type: a built-in type or exception class.
  /// - Complexity: O(1) where it was asked before.
  @inline(__always)
  func ownDescriptorPlace(_ name: ObjectPointer, of type: ObjectPointer) -> Int? {
    if let known = state.descriptorCache.find(type, name, epoch: state.typeEpoch) {
      return known < 0 ? nil : known
    }
    return findOwnDescriptorPlace(name, of: type)
  }

  @inline(never)
  private func findOwnDescriptorPlace(_ name: ObjectPointer, of type: ObjectPointer) -> Int? {
    let number = type.instancePlan.number
    guard number < BuiltinDescriptor.places.count, name.type == self.type(.string) else { return nil }
    let place = BuiltinDescriptor.places[number][name.text]
    if StringState(name).isInterned {
      StringState(name).setCachedName()
      state.descriptorCache.store(type, name, epoch: state.typeEpoch, place ?? -1)
    }
    return place
  }

  /// The place of a method that a class has from its built-in bases; `nil` where it has none of that name.
  ///
  /// - Complexity: O(*n*) in the length of the method resolution order.
  @inline(__always)
  func descriptorPlace(_ name: ObjectPointer, of type: ObjectPointer) -> Int? {
    guard let order = type[object: TypeOffset.methodResolutionOrder] else { return nil }
    for index in 0..<order.itemCount {
      let base = ObjectPointer(address: order[word: TupleOffset.items &+ 8 &* index])
      if !isHeap(base), let place = ownDescriptorPlace(name, of: base) { return place }
    }
    return nil
  }

  /// The descriptor at a place, borrowed: made at its first use, for good, outside the arenas and unknown to the
  /// collector.
  @inline(__always)
  func descriptor(at place: Int) -> ObjectPointer {
    if place < state.descriptors.count, let known = state.descriptors[place] { return known }
    return makeDescriptor(at: place)
  }

  @inline(never)
  private func makeDescriptor(at place: Int) -> ObjectPointer {
    let definition = BuiltinDescriptor.all[place]
    let owner = builtinType(at: definition.owner)
    let kind: BuiltinType =
      switch definition.form {
      case .wrapper: .wrapperDescriptor
      case .method: .methodDescriptor
      case .classMethod: .classMethodDescriptor
      case .staticMethod, .maker: .builtinFunction
      case .getter: .attributeDescriptor
      case .member: .memberDescriptor
      }
    let block = state.staticMemory.allocate(16 + MethodDescriptorOffset.size)
    let object = ObjectPointer(address: block.address + 16)
    makeImmortal(object, type(kind))
    if kind == .builtinFunction {
      object[integer: 16] = boundNumber(of: place)
      object[object: 24] = owner
    } else {
      object[object: MethodDescriptorOffset.owner] = owner
      object[integer: MethodDescriptorOffset.place] = place
    }
    if state.descriptors.isEmpty {
      state.descriptors = [ObjectPointer?](repeating: nil, count: BuiltinDescriptor.all.count)
    }
    state.descriptors[place] = object
    return object
  }

  /// The built-in type or exception class whose plan has a number.
  func builtinType(at number: Int) -> ObjectPointer {
    let count = BuiltinType.allCases.count
    return number < count
      ? ObjectPointer(address: state.builtinTypes[word: 8 * number])
      : ObjectPointer(address: state.exceptionTypes[word: 8 * (number - count)])
  }

  // MARK: Binding

  /// The number by which a built-in function object that is bound to something knows its descriptor.
  ///
  /// Those of plain methods count down from −1; they have their own numbers.
  func boundNumber(of place: Int) -> Int {
    if case .method(let method) = BuiltinDescriptor.all[place].implementation { return -1 - method }
    return Self.firstSpecialNumber - place
  }

  static var firstSpecialNumber: Int { -1_000_000 }

  /// What a method of a built-in type is for a receiver or, where there is none, for the class; owned by the caller.
  func bind(
    descriptorAt place: Int, to receiver: ObjectPointer?, class owner: ObjectPointer
  ) throws(ObjectError) -> ObjectPointer {
    switch BuiltinDescriptor.all[place].form {
    case .wrapper:
      guard let receiver else { return descriptor(at: place) }
      return try makeRecord(
        .methodWrapper, size: MethodWrapperOffset.size, [descriptor(at: place), receiver])
    case .method:
      guard let receiver else { return descriptor(at: place) }
      return try makeBoundMethod(place, receiver)
    case .classMethod: return try makeBoundMethod(place, owner)
    case .staticMethod, .maker: return descriptor(at: place)
    case .getter, .member:
      guard let receiver else { return descriptor(at: place) }
      return try attribute(at: place, of: receiver)
    }
  }

  private func makeBoundMethod(_ place: Int, _ receiver: ObjectPointer) throws(ObjectError) -> ObjectPointer {
    let method = try makeRecord(.builtinFunction, size: 56, [])
    method[integer: 16] = boundNumber(of: place)
    method[object: 24] = receiver.retained()
    return method
  }

  /// The place of the method that a bound method or a descriptor stands for; `nil` for other objects.
  func descriptorPlace(behind object: ObjectPointer) -> Int? {
    switch object.type {
    case type(.methodDescriptor), type(.wrapperDescriptor), type(.classMethodDescriptor):
      return object[integer: MethodDescriptorOffset.place]
    case type(.attributeDescriptor), type(.memberDescriptor): return attributePlace(of: object)
    case type(.methodWrapper):
      return object[object: MethodWrapperOffset.descriptor]?[integer: MethodDescriptorOffset.place]
    case type(.builtinFunction):
      let number = object[integer: 16]
      guard number < 0 else { return nil }
      if number <= Self.firstSpecialNumber { return Self.firstSpecialNumber - number }
      guard let receiver = object[object: 24] else { return nil }
      let method = BuiltinMethod.all[-1 - number]
      let type = receiver.plan.body == .type && method.binding != .instance ? receiver : receiver.type
      guard let owner = BuiltinMethod.owner(of: method.name, in: type, self) else { return nil }
      return BuiltinDescriptor.places[owner.rawValue][method.name]
    default: return nil
    }
  }

  // MARK: Calls

  /// Calls a descriptor of a built-in type's method: the receiver is the first argument.
  ///
  /// - Parameters:
  ///   - descriptor: as ``unboundMethod(_:of:)`` gives it, or an attribute of a built-in type.
  ///   - arguments: the receiver and the positional arguments, borrowed.
  ///   - keywords: the arguments by name, borrowed.
  /// - Returns: the result, owned by the caller.
  /// - Throws: ``ObjectError`` of kind `typeError` for a receiver of another class and for arguments that it does not take,
  ///   and what it raises.
  package func callDescriptor(
    _ descriptor: ObjectPointer, arguments: [ObjectPointer],
    keywords: [(name: ObjectPointer, value: ObjectPointer)] = []
  ) throws(ObjectError) -> ObjectPointer {
    guard let receiver = arguments.first else {
      let definition = BuiltinDescriptor.all[descriptor[integer: MethodDescriptorOffset.place]]
      let owner = nameInErrors(builtinType(at: definition.owner))
      throw ObjectError(
        .typeError,
        definition.form == .wrapper
          ? "descriptor '\(definition.name)' of '\(owner)' object needs an argument"
          : "unbound method \(owner).\(definition.name)() needs an argument")
    }
    return try callDescriptor(
      descriptor, receiver: receiver, arguments: Array(arguments.dropFirst()), keywords: keywords)
  }

  /// Calls a descriptor of a built-in type's method on a receiver.
  ///
  /// - Throws: as ``callDescriptor(_:arguments:keywords:)``.
  package func callDescriptor(
    _ descriptor: ObjectPointer, receiver: ObjectPointer, arguments: [ObjectPointer],
    keywords: [(name: ObjectPointer, value: ObjectPointer)] = []
  ) throws(ObjectError) -> ObjectPointer {
    let place = descriptor[integer: MethodDescriptorOffset.place]
    try check(descriptor, at: place, appliesTo: receiver)
    return try call(descriptorAt: place, on: receiver, arguments, keywords: keywords)
  }

  /// Refuses a receiver of another class.
  func check(
    _ descriptor: ObjectPointer, at place: Int, appliesTo receiver: ObjectPointer
  ) throws(ObjectError) {
    guard let owner = descriptor[object: MethodDescriptorOffset.owner] else { return }
    let definition = BuiltinDescriptor.all[place]
    let type = definition.form == .classMethod ? receiver : receiver.type
    guard !isSubtype(type, owner) else { return }
    throw ObjectError(
      .typeError,
      definition.form == .wrapper
        ? "descriptor '\(definition.name)' requires a '\(nameInErrors(owner))' object but received a "
          + "'\(nameInErrors(receiver.type))'"
        : "descriptor '\(definition.name)' for '\(nameInErrors(owner))' objects doesn't apply to a "
          + "'\(nameInErrors(receiver.type))' object")
  }

  /// Calls the method at a place on a receiver that fits.
  func call(
    descriptorAt place: Int, on receiver: ObjectPointer, _ arguments: [ObjectPointer],
    keywords: [(name: ObjectPointer, value: ObjectPointer)]
  ) throws(ObjectError) -> ObjectPointer {
    let definition = BuiltinDescriptor.all[place]
    switch definition.implementation {
    case .method(let method):
      return try BuiltinMethod.all[method].call(self, receiver, arguments, keywords: keywords)
    case .special(let method):
      let call = SpecialCall(
        space: self, owner: builtinType(at: definition.owner), receiver: receiver, arguments: arguments,
        keywords: keywords)
      try check(method, definition.form, call)
      return try method.body(call)
    case .attribute: return try attribute(at: place, of: receiver)
    }
  }

  /// Calls a special method that is bound to its receiver, or a bound function of a special method.
  ///
  /// - Returns: the result, owned by the caller; `nil` where the object is no such.
  func callBound(
    _ callable: ObjectPointer, _ arguments: [ObjectPointer],
    keywords: [(name: ObjectPointer, value: ObjectPointer)]
  ) throws(ObjectError) -> ObjectPointer? {
    let type = callable.type
    if type == self.type(.methodDescriptor) || type == self.type(.wrapperDescriptor)
      || type == self.type(.classMethodDescriptor)
    {
      return try callDescriptor(callable, arguments: arguments, keywords: keywords)
    }
    if type == self.type(.methodWrapper), let descriptor = callable[object: MethodWrapperOffset.descriptor],
      let receiver = callable[object: MethodWrapperOffset.receiver]?.retained()
    {
      defer { release(receiver) }
      return try callDescriptor(descriptor, receiver: receiver, arguments: arguments, keywords: keywords)
    }
    if type == self.type(.builtinFunction), callable[integer: 16] <= Self.firstSpecialNumber,
      let receiver = callable[object: 24]?.retained()
    {
      defer { release(receiver) }
      return try call(
        descriptorAt: Self.firstSpecialNumber - callable[integer: 16], on: receiver, arguments,
        keywords: keywords)
    }
    return nil
  }
}
