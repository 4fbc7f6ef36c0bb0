import ObjectRuntime
import Testing

/// What a collection finds, and how many objects it says that there were.
struct CollectorCases {
  @Test(.answers("test_gc.GCTests.test_list"))
  func `a list that holds itself is one unreachable object`() throws {
    let space = try ObjectSpace.quiet()
    let list = try space.list()
    try space.append(list, to: list)
    try space.collect()
    try list.release()
    #expect(try space.collect() == 1)
  }

  @Test(.answers("test_gc.GCTests.test_dict"))
  func `a dict that holds itself is one unreachable object`() throws {
    let space = try ObjectSpace.quiet()
    let dict = try space.dict()
    try space.setElement(1, of: dict, to: dict)
    try space.collect()
    try dict.release()
    #expect(try space.collect() == 1)
  }

  @Test(.answers("test_gc.GCTests.test_tuple"))
  func `a tuple whose list holds it makes two unreachable objects`() throws {
    let space = try ObjectSpace.quiet()
    let list = try space.list()
    let tuple = try space.tuple([list])
    try space.append(tuple, to: list)
    try space.collect()
    try tuple.release()
    try list.release()
    #expect(try space.collect() == 2)
  }

  @Test(.answers("test_gc.GCTests.test_class"))
  func `a class that has itself as an attribute goes with its dict, order and descriptors`() throws {
    let space = try ObjectSpace.quiet()
    let type = try space.defineClass("A")
    try type.set("a", to: type)
    try space.collect()
    try type.release()
    #expect(try space.collect() == 5)
  }

  @Test(.answers("test_gc.GCTests.test_newstyleclass"))
  func `a class that nobody holds is a cycle of its own`() throws {
    let space = try ObjectSpace.quiet()
    let type = try space.defineClass("A", bases: [space.builtinClass("object")])
    try space.collect()
    try type.release()
    #expect(try space.collect() == 5)
  }

  @Test(.answers("test_gc.GCTests.test_instance"))
  func `an instance that holds itself is one unreachable object`() throws {
    let space = try ObjectSpace.quiet()
    let type = try space.defineClass("A")
    try space.setGlobal("A", to: type)
    let instance = try space.make(type)
    try instance.set("a", to: instance)
    try space.collect()
    try instance.release()
    #expect(try space.collect() == 1)
  }

  @Test(.answers("test_gc.GCTests.test_newinstance"))
  func `an instance of a list's subclass and a class's own instance go as cycles`() throws {
    let space = try ObjectSpace.quiet()
    let first = try space.defineClass("A")
    let list = try space.defineClass("B", bases: [space.builtinClass("list")])
    let both = try space.defineClass("C", bases: [list, first])
    let instance = try space.make(both)
    try instance.set("a", to: instance)
    try space.collect()
    try instance.release()
    #expect(try space.collect() == 2)
    try list.release()
    try both.release()
    #expect(try space.collect() == 8)
    let own = try space.make(first)
    try first.set("a", to: own)
    try own.release()
    try first.release()
    #expect(try space.collect() == 6)
    #expect(try space.collect() == 0)
  }

  @Test(.answers("test_gc.GCTests.test_method"))
  func `a bound method kept by its instance is a cycle of two`() throws {
    let space = try ObjectSpace.quiet()
    let initializer = try space.function("__init__") { arguments throws(ObjectError) in
      try arguments[0].set("init", to: arguments[0].get("__init__"))
      return nil
    }
    let type = try space.defineClass("A", attributes: ["__init__": initializer])
    try space.setGlobal("A", to: type)
    let instance = try space.make(type)
    try space.collect()
    try instance.release()
    #expect(try space.collect() == 2)
  }

  @Test(.answers("test_gc.GCTests.test_function"))
  func `a function in the dict of its own globals is a cycle of two`() throws {
    let space = try ObjectSpace.quiet()
    let globals = try space.dict()
    let function = try space.function("f", globals: globals) { _ in nil }
    try space.setElement("f", of: globals, to: function)
    try function.release()
    try space.collect()
    try globals.release()
    #expect(try space.collect() == 2)
  }

