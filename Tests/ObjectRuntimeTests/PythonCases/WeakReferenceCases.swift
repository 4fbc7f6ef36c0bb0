import ObjectRuntime
import Testing

/// What weak references are, and how they compare.
struct WeakReferenceCases {
  /// Things that can be referred to weakly: an instance, a function, a bound method.
  static func makers(_ space: ObjectSpace) throws -> [() throws -> ObjectHandle] {
    let method = try space.function("method") { _ in nil }
    let type = try space.defineClass("C", attributes: ["method": method])
    return [
      { try space.make(type) },
      { try space.function("f") { _ in nil } },
      { try space.make(type).get("method") },
    ]
  }

  @Test(.answers("test_weakref.ReferencesTestCase.test_basic_ref"))
  func `a weak reference leads to its object while that lives`() throws {
    let space = try ObjectSpace.quiet()
    for make in try Self.makers(space) {
      let object = try make()
      let reference = try space.weakReference(to: object)
      #expect(try space.isSame(space.call(reference), object))
      #expect(reference.description.contains("; to '"))
      try object.release()
      #expect(try space.isSame(space.call(reference), space.noneObject))
      #expect(reference.description.hasSuffix("; dead>"))
    }
  }

  @Test(.answers("test_weakref.ReferencesTestCase.test_ref_repr"))
  func `a reference's text names the class of its object, or that it is dead`() throws {
    let space = try ObjectSpace.quiet()
    let object = try space.make(space.defineClass("C", module: "test"))
    let reference = try space.weakReference(to: object)
    #expect(reference.description.contains(#/^<weakref at 0x[0-9a-f]+; to 'test\.C' at 0x[0-9a-f]+>$/#))
    try object.release()
    #expect(reference.description.contains(#/^<weakref at 0x[0-9a-f]+; dead>$/#))
  }

  @Test(.answers("test_weakref.ReferencesTestCase.test_repr_failure_gh99184"))
  func `no attribute hook is asked for a reference's text`() throws {
    let space = try ObjectSpace.quiet()
    let hook = try space.function("__getattr__") { arguments throws(ObjectError) in
      try arguments[0].space.element(arguments[1], of: arguments[0])
    }
    let type = try space.defineClass(
      "MyConfig", bases: [space.builtinClass("dict")], attributes: ["__getattr__": hook])
    let object = try space.make(type)
    try space.setElement("offset", of: object, to: 5)
    #expect(try space.weakReference(to: object).description.contains("MyConfig"))
    #expect(try space.number(object.get("offset")) == 5)
  }

  @Test(.answers("test_weakref.ReferencesTestCase.test_ref_reuse"))
  func `the plain reference is made once, whether a proxy came between or before`() throws {
    let space = try ObjectSpace.quiet()
    let type = try space.defineClass("C")
    let object = try space.make(type)
    let first = try space.weakReference(to: object)
    let between = try space.weakProxy(to: object)
    #expect(try space.isSame(first, space.weakReference(to: object)))
    try between.release()
    let other = try space.make(type)
    let proxy = try space.weakProxy(to: other)
    let reference = try space.weakReference(to: other)
    #expect(try space.isSame(reference, space.weakReference(to: other)))
    #expect(try space.weakReferenceCount(of: other) == 2)
    try proxy.release()
    #expect(try space.weakReferenceCount(of: other) == 1)
  }

  @Test(.answers("test_weakref.ReferencesTestCase.test_proxy_reuse"))
  func `the plain proxy is made once`() throws {
    let space = try ObjectSpace.quiet()
    let object = try space.make(space.defineClass("C"))
    let first = try space.weakProxy(to: object)
    let reference = try space.weakReference(to: object)
    let second = try space.weakProxy(to: object)
    #expect(try space.isSame(first, second))
    #expect(try space.weakReferences(to: object).count == 2)
    try reference.release()
  }

  @Test(
    .answers(
      "test_weakref.ReferencesTestCase.test_shared_ref_without_callback",
      "test_weakref.ReferencesTestCase.test_shared_proxy_without_callback"))
  func `None as a callback is none`() throws {
    let space = try ObjectSpace.quiet()
    let object = try space.make(space.defineClass("C"))
    let none = space.noneObject
    for make in [space.weakReference(to:callback:), space.weakProxy(to:callback:)] {
      for (first, second) in [(none, none), (nil, none), (nil, nil), (none, nil)]
        as [(ObjectHandle?, ObjectHandle?)]
      {
        let left = try make(object, first)
        let right = try make(object, second)
        #expect(try space.isSame(left, right))
        try left.release()
        try right.release()
        #expect(try space.weakReferenceCount(of: object) == 0)
      }
    }
  }

