import ObjectRuntime
import Testing

/// Functions that are called when an object goes.
struct FinalizerCases {
  @Test(.answers("test_weakref.FinalizeTestCase.test_finalize"))
  func `a finalizer calls its function once: by hand, never, or when its object goes`() throws {
    let space = try ObjectSpace.quiet()
    let notes = Notes()
    let add = try space.function("add", parameters: ["x", "y", "z"]) { arguments throws(ObjectError) in
      var sum = 0
      for argument in arguments { sum += try space.number(argument) }
      notes.numbers.append(sum)
      return sum
    }
    func isDead(_ finalizer: Finalizer) throws {
      for _ in 0..<2 { #expect(try space.isSame(finalizer.call(), space.noneObject)) }
      #expect(try finalizer.peek() == nil)
      #expect(try finalizer.detach() == nil)
      #expect(try !finalizer.isAlive)
    }
    func holds(_ contents: Finalizer.Contents?, _ object: ObjectHandle, _ count: Int, _ keywords: Int) throws
    {
      let contents = try #require(contents)
      #expect(try space.isSame(contents.object, object))
      #expect(try space.isSame(contents.function, add))
      #expect(try space.count(of: contents.arguments) == count)
      #expect(try space.count(of: contents.keywords) == keywords)
    }
    let object = try space.make(space.defineClass("A"))
    var finalizer = try space.finalizer(for: object, calling: add, [67, 43], keywords: ["z": 89])
    #expect(try finalizer.isAlive)
    try holds(finalizer.peek(), object, 2, 1)
    #expect(try space.number(finalizer.call()) == 199)
    try isDead(finalizer)
    #expect(notes.numbers == [199])

    finalizer = try space.finalizer(for: object, calling: add, [67, 43, 89])
    try holds(finalizer.peek(), object, 3, 0)
    try holds(finalizer.detach(), object, 3, 0)
    try isDead(finalizer)
    #expect(notes.numbers == [199])

    finalizer = try space.finalizer(for: object, calling: add, keywords: ["x": 67, "y": 43, "z": 89])
    try object.release()
    #expect(notes.numbers == [199, 199])
    try isDead(finalizer)
  }

  @Test(.answers("test_weakref.FinalizeTestCase.test_arg_errors"))
  func `a finalizer needs an object and a function`() throws {
    let space = try ObjectSpace.quiet()
    let type = try space.importModule("weakref").get("finalize")
    let object = try space.make(space.defineClass("A"))
    let function = try space.function("fin") { $0.count }
    let finalizer = Finalizer(try space.make(type, object, function, 1, 2))
    #expect(try space.number(finalizer.call()) == 2)
    #expect(thrown { _ = try space.make(type, object) } == .typeError)
    #expect(thrown { _ = try space.make(type) } == .typeError)
    #expect(thrown { try space.call(type, [object], keywords: ["func": function]) } == .typeError)
    #expect(thrown { _ = try space.finalizer(for: space.object(1), calling: function) } == .typeError)
  }

  @Test(.answers("test_weakref.FinalizeTestCase.test_order"))
  func `finalizers run from the newest to the oldest, and keep themselves alive`() throws {
    let space = try ObjectSpace.quiet()
    let notes = Notes()
    let append = try space.function("append") { arguments throws(ObjectError) in
      notes.entries.append(try space.text(of: arguments[0]) ?? "?")
      return nil
    }
    let object = try space.make(space.defineClass("A"))
    var finalizers: [Finalizer] = []
    for index in 1...5 {
      finalizers.append(try space.finalizer(for: object, calling: append, ["f\(index)"]))
    }
    try finalizers[0].object.release()
    try finalizers[3].object.release()
    for index in [1, 2, 4] { #expect(try finalizers[index].isAlive) }
    #expect(try finalizers[4].detach() != nil)
    #expect(try !finalizers[4].isAlive)
    try finalizers[4].call()
    notes.entries.append("A")
    try finalizers[2].call()
    #expect(try !finalizers[2].isAlive)
    notes.entries.append("B")
    try finalizers[2].call()
    notes.entries.append("C")
    try object.release()
    #expect(try !finalizers[1].isAlive)
    notes.entries.append("D")
    try finalizers[1].call()
    #expect(notes.entries == ["A", "f3", "B", "C", "f4", "f2", "f1", "D"])
  }

  @Test(.answers("test_weakref.FinalizeTestCase.test_all_freed"))
  func `nothing is left of a finalizer that ran`() throws {
    let space = try ObjectSpace.quiet()
    let notes = Notes()
    let type = try space.defineClass(
      "MyFinalizer", bases: [space.importModule("weakref").get("finalize")])
    let object = try space.make(space.defineClass("A"))
    let callback = try space.noting("called", in: notes)
    let finalizer = try space.make(type, object, callback)
    let references = [try space.weakReference(to: callback), try space.weakReference(to: finalizer)]
    try callback.release()
    try finalizer.release()
    for reference in references { #expect(try space.isLive(reference)) }
    try object.release()
    for reference in references { #expect(try !space.isLive(reference)) }
    #expect(notes.entries == ["called"])
  }

  @Test(.answers("test_weakref.FinalizeTestCase.test_atexit"))
  func `at the end the newest runs first, a new one next, and an error stops none`() throws {
    let space = try ObjectSpace.quiet()
    let notes = Notes()
    space.setUnraisableHook { notes.entries.append($0.kind.rawValue) }
    let object = try space.make(space.defineClass("A"))
    let print = try space.function("print") { arguments throws(ObjectError) in
      notes.entries.append(try space.text(of: arguments[0]) ?? "?")
      return nil
    }
    let error = try space.function("error") { _ throws(ObjectError) in
      try space.finalizer(for: object, calling: print, ["g1"])
      notes.entries.append("f3 error")
      throw ObjectError(.zeroDivisionError, "division by zero")
    }
    let first = try space.finalizer(for: object, calling: print, ["f1"])
    let second = try space.finalizer(for: object, calling: print, ["f2"])
    let third = try space.finalizer(for: object, calling: error)
    let fourth = try space.finalizer(for: object, calling: print, ["f4"])
    #expect(try first.runsAtExit())
    try second.setRunsAtExit(false)
    #expect(try !second.runsAtExit())
    #expect(try third.runsAtExit())
    #expect(try fourth.runsAtExit())
    try space.runFinalizers()
    #expect(notes.entries == ["f4", "f3 error", "ZeroDivisionError", "g1", "f1"])
    #expect(try second.isAlive)
    try object.release()
    #expect(notes.entries.count == 5)
    #expect(try !second.isAlive)
  }
}
