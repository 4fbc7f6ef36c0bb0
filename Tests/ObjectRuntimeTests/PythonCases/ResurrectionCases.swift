import ObjectRuntime
import Testing

/// Objects that a finalizer or a callback tries to bring back.
struct ResurrectionCases {
  @Test(.answers("test_gc.GCTests.test_resurrection_only_happens_once_per_object"))
  func `an object comes back once`() throws {
    let space = try ObjectSpace.quiet()
    let notes = Notes()
    let finalizer = try space.function("__del__") { arguments in
      notes.numbers.append(1)
      notes.objects.append(arguments[0])
      return nil
    }
    let lazarus = try space.defineClass(
      "Lazarus", bases: [space.defineCycle("A")], attributes: ["__del__": finalizer])
    let instance = try space.make(lazarus)
    try instance.release()
    try space.collect()
    #expect(notes.numbers.count == 1)
    #expect(notes.objects.count == 1)
    notes.objects = []
    #expect(notes.numbers.count == 1)
    #expect(try space.collect() == 1)
    #expect(notes.numbers.count == 1)
  }

  @Test(.answers("test_gc.GCTests.test_resurrection_is_transitive"))
  func `what comes back brings what it holds`() throws {
    let space = try ObjectSpace.quiet()
    let notes = Notes()
    let finalizer = try space.function("__del__") { arguments in
      notes.objects.append(arguments[0])
      return nil
    }
    try space.setGlobal("Lazarus", to: space.defineClass("Lazarus", attributes: ["__del__": finalizer]))
    try space.setGlobal("Cargo", to: space.defineCycle("Cargo"))
    let laz = try space.make(space.global("Lazarus"))
    let cargo = try space.make(space.global("Cargo"))
    let identity = try space.identity(of: cargo)
    try laz.set("cargo", to: cargo)
    try cargo.set("laz", to: laz)
    try laz.release()
    try cargo.release()
    #expect(try space.collect() == 0)
    #expect(notes.objects.count == 1)
    let saved = try #require(notes.objects.last)
    notes.objects = []
    #expect(try space.identity(of: saved.get("cargo")) == identity)
    try saved.release()
    #expect(try space.collect() == 2)
  }

  @Test(.answers("test_gc.GCTests.test_resurrection_does_not_block_cleanup_of_other_objects"))
  func `an object that comes back does not keep others, and is not counted`() throws {
    let space = try ObjectSpace.quiet()
    let notes = Notes()
    let cycle = try space.defineCycle("A")
    let finalizer = try space.function("__del__") { arguments in
      notes.objects.append(arguments[0])
      return nil
    }
    let lasting = try space.defineClass("Z", bases: [cycle], attributes: ["__del__": finalizer])
    var collected = space.collectorStatistics[2].collected
    func collect() throws -> [Int] {
      let found = try space.collect()
      let now = space.collectorStatistics[2].collected
      defer { collected = now }
      return [found, now - collected]
    }
    for _ in 0..<100 { _ = try space.make(cycle) }
    #expect(try collect() == [100, 100])
    _ = try space.make(lasting)
    #expect(try collect() == [0, 0])
    for _ in 0..<100 { _ = try space.make(cycle) }
    _ = try space.make(lasting)
    #expect(try collect() == [100, 100])
    #expect(notes.objects.count == 2)
    notes.objects = []
    #expect(try collect() == [2, 2])
  }

  @Test(.answers("test_gc.GCTests.test_bug1055820b"))
  func `callbacks of one collection find none of its objects alive`() throws {
    let space = try ObjectSpace.quiet()
    let notes = Notes()
    let cycle = try space.defineCycle()
    var references: [ObjectHandle] = []
    let callback = try space.function("callback") { _ throws(ObjectError) in
      notes.entries = []
      for reference in references { notes.entries.append(try space.isLive(reference) ? "alive" : "gone") }
      return nil
    }
    let objects = [try space.make(cycle), try space.make(cycle)]
    for object in objects { references.append(try space.weakReference(to: object, callback: callback)) }
    try space.collect()
    #expect(notes.entries.isEmpty)
    for object in objects { try object.release() }
    try space.collect()
    #expect(notes.entries == ["gone", "gone"])
  }

  /// An object of the oldest generation that only a young cycle keeps, and a second young cycle that it could reach
  /// through a weak reference: emptying the first runs code that must not find the second.
  private func oldObjectKeptByYoungCycle(
    _ space: ObjectSpace, _ watch: (_ old: ObjectHandle, _ second: ObjectHandle) throws -> [ObjectHandle],
    oldClass: ObjectHandle? = nil
  ) throws {
    let cycle = try space.defineCycle("C1055820")
    let old = try space.make(oldClass ?? cycle)
    try space.collect()
    let first = try space.make(cycle)
    try first.set("keep", to: old)
    try old.remove("me")
    let second = try space.make(cycle)
    let kept = try watch(old, second)
    for object in [old, first, second] { try object.release() }
    try space.collect(generation: 0)
    for object in kept where object.isValid { try object.release() }
  }

  @Test(.answers("test_gc.GCTogglingTests.test_bug1055820c"))
  func `a callback on an old object does not reach a young cycle that goes with it`() throws {
    let space = try ObjectSpace.quiet()
    let notes = Notes()
    try oldObjectKeptByYoungCycle(space) { old, second in
      let toSecond = try space.weakReference(to: second)
      let callback = try space.function("callback") { _ throws(ObjectError) in
        notes.entries.append(try space.isLive(toSecond) ? "alive" : "gone")
        return nil
      }
      return [try space.weakReference(to: old, callback: callback)]
    }
    #expect(notes.entries == ["gone"])
  }

  @Test(.answers("test_gc.GCTogglingTests.test_bug1055820d"))
  func `the finalizer of an old object does not reach a young cycle that goes with it`() throws {
    let space = try ObjectSpace.quiet()
    let notes = Notes()
    var toSecond: ObjectHandle?
    let finalizer = try space.function("__del__") { _ throws(ObjectError) in
      guard let toSecond else { return nil }
      notes.entries.append(try space.isLive(toSecond) ? "alive" : "gone")
      return nil
    }
    let old = try space.defineClass(
      "D", bases: [space.defineCycle("Base")], attributes: ["__del__": finalizer])
    try oldObjectKeptByYoungCycle(
      space,
      { _, second in
        toSecond = try space.weakReference(to: second)
        return []
      }, oldClass: old)
    #expect(notes.entries == ["gone"])
  }
}
