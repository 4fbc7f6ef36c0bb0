extension SpecialMethod {
  /// How objects tell and change their attributes.
  static let attributes: [SpecialMethod] = [
    SpecialMethod("__getattribute__", 1) { (call) throws(ObjectError) in
      let name = try call.space.attributeName(call.first)
      defer { call.space.release(name) }
      if let value = try call.space.findOwnAttribute(name, of: call.receiver) { return value }
      throw call.space.noAttribute(name, of: call.receiver)
    },
    SpecialMethod("__setattr__", 2) { (call) throws(ObjectError) in
      let name = try call.space.attributeName(call.first)
      defer { call.space.release(name) }
      try call.space.setOwnAttribute(name, of: call.receiver, to: call.arguments[1])
      return call.space.none
    },
    SpecialMethod("__delattr__", 1) { (call) throws(ObjectError) in
      let name = try call.space.attributeName(call.first)
      defer { call.space.release(name) }
      try call.space.setOwnAttribute(name, of: call.receiver, to: nil)
      return call.space.none
    },
    SpecialMethod("__dir__", 0) { (call) throws(ObjectError) in
      try call.space.ownDirectory(of: call.receiver)
    },
    SpecialMethod("__sizeof__", 0) { (call) throws(ObjectError) in
      let space = call.space
      let before = call.receiver.isCollectable ? call.receiver.plan.preHeaderSize : 0
      return try space.makeInteger(space.sizeof(call.receiver) - before)
    },
    SpecialMethod("__get__", 1...2) { (call) throws(ObjectError) in
      let space = call.space
      let object = call.first == space.none ? nil : call.first
      let owner = call.arguments.count > 1 && call.arguments[1] != space.none ? call.arguments[1] : nil
      guard object != nil || owner != nil else {
        throw ObjectError(.typeError, "__get__(None, None) is invalid")
      }
      return try space.get(call.receiver, from: object, class: owner ?? object?.type ?? space.type(.none))
    },
    SpecialMethod("__set__", 2) { (call) throws(ObjectError) in
      try call.space.set(
        call.receiver, of: call.first, to: call.arguments[1], name: call.space.emptyString)
      return call.space.none
    },
    SpecialMethod("__delete__", 1) { (call) throws(ObjectError) in
      try call.space.set(call.receiver, of: call.first, to: nil, name: call.space.emptyString)
      return call.space.none
    },
  ]
}

extension ObjectSpace {
  /// The name of an attribute as an interned string, owned by the caller.
  func attributeName(_ object: ObjectPointer) throws(ObjectError) -> ObjectPointer {
    guard isSubtype(object.type, type(.string)) else {
      throw ObjectError(.typeError, "attribute name must be string, not '\(nameInErrors(object.type))'")
    }
    guard object.type == type(.string) else { return try makeName(object.text) }
    return intern(object.retained())
  }
}
