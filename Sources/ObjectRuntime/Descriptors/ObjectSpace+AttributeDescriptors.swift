// Descriptors of the attributes that built-in types give their instances, as `int.real`.
extension ObjectSpace {
  /// The place of such a descriptor; `nil` for other objects and for the descriptors of programs' classes, which have
  /// their name in them.
  func attributePlace(of descriptor: ObjectPointer) -> Int? {
    let type = descriptor.type
    guard type == self.type(.attributeDescriptor) || type == self.type(.memberDescriptor),
      descriptor[word: MethodDescriptorOffset.name] == 0
    else { return nil }
    return descriptor[integer: MethodDescriptorOffset.place]
  }

  /// The name of a descriptor of attributes, of a built-in type or of a program's class.
  func attributeName(of descriptor: ObjectPointer) -> String {
    if let place = attributePlace(of: descriptor) { return BuiltinDescriptor.all[place].name }
    return descriptor[object: MethodDescriptorOffset.name]?.text ?? "?"
  }

  /// The descriptor of an attribute that a class has from its built-in bases, borrowed; `nil` where there is none.
  func attributeDescriptor(_ name: String, of type: ObjectPointer) -> ObjectPointer? {
    guard let order = type[object: TypeOffset.methodResolutionOrder] else { return nil }
    for base in items(of: order) where !isHeap(base) {
      if let place = BuiltinDescriptor.attributePlaces[base.instancePlan.number][name] {
        return descriptor(at: place)
      }
    }
    return nil
  }

  /// The attribute of an instance that a descriptor at a place stands for; owned by the caller.
  ///
  /// - Throws: ``ObjectError`` of kind `attributeError` for one that this runtime's instances do not have.
  func attribute(at place: Int, of object: ObjectPointer) throws(ObjectError) -> ObjectPointer {
    let name = try makeName(BuiltinDescriptor.all[place].name)
    defer { release(name) }
    if let value = try builtinAttribute(name, of: object) { return value }
    throw noAttribute(name, of: object)
  }

  /// What a built-in type has itself, as `vars` of it shows: a new dict, owned by the caller, as the type keeps its
  /// descriptors elsewhere.
  ///
  /// - Complexity: O(*n*) in the attributes.
  func ownAttributes(ofBuiltin type: ObjectPointer) throws(ObjectError) -> ObjectPointer {
    let number = type.instancePlan.number
    let dict = try makeDict()
    try fillNew(dict) { () throws(ObjectError) in
      func set(_ name: String, _ value: ObjectPointer) throws(ObjectError) {
        let key = try makeName(name)
        defer { release(key) }
        try setValue(value, for: key, in: dict)
      }
      let places = [BuiltinDescriptor.places[number], BuiltinDescriptor.attributePlaces[number]]
      for place in places.flatMap(\.values).sorted() {
        try set(BuiltinDescriptor.all[place].name, descriptor(at: place))
      }
      for name in BuiltinAttributes.all[number].data where name == "__hash__" { try set("__hash__", none) }
      if number < BuiltinType.allCases.count, BuiltinAttributes.all[number].data.contains("__module__") {
        let module = try makeString(moduleName(ofType: type))
        defer { release(module) }
        try set("__module__", module)
      }
      try set("__doc__", none)
    }
    return dict
  }
}