  @Test(.answers("test_weakref.ReferencesTestCase.test_getweakrefcount"))
  func `references and proxies with a callback count each, plain ones once`() throws {
    let space = try ObjectSpace.quiet()
    let object = try space.make(space.defineClass("C"))
    let callback = try space.function("callback") { _ in nil }
    let references = [
      try space.weakReference(to: object), try space.weakReference(to: object, callback: callback),
    ]
    #expect(try space.weakReferenceCount(of: object) == 2)
    let proxies = [try space.weakProxy(to: object), try space.weakProxy(to: object, callback: callback)]
    #expect(try space.weakReferenceCount(of: object) == 4)
    for reference in references + proxies { try reference.release() }
    #expect(try space.weakReferenceCount(of: object) == 0)
    #expect(try space.weakReferenceCount(of: space.object(1)) == 0)
  }

  @Test(.answers("test_weakref.ReferencesTestCase.test_getweakrefs"))
  func `the list of references loses those that go`() throws {
    let space = try ObjectSpace.quiet()
    let type = try space.defineClass("C")
    let callback = try space.function("callback") { _ in nil }
    for goesFirst in [true, false] {
      let object = try space.make(type)
      let first = try space.weakReference(to: object, callback: callback)
      let second = try space.weakReference(to: object, callback: callback)
      let (going, staying) = goesFirst ? (first, second) : (second, first)
      try going.release()
      let references = try space.weakReferences(to: object)
      #expect(references.count == 1)
      #expect(try space.isSame(references[0], staying))
      try references[0].release()
      try staying.release()
      #expect(try space.weakReferences(to: object).isEmpty)
    }
    #expect(try space.weakReferences(to: space.object(1)).isEmpty)
  }

