import ObjectRuntime
import Testing

/// Classes derived from the weak reference's, and weak methods.
struct WeakSubclassCases {
  @Test(.answers("test_weakref.SubclassableWeakrefTestCase.test_subclass_refs"))
  func `a reference of a derived class has attributes and a call of its own`() throws {
    let space = try ObjectSpace.quiet()
    let base = try space.builtinClass("ReferenceType")
    let initializer = try space.function("__init__", parameters: ["self", "ob", "value"], defaults: [42]) {
      arguments throws(ObjectError) in
      try arguments[0].set("value", to: arguments[2])
      return nil
    }
    let call = try space.function("__call__") { arguments throws(ObjectError) -> (any ObjectRepresentable)? in
      try arguments[0].set("called", to: true)
      return try space.referent(of: arguments[0])
    }
    let type = try space.defineClass(
      "MyRef", bases: [base], attributes: ["__init__": initializer, "__call__": call])
    let object = try space.make(space.defineObject(), "foo")
    let reference = try space.call(type, [object], keywords: ["value": 24])
    #expect(try space.isSame(space.call(reference), object))
    #expect(try space.number(reference.get("called")) == 1)
    #expect(try space.number(reference.get("value")) == 24)
    try object.release()
    #expect(try space.isSame(space.call(reference), space.noneObject))
  }

  @Test(
    .answers("test_weakref.SubclassableWeakrefTestCase.test_subclass_refs_dont_replace_standard_refs"))
  func `references of a derived class stand behind the plain one and are never shared`() throws {
    let space = try ObjectSpace.quiet()
    let type = try space.defineClass("MyRef", bases: [space.builtinClass("ReferenceType")])
    let object = try space.make(space.defineObject(), 42)
    let first = try space.make(type, object)
    let plain = try space.weakReference(to: object)
    #expect(try !space.isSame(first, plain))
    var references = try space.weakReferences(to: object)
    #expect(references.count == 2)
    #expect(try space.isSame(references[0], plain))
    #expect(try space.isSame(references[1], first))
    let third = try space.make(type, object)
    #expect(try space.weakReferenceCount(of: object) == 3)
    references = try space.weakReferences(to: object)
    #expect(try space.isSame(references[0], plain))
    #expect(try references[1...].contains { try space.isSame($0, first) })
    #expect(try references[1...].contains { try space.isSame($0, third) })
  }

  @Test(
    .answers("test_weakref.SubclassableWeakrefTestCase.test_subclass_refs_dont_conflate_callbacks"))
  func `references of a derived class with different callbacks are two`() throws {
    let space = try ObjectSpace.quiet()
    let type = try space.defineClass("MyRef", bases: [space.builtinClass("ReferenceType")])
    let object = try space.make(space.defineObject(), 42)
    let first = try space.make(type, object, space.function("one") { _ in nil })
    let second = try space.make(type, object, space.function("two") { _ in nil })
    #expect(try !space.isSame(first, second))
    let references = try space.weakReferences(to: object)
    #expect(references.count == 2)
    for reference in [first, second] {
      #expect(try references.contains { try space.isSame($0, reference) })
    }
  }

  @Test(.answers("test_weakref.SubclassableWeakrefTestCase.test_subclass_refs_with_slots"))
  func `a reference of a derived class with slots has no dict`() throws {
    let space = try ObjectSpace.quiet()
    let base = try space.builtinClass("ReferenceType")
    let new = try space.function("__new__") { arguments throws(ObjectError) in
      try space.makeInstance(of: arguments[0], [arguments[1], arguments[2]])
    }
    let initializer = try space.function("__init__") { arguments throws(ObjectError) in
      try arguments[0].set("slot1", to: arguments[3])
      try arguments[0].set("slot2", to: arguments[4])
      return nil
    }
    let method = try space.function("meth") { arguments throws(ObjectError) in
      try [arguments[0].get("slot1"), arguments[0].get("slot2")]
    }
    let type = try space.defineClass(
      "MyRef", bases: [base], slots: ["slot1", "slot2"],
      attributes: ["__new__": new, "__init__": initializer, "meth": method])
    let object = try space.make(space.defineObject(), 42)
    let reference = try space.make(type, object, space.noneObject, "abc", "def")
    #expect(try space.text(of: reference.get("slot1")) == "abc")
    #expect(try space.text(of: reference.get("slot2")) == "def")
    #expect(try space.elements(of: reference.call("meth")).map { try space.text(of: $0) } == ["abc", "def"])
    #expect(try !space.hasAttribute("__dict__", of: reference))
  }

  @Test(.answers("test_weakref.SubclassableWeakrefTestCase.test_subclass_refs_with_cycle"))
  func `a reference that alone holds its object goes with it, and is not called`() throws {
    let space = try ObjectSpace.quiet()
    let notes = Notes()
    let reference = try space.defineClass("MyRef", bases: [space.builtinClass("ReferenceType")])
    let callback = try space.noting("called", in: notes)
    let type = try space.defineClass("C")
    var object = try space.make(type)
    let single = try space.make(reference, object, callback)
    try single.set("o", to: object)
    try object.release()
    try single.release()
    #expect(notes.entries.isEmpty)

    object = try space.make(type)
    let first = try space.make(reference, object, callback)
    let second = try space.make(reference, object, callback)
    try first.set("r", to: second)
    try second.set("o", to: object)
    try object.release()
    try second.release()
    try first.release()
    #expect(notes.entries.isEmpty)
    #expect(try space.collect() == 0)
  }

