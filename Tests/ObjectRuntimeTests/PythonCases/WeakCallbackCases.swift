import HeapModel
import ObjectRuntime
import Testing

/// When callbacks of weak references are called, and when they are not.
struct WeakCallbackCases {
  @Test(.answers("test_weakref.ReferencesTestCase.test_basic_callback"))
  func `a callback is called once, when the reference is dead`() throws {
    let space = try ObjectSpace.quiet()
    for make in try WeakReferenceCases.makers(space) {
      let notes = Notes()
      let object = try make()
      let callback = try space.function("callback") { arguments throws(ObjectError) in
        notes.entries.append(try space.isLive(arguments[0]) ? "alive" : "dead")
        return nil
      }
      let reference = try space.weakReference(to: object, callback: callback)
      try object.release()
      #expect(notes.entries == ["dead"])
      #expect(try !space.isLive(reference))
    }
  }

  @Test(.answers("test_weakref.ReferencesTestCase.test_multiple_callbacks"))
  func `each reference's callback is called, the newest first`() throws {
    let space = try ObjectSpace.quiet()
    let notes = Notes()
    let object = try space.make(space.defineClass("C"))
    let first = try space.weakReference(to: object, callback: space.noting("first", in: notes))
    let second = try space.weakReference(to: object, callback: space.noting("second", in: notes))
    try object.release()
    #expect(try !space.isLive(first))
    #expect(try !space.isLive(second))
    #expect(notes.entries == ["second", "first"])
  }

  @Test(.answers("test_weakref.ReferencesTestCase.test_multiple_selfref_callbacks"))
  func `all references are dead before the first callback`() throws {
    let space = try ObjectSpace.quiet()
    let notes = Notes()
    let object = try space.make(space.defineClass("C"))
    var other: ObjectHandle?
    let callback = try space.function("callback") { _ throws(ObjectError) in
      if let other { notes.entries.append(try space.isLive(other) ? "alive" : "dead") }
      return nil
    }
    other = try space.weakReference(to: object, callback: callback)
    let newer = try space.weakReference(to: object, callback: callback)
    try object.release()
    #expect(notes.entries == ["dead", "dead"])
    try newer.release()
  }

  @Test(.answers("test_weakref.ReferencesTestCase.test_callbacks_protected"))
  func `a callback runs while an exception is on its way`() throws {
    let space = try ObjectSpace.quiet()
    let data = try space.dict()
    let remove = try space.function("remove") { arguments throws(ObjectError) in
      try space.removeElement(arguments[0], of: data)
      return nil
    }
    for _ in 0..<2 {
      let encapsulate = try space.function("encapsulate") { _ throws(ObjectError) in
        let function = try space.function("f") { _ in nil }
        let reference = try space.weakReference(to: function, callback: remove)
        _ = try space.hash(of: reference)
        try space.setElement(reference, of: data, to: nil as Int?)
        throw ObjectError(.runtimeError, "bogus")
      }
      #expect(thrown { try space.call(encapsulate) } == .runtimeError)
      #expect(try space.count(of: data) == 0)
    }
  }

  @Test(.answers("test_weakref.ReferencesTestCase.test_sf_bug_840829"))
  func `a callback may collect while an instance goes`() throws {
    let space = try ObjectSpace.quiet()
    let notes = Notes()
    let type = try space.defineClass("C")
    let collect = try space.function("collect") { _ throws(ObjectError) in
      notes.entries.append("collected")
      return try space.collect()
    }
    let single = try space.make(type)
    let reference = try space.weakReference(to: single, callback: collect)
    try single.release()
    try reference.release()

    let inner = try space.make(type)
    let middle = try space.make(type)
    try middle.set("i", to: inner)
    let watch = try space.weakReference(to: inner, callback: collect)
    let outer = try space.make(type)
    try outer.set("c1", to: middle)
    try inner.release()
    try middle.release()
    try outer.release()
    #expect(notes.entries == ["collected", "collected"])
    #expect(try !space.isLive(watch))
  }