  @Test(.answers("test_weakref.ReferencesTestCase.test_equality"))
  func `live references are equal where their objects are, dead ones where they are the same`() throws {
    let space = try ObjectSpace.quiet()
    let type = try space.defineObject()
    let objects = [try space.make(type, 1), try space.make(type, 1), try space.make(type, 2)]
    let references = try objects.map { try space.weakReference(to: $0) }
    #expect(try space.isEqual(references[0], references[1]))
    #expect(try !space.isEqual(references[0], references[2]))
    #expect(try space.isEqual(references[0], space.weakReference(to: objects[0])))
    #expect(try !space.isEqual(references[0], objects[0]))
    for object in objects { try object.release() }
    for reference in references { #expect(try !space.isLive(reference)) }
    #expect(try !space.isEqual(references[0], references[1]))
    #expect(try !space.isEqual(references[0], references[2]))
    #expect(try space.isEqual(references[0], references[0]))
  }

  @Test(.answers("test_weakref.ReferencesTestCase.test_hashing"))
  func `a dead reference has a hash only where it was asked for in time`() throws {
    let space = try ObjectSpace.quiet()
    let type = try space.defineObject()
    let first = try space.make(type, 42)
    let second = try space.make(type, 42)
    let asked = try space.weakReference(to: first)
    let notAsked = try space.weakReference(to: second)
    #expect(try space.hash(of: asked) == 42)
    try first.release()
    try second.release()
    #expect(try space.hash(of: asked) == 42)
    #expect(thrown { _ = try space.hash(of: notAsked) } == .typeError)
  }

  @Test(.answers("test_weakref.ReferencesTestCase.test_classes"))
  func `classes can be referred to weakly`() throws {
    let space = try ObjectSpace.quiet()
    let notes = Notes()
    _ = try space.weakReference(to: space.builtinClass("int"))
    let type = try space.defineClass("A")
    let callback = try space.function("append") { arguments in
      notes.objects.append(arguments[0])
      return nil
    }
    let reference = try space.weakReference(to: type, callback: callback)
    try type.release()
    try space.collect()
    #expect(try !space.isLive(reference))
    #expect(notes.objects.count == 1)
    #expect(try space.isSame(notes.objects[0], reference))
  }

  @Test(.answers("test_weakref.ReferencesTestCase.test_callback_attribute"))
  func `a reference tells its callback`() throws {
    let space = try ObjectSpace.quiet()
    let object = try space.make(space.defineClass("C"))
    let callback = try space.function("callback") { _ in nil }
    let reference = try space.weakReference(to: object, callback: callback)
    #expect(try space.isSame(reference.get("__callback__"), callback))
    #expect(try space.isSame(space.weakReference(to: object).get("__callback__"), space.noneObject))
  }

  @Test(.answers("test_weakref.ReferencesTestCase.test_callback_attribute_after_deletion"))
  func `a dead reference has no callback`() throws {
    let space = try ObjectSpace.quiet()
    let object = try space.make(space.defineClass("C"))
    let reference = try space.weakReference(to: object, callback: space.function("callback") { _ in nil })
    #expect(try !space.isSame(reference.get("__callback__"), space.noneObject))
    try object.release()
    #expect(try space.isSame(reference.get("__callback__"), space.noneObject))
  }

  @Test(.answers("test_weakref.ReferencesTestCase.test_set_callback_attribute"))
  func `a callback cannot be replaced`() throws {
    let space = try ObjectSpace.quiet()
    let object = try space.make(space.defineClass("C"))
    let callback = try space.function("callback") { _ in nil }
    let reference = try space.weakReference(to: object, callback: callback)
    #expect(thrown { try reference.set("__callback__", to: callback) } == .attributeError)
  }

  @Test(.answers("test_weakref.ReferencesTestCase.test_init"))
  func `a reference takes an object and a callback, and no more`() throws {
    let space = try ObjectSpace.quiet()
    let object = try space.make(space.defineClass("C"))
    let type = try space.builtinClass("ReferenceType")
    #expect(try space.isSame(space.make(type, object), space.weakReference(to: object)))
    #expect(thrown { _ = try space.make(type, object, 0, 0, 0, 0) } == .typeError)
    #expect(thrown { _ = try space.make(type) } == .typeError)
    try space.collect()
  }

  @Test(.answers("test_weakref.ReferencesTestCase.test_constructor_kwargs"))
  func `a reference takes no arguments by name`() throws {
    let space = try ObjectSpace.quiet()
    let object = try space.make(space.defineClass("C"))
    let type = try space.builtinClass("ReferenceType")
    #expect(
      thrown { try space.call(type, [object], keywords: ["callback": space.noneObject]) } == .typeError)
  }

  @Test(.answers("test_weakref.ReferencesTestCase.test_ordering"))
  func `references have no order`() throws {
    let space = try ObjectSpace.quiet()
    let object = try space.make(space.defineObject(), 1)
    let reference = try space.weakReference(to: object)
    let other = try space.weakReference(to: space.make(space.defineObject(), 2))
    for name in ["__lt__", "__gt__", "__le__", "__ge__"] {
      #expect(try space.callMethod(name, of: reference, [other]).description == "NotImplemented")
    }
  }

  @Test func `an object that cannot be referred to weakly says so`() throws {
    let space = try ObjectSpace.quiet()
    #expect(thrown { _ = try space.weakReference(to: space.object(1)) } == .typeError)
    #expect(thrown { _ = try space.weakReference(to: space.list()) } == .typeError)
    let slotted = try space.defineClass("S", slots: ["a"])
    #expect(thrown { _ = try space.weakReference(to: space.make(slotted)) } == .typeError)
    let open = try space.defineClass("T", slots: ["a", "__weakref__"])
    let object = try space.make(open)
    #expect(try space.isLive(space.weakReference(to: object)))
  }

  @Test(.answers("test_weakref.ReferencesTestCase.test_ref_created_during_del"))
  func `a reference made by the finalizer is dead afterwards`() throws {
    let space = try ObjectSpace.quiet()
    let notes = Notes()
    let finalizer = try space.function("__del__") { arguments throws(ObjectError) in
      notes.objects.append(try arguments[0].space.weakReference(to: arguments[0]))
      return nil
    }
    let target = try space.make(space.defineClass("Target", attributes: ["__del__": finalizer]))
    try target.release()
    #expect(notes.objects.count == 1)
    #expect(try !space.isLive(notes.objects[0]))
  }
}