  // MARK: Weak methods

  /// A class derived from `Object` whose method is its own.
  private func subclass(_ space: ObjectSpace) throws -> ObjectHandle {
    try space.defineClass(
      "C", bases: [space.defineObject()],
      attributes: ["some_method": space.function("some_method") { _ in 6 }])
  }

  @Test(.answers("test_weakref.WeakMethodTestCase.test_alive"))
  func `a weak method gives a bound method anew`() throws {
    let space = try ObjectSpace.quiet()
    let object = try space.make(space.defineObject(), 1)
    let reference = try space.weakMethod(object.get("some_method"))
    #expect(try space.isInstance(reference, of: space.builtinClass("ReferenceType")))
    let method = try space.call(reference)
    #expect(try space.typeName(of: method) == "method")
    #expect(try space.isSame(method.get("__self__"), object))
    #expect(try space.isSame(method.get("__func__"), object.get("some_method").get("__func__")))
    #expect(try space.number(space.call(method)) == 4)
    #expect(thrown { _ = try space.weakMethod(object) } == .typeError)
  }

  @Test(.answers("test_weakref.WeakMethodTestCase.test_object_dead"))
  func `a weak method is dead when the object is`() throws {
    let space = try ObjectSpace.quiet()
    let object = try space.make(space.defineObject(), 1)
    let reference = try space.weakMethod(object.get("some_method"))
    try object.release()
    #expect(try space.isSame(space.call(reference), space.noneObject))
  }

  @Test(.answers("test_weakref.WeakMethodTestCase.test_method_dead"))
  func `a weak method is dead when the function is`() throws {
    let space = try ObjectSpace.quiet()
    let type = try subclass(space)
    let object = try space.make(type, 1)
    let reference = try space.weakMethod(object.get("some_method"))
    try type.remove("some_method")
    #expect(try space.isSame(space.call(reference), space.noneObject))
  }

  @Test(
    .answers(
      "test_weakref.WeakMethodTestCase.test_callback_when_object_dead",
      "test_weakref.WeakMethodTestCase.test_callback_when_method_dead"), arguments: [true, false])
  func `a weak method's callback is called once, whichever goes first`(_ objectGoesFirst: Bool) throws {
    let space = try ObjectSpace.quiet()
    let notes = Notes()
    let type = try subclass(space)
    let callback = try space.function("cb") { arguments in
      notes.objects.append(arguments[0])
      return nil
    }
    let object = try space.make(type, 1)
    let reference = try space.weakMethod(object.get("some_method"), callback: callback)
    if objectGoesFirst { try object.release() } else { try type.remove("some_method") }
    #expect(notes.objects.count == 1)
    #expect(try space.isSame(notes.objects[0], reference))
    if objectGoesFirst { try type.remove("some_method") } else { try object.release() }
    #expect(notes.objects.count == 1)
  }

  @Test(.answers("test_weakref.WeakMethodTestCase.test_no_cycles"))
  func `a weak method is no cycle`() throws {
    let space = try ObjectSpace.quiet()
    let object = try space.make(space.defineObject(), 1)
    let reference = try space.weakMethod(
      object.get("some_method"), callback: space.function("cb") { _ in nil })
    let watch = try space.weakReference(to: reference)
    try reference.release()
    #expect(try !space.isLive(watch))
  }

  @Test(.answers("test_weakref.WeakMethodTestCase.test_equality"))
  func `weak methods are equal where object and function are, dead ones where they are the same`() throws {
    let space = try ObjectSpace.quiet()
    let type = try space.defineObject()
    let objects = [try space.make(type, 1), try space.make(type, 1), try space.make(type, 2)]
    let some = try objects.map { try space.weakMethod($0.get("some_method")) }
    let other = try objects.map { try space.weakMethod($0.get("other_method")) }
    #expect(try space.isEqual(some[0], some[1]))
    #expect(try space.isEqual(other[0], other[1]))
    for (left, right) in [
      (some[0], other[0]), (some[0], other[1]), (some[0], some[2]), (some[1], other[2]), (other[0], other[2]),
    ] { #expect(try !space.isEqual(left, right)) }
    #expect(try !space.isEqual(some[0], objects[0].get("some_method")))
    for object in objects { try object.release() }
    let all = some + other
    for (row, left) in all.enumerated() {
      for (column, right) in all.enumerated() { #expect(try space.isEqual(left, right) == (row == column)) }
    }
  }

  @Test(.answers("test_weakref.WeakMethodTestCase.test_hashing"))
  func `a dead weak method has a hash only where it was asked for in time`() throws {
    let space = try ObjectSpace.quiet()
    let type = try space.defineObject()
    let first = try space.make(type, 1)
    let second = try space.make(type, 1)
    let references = [
      try space.weakMethod(first.get("some_method")), try space.weakMethod(second.get("some_method")),
      try space.weakMethod(second.get("other_method")),
    ]
    let hash = try space.hash(of: references[0])
    #expect(try space.hash(of: references[1]) == hash)
    try first.release()
    try second.release()
    #expect(try space.hash(of: references[0]) == hash)
    #expect(try space.hash(of: references[1]) == hash)
    #expect(thrown { _ = try space.hash(of: references[2]) } == .typeError)
  }
}