  @Test(.answers("test_weakref.ReferencesTestCase.test_callback_in_cycle"))
  func `a callback that goes with its object is not called`() throws {
    let space = try ObjectSpace.quiet()
    let notes = Notes()
    let watched = try space.defineClass("J")
    let method = try space.function("acallback") { arguments throws(ObjectError) in
      notes.entries.append("called")
      return try arguments[0].get("J")
    }
    let owner = try space.defineClass("II", attributes: ["acallback": method])
    let instance = try space.make(owner)
    try instance.set("J", to: watched)
    try instance.set("wr", to: space.weakReference(to: watched, callback: instance.get("acallback")))
    for object in [instance, watched, owner] { try object.release() }
    #expect(try space.collect() > 0)
    #expect(notes.entries.isEmpty)
  }

  @Test(
    .answers(
      "test_weakref.ReferencesTestCase.test_callback_reachable_one_way",
      "test_weakref.ReferencesTestCase.test_callback_different_classes"), arguments: [true, false])
  func `a callback whose owner is only reachable one way is not called`(_ sharesClass: Bool) throws {
    let space = try ObjectSpace.quiet()
    let notes = Notes()
    let method = try space.function("cb") { arguments throws(ObjectError) in
      notes.entries.append("called")
      return try arguments[0].get("c1")
    }
    let owner = try space.defineClass("C", attributes: ["cb": method])
    let other = try sharesClass ? owner : space.defineClass("D")
    let first = try space.make(other)
    let second = try space.make(owner)
    try second.set("me", to: second)
    try second.set("c1", to: first)
    try second.set("wr", to: space.weakReference(to: first, callback: second.get("cb")))
    try first.release()
    try second.release()
    if !sharesClass { try other.release() }
    try owner.release()
    #expect(try space.collect() > 0)
    #expect(notes.entries.isEmpty)
  }

  @Test(.answers("test_weakref.ReferencesTestCase.test_callback_in_cycle_resurrection"))
  func `only the callback that is reachable from outside is called`() throws {
    let space = try ObjectSpace.quiet()
    let notes = Notes()
    let method = try space.function("acallback") { arguments throws(ObjectError) in
      notes.objects.append(try arguments[0].get("c"))
      return nil
    }
    let type = try space.defineClass("C", attributes: ["acallback": method])
    let first = try space.make(type)
    let second = try space.make(type)
    try first.set("c", to: second)
    try second.set("c", to: first)
    try first.set("wr", to: space.weakReference(to: second, callback: first.get("acallback")))
    try second.set("wr", to: space.weakReference(to: first, callback: second.get("acallback")))
    let reference = try space.weakReference(to: type, callback: space.noting("C went away", in: notes))
    for object in [first, second, type] { try object.release() }
    #expect(notes.entries.isEmpty)
    try space.collect()
    #expect(notes.objects.isEmpty)
    #expect(notes.entries == ["C went away"])
    #expect(try !space.isLive(reference))
    notes.entries = []
    try space.collect()
    #expect(notes.entries.isEmpty)
  }

  @Test(.answers("test_weakref.ReferencesTestCase.test_callbacks_on_callback"))
  func `a callback on a callback is called where it is reachable from outside`() throws {
    let space = try ObjectSpace.quiet()
    let notes = Notes()
    let method = try space.function("cb") { _ in
      notes.entries.append("cb called")
      return nil
    }
    let type = try space.defineClass("C", attributes: ["cb": method])
    let first = try space.make(type)
    let second = try space.make(type)
    try first.set("other", to: second)
    try second.set("other", to: first)
    let callback = try first.get("cb")
    try first.set("wr", to: space.weakReference(to: second, callback: callback))
    try second.set("wr", to: space.weakReference(to: callback, callback: second.get("cb")))
    let external = try space.weakReference(
      to: callback, callback: space.noting("safe_callback called", in: notes))
    #expect(try space.isLive(external))
    for object in [callback, first, second, type] { try object.release() }
    #expect(notes.entries.isEmpty)
    try space.collect()
    #expect(notes.entries == ["safe_callback called"])
    #expect(try !space.isLive(external))
    notes.entries = []
    try space.collect()
    #expect(notes.entries.isEmpty)
  }