  @Test(.answers("test_gc.GCTests.test_function_tp_clear_leaves_consistent_state"))
  func `a function seen while a collection empties it is in order`() throws {
    let space = try ObjectSpace.quiet()
    let notes = Notes()
    let late = try space.defineClass(
      "LateFin", slots: ["ref"],
      attributes: [
        "__del__": space.function("__del__") { arguments throws(ObjectError) in
          let space = arguments[0].space
          if let seen = try space.referent(of: arguments[0].get("ref")) { notes.objects.append(seen) }
          return nil
        }
      ])
    let cyclic = try space.defineClass(
      "Cyclic", bases: [space.builtinClass("tuple")], slots: [],
      attributes: [
        "__del__": space.function("__del__") { arguments throws(ObjectError) in
          let space = arguments[0].space
          let late = try space.element(1, of: arguments[0])
          try late.set("ref", to: space.weakReference(to: space.element(0, of: arguments[0])))
          try space.removeGlobal("latefin")
          return nil
        }
      ])
    let lateInstance = try space.make(late)
    try space.setGlobal("latefin", to: lateInstance)
    let function = try space.function("func") { _ in nil }
    let instance = try space.make(cyclic, space.tuple([function, lateInstance]))
    try lateInstance.release()
    try function.set("__module__", to: instance)
    try function.release()
    try instance.release()
    try space.collect()
    let seen = try #require(notes.objects.first)
    #expect(try space.typeName(of: seen) == "function")
    #expect(seen.description.hasPrefix("<function  at 0x"))
  }

  @Test(.answers("test_gc.GCTests.test_boom"))
  func `a class's attribute hook is not asked for finalizers`() throws {
    let space = try ObjectSpace.quiet()
    let notes = Notes()
    let hook = try space.function("__getattr__") { arguments throws(ObjectError) in
      notes.entries.append("asked")
      try arguments[0].remove("attr")
      throw ObjectError(.attributeError, "boom")
    }
    let boom = try space.defineClass("Boom", attributes: ["__getattr__": hook])
    let first = try space.make(boom)
    let second = try space.make(boom)
    try first.set("attr", to: second)
    try second.set("attr", to: first)
    try space.collect()
    try first.release()
    try second.release()
    #expect(try space.collect() == 2)
    #expect(notes.entries.isEmpty)
    #expect(try space.count(of: space.garbage) == 0)
  }

  @Test(.answers("test_gc.GCTests.test_boom2"))
  func `a hook that breaks the cycle at its second call is not asked either`() throws {
    let space = try ObjectSpace.quiet()
    let initializer = try space.function("__init__") { arguments throws(ObjectError) in
      try arguments[0].set("x", to: 0)
      return nil
    }
    let hook = try space.function("__getattr__") { arguments throws(ObjectError) in
      let space = arguments[0].space
      let count = try space.number(arguments[0].get("x")) + 1
      try arguments[0].set("x", to: count)
      if count > 1 { try arguments[0].remove("attr") }
      throw ObjectError(.attributeError, "boom")
    }
    let boom = try space.defineClass("Boom2", attributes: ["__init__": initializer, "__getattr__": hook])
    let first = try space.make(boom)
    let second = try space.make(boom)
    try first.set("attr", to: second)
    try second.set("attr", to: first)
    try space.collect()
    try first.release()
    try second.release()
    #expect(try space.collect() == 2)
    #expect(try space.count(of: space.garbage) == 0)
  }

  @Test(.answers("test_gc.GCTests.test_bug21435"))
  func `a finalizer may set an attribute of an instance in a dying cycle`() throws {
    let space = try ObjectSpace.quiet()
    let first = try space.defineClass("A")
    let second = try space.defineClass(
      "B",
      attributes: [
        "__init__": space.function("__init__") { arguments throws(ObjectError) in
          try arguments[0].set("x", to: arguments[1])
          return nil
        },
        "__del__": space.function("__del__") { arguments throws(ObjectError) in
          try arguments[0].set("attr", to: arguments[0].space.noneObject)
          return nil
        },
      ])
    let a = try space.make(first)
    let b = try space.make(second, space.make(first))
    try a.set("attr", to: b)
    try b.set("attr", to: a)
    try a.release()
    try b.release()
    // The finalizer takes the cycle apart, so that counts alone let all three go.
    #expect(try space.collect() == 0)
  }