  @Test(
    .answers(
      "test_weakref.ReferencesTestCase.test_gc_during_ref_creation",
      "test_weakref.ReferencesTestCase.test_gc_during_proxy_creation"), arguments: [false, true])
  func `a collection may come while a reference is made`(_ makesProxy: Bool) throws {
    let space = try ObjectSpace()
    space.collectorThresholds = CollectorThresholds(generation0: 1, generation1: 1, generation2: 1)
    try space.collect()
    let type = try space.defineClass("A")
    let callback = try space.function("callback") { _ in nil }
    let referenced = try space.make(type)
    let cyclic = try space.make(type)
    try cyclic.set("a", to: cyclic)
    try cyclic.set(
      "wr", to: makesProxy ? space.weakProxy(to: referenced) : space.weakReference(to: referenced))
    try cyclic.release()
    let again = try space.make(type)
    let reference = try space.weakReference(to: referenced, callback: callback)
    #expect(try space.isSame(space.call(reference), referenced))
    try again.release()
    try space.collect()
    #expect(try space.weakReferenceCount(of: referenced) == 1)
  }

  @Test(.answers("test_weakref.ReferencesTestCase.test_trashcan_16602"))
  func `a callback in a long chain that goes never sees an object without references`() throws {
    let space = try ObjectSpace.quiet()
    let notes = Notes()
    let initializer = try space.function("__init__") { arguments throws(ObjectError) in
      let object = arguments[0]
      guard try space.typeName(of: arguments[1]) == "C" else { return nil }
      let own = try space.weakReference(to: object)
      let callback = try space.function("cb", closure: [space.cell(own)]) { _ throws(ObjectError) in
        if let object = try space.referent(of: own), try space.referenceCount(of: object) < 2 {
          notes.entries.append("seen without references")
        }
        return nil
      }
      try object.set("wparent", to: space.weakReference(to: arguments[1], callback: callback))
      return nil
    }
    let type = try space.defineClass("C", attributes: ["__init__": initializer])
    let dictionary = try space.weakKeyDictionary()
    let root = try space.make(type, space.noneObject)
    var last = try root.get("__class__")
    last = try space.make(type, root)
    try dictionary.set(last, for: root)
    for _ in 0..<99 {
      let next = try space.make(type, last)
      try dictionary.set(next, for: last)
      last = next
    }
    #expect(try dictionary.count == 100)
    try root.release()
    try last.release()
    try space.collect()
    #expect(try dictionary.count == 0)
    #expect(notes.entries.isEmpty)
  }

  @Test(.answers("test_weakref.ReferencesTestCase.test_callback_gcs"))
  func `a callback may collect while an object with a finalizer goes`() throws {
    let space = try ObjectSpace.quiet()
    let notes = Notes()
    let type = try space.defineClass(
      "ObjectWithDel", attributes: ["__del__": space.noting("finalized", in: notes)])
    let object = try space.make(type)
    let callback = try space.function("callback") { _ throws(ObjectError) in
      notes.entries.append("called")
      return try space.collect()
    }
    let reference = try space.weakReference(to: object, callback: callback)
    try object.release()
    try space.collect()
    #expect(notes.entries == ["finalized", "called"])
    try reference.release()
  }

  @Test(.answers("test_weakref.ReferencesTestCase.test_no_memory_when_clearing"))
  func `references are cleared and called where there is no memory left`() throws {
    var options = ObjectSpaceOptions()
    options.memoryLimit = ByteCount(4 << 20)
    let space = try ObjectSpace(options: options)
    let notes = Notes()
    let object = try space.make(space.defineClass("TestObj"))
    let callback = try space.noting("called", in: notes)
    let references = try (0..<50).map { _ in try space.weakReference(to: object, callback: callback) }
    let ballast = try space.list()
    #expect(
      thrown { while true { try space.append(space.bytes([UInt8](repeating: 7, count: 400)), to: ballast) } }
        == .memoryError)
    try object.release()
    #expect(notes.entries.count == 50)
    for reference in references { #expect(try !space.isLive(reference)) }
    try ballast.release()
    #expect(try space.count(of: space.list([1])) == 1)
  }
}