  @Test(.answers("test_gc.GCTests.test_trashcan"))
  func `collections inside the finalizers of deep nests harm nothing`() throws {
    let space = try ObjectSpace()
    let notes = Notes()
    let finalizer = try space.function("__del__") { arguments throws(ObjectError) in
      notes.numbers.append(1)
      if notes.numbers.count.isMultiple(of: 17) { try arguments[0].space.collect() }
      return nil
    }
    let ouch = try space.defineClass("Ouch", attributes: ["__del__": finalizer])
    let depth = 150
    for _ in 0..<2 {
      var list = try space.list()
      for _ in 0..<depth { list = try space.list([list, space.make(ouch)]) }
      list = space.noneObject
      var dict = try space.dict()
      for _ in 0..<depth {
        let outer = try space.dict()
        try space.setElement(1, of: outer, to: dict)
        try space.setElement(2, of: outer, to: space.make(ouch))
        dict = outer
      }
    }
    #expect(notes.numbers.count == 4 * depth)
  }

  @Test(.answers("test_gc.GCTests.test_del", "test_gc.GCTests.test_del_newclass"))
  func `a finalizer may trigger collections`() throws {
    let space = try ObjectSpace()
    space.collectorThresholds = CollectorThresholds(generation0: 1)
    let notes = Notes()
    let finalizer = try space.function("__del__") { arguments throws(ObjectError) in
      for _ in 0..<5 { _ = try arguments[0].space.list([arguments[0]]) }
      notes.entries.append("gone")
      return nil
    }
    let instance = try space.make(space.defineClass("A", attributes: ["__del__": finalizer]))
    try instance.release()
    #expect(notes.entries == ["gone"])
  }

  @Test(.answers("test_gc.GCTests.test_saveall"))
  func `what would go is kept in the garbage list where that is asked for`() throws {
    let space = try ObjectSpace.quiet()
    let list = try space.list()
    try space.append(list, to: list)
    let identity = try space.identity(of: list)
    space.collectorDebugOptions = .saveAll
    try list.release()
    try space.collect()
    space.collectorDebugOptions = []
    #expect(try space.count(of: space.garbage) == 1)
    let kept = try space.pop(from: space.garbage)
    #expect(try space.identity(of: kept) == identity)
    try kept.release()
    #expect(try space.collect() == 1)
  }

  @Test(.answers("test_gc.GCTests.test_frame"))
  func `a frame that its own variables hold is one unreachable object`() throws {
    let space = try ObjectSpace.quiet()
    let function = try space.function("f") { _ in nil }
    let frame = try space.frame(of: function, variables: [nil])
    try space.setVariable(0, of: frame, to: frame)
    try frame.release()
    #expect(try space.collect() == 1)
  }

  @Test func `the implicit static and class methods of a class go with it`() throws {
    let space = try ObjectSpace.quiet()
    let new = try space.function("__new__") { arguments throws(ObjectError) in
      try space.makeInstance(of: arguments[0])
    }
    var type = try space.defineClass("A", attributes: ["__new__": new])
    try new.release()
    #expect(try space.typeName(of: space.make(type)) == "A")
    try space.collect()
    try type.release()
    #expect(try space.collect() == 7)
    let hook = try space.function("__init_subclass__") { _ in nil }
    let item = try space.function("__class_getitem__") { _ in nil }
    type = try space.defineClass("A", attributes: ["__init_subclass__": hook, "__class_getitem__": item])
    try hook.release()
    try item.release()
    try space.collect()
    try type.release()
    #expect(try space.collect() == 9)
  }
}
