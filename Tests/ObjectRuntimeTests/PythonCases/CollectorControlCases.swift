import ObjectRuntime
import Testing

/// What can be asked of the collector, and how it is told what to do.
struct CollectorControlCases {
  @Test(.answers("test_gc.GCTests.test_get_count"))
  func `a new list counts in the youngest generation`() throws {
    let space = try ObjectSpace.quiet()
    let before = space.collectorCounts
    let list = try space.list()
    let after = space.collectorCounts
    #expect((before.generation1, before.generation2) == (0, 0))
    #expect((after.generation1, after.generation2) == (0, 0))
    #expect(before.generation0 < 5)
    #expect(after.generation0 == before.generation0 + 1)
    try list.release()
  }

  @Test(.answers("test_gc.GCTests.test_collect_generations"))
  func `each collection counts in the generation after it`() throws {
    let space = try ObjectSpace.quiet()
    let list = try space.list()
    try space.collect(generation: 0)
    let first = space.collectorCounts
    #expect((first.generation1, first.generation2) == (1, 0))
    #expect(try space.generation(of: list) == 1)
    try space.collect(generation: 1)
    let second = space.collectorCounts
    #expect((second.generation1, second.generation2) == (0, 1))
    #expect(try space.generation(of: list) == 2)
    try space.collect(generation: 2)
    let third = space.collectorCounts
    #expect((third.generation1, third.generation2) == (0, 0))
  }

  @Test(.answers("test_gc.GCTests.test_get_referents"))
  func `referents are what a container holds`() throws {
    let space = try ObjectSpace.quiet()
    func numbers(_ object: ObjectHandle) throws -> [Int] {
      try space.referents(of: object).map { try space.number($0) }.sorted()
    }
    #expect(try numbers(space.list([1, 3, 5])) == [1, 3, 5])
    // Lists and tuples are walked from their ends.
    let backwards = try space.referents(of: space.list([1, 3, 5])).map { try space.number($0) }
    #expect(backwards == [5, 3, 1])
    #expect(try numbers(space.tuple([1, 3, 5])) == [1, 3, 5])
    let dict = try space.dict()
    try space.setElement(1, of: dict, to: 3)
    try space.setElement(5, of: dict, to: 7)
    #expect(try numbers(dict) == [1, 3, 5, 7])
    #expect(try numbers(space.tuple([0, 0, 0])) == [0, 0, 0])
    for atom in [try space.object(1), try space.object("a"), try space.complex(0, 4)] {
      #expect(try space.referents(of: atom).isEmpty)
    }
  }

  @Test(.answers("test_gc.GCTests.test_is_tracked"))
  func `atoms are not tracked, instances and mutable containers are`() throws {
    let space = try ObjectSpace.quiet()
    let atoms: [ObjectHandle] = [
      space.noneObject, try space.object(1), try space.object(1.0), try space.complex(1, 5),
      try space.object(true), try space.object(false), try space.bytes([97]), try space.object("a"),
      try space.builtinClass("type"), try space.builtinClass("int"), try space.builtinClass("object"),
      try space.make(space.builtinClass("object")),
    ]
    for atom in atoms { #expect(try !space.isTracked(atom), "\(atom)") }
    let user = try space.defineClass("UserClass")
    let userInt = try space.defineClass("UserInt", bases: [space.builtinClass("int")])
    let slotted = try space.defineClass("UserClassSlots", slots: [])
    let float = try space.defineClass("UserFloatSlots", bases: [space.builtinClass("float")], slots: [])
    let integer = try space.defineClass("UserIntSlots", bases: [space.builtinClass("int")], slots: [])
    let tracked: [ObjectHandle] = [
      try space.module("gc"), user, try space.make(user), try space.make(userInt), try space.list(),
      try space.set(), try space.make(slotted), try space.make(float), try space.make(integer),
    ]
    for object in tracked { #expect(try space.isTracked(object), "\(object)") }
  }

  @Test(.answers("test_gc.GCTests.test_is_finalized"))
  func `an object that was saved by its finalizer says that it was finalized`() throws {
    let space = try ObjectSpace.quiet()
    let notes = Notes()
    #expect(try !space.isFinalized(space.object(3)))
    let finalizer = try space.function("__del__") { arguments in
      notes.objects.append(arguments[0])
      return nil
    }
    let lazarus = try space.make(space.defineClass("Lazarus", attributes: ["__del__": finalizer]))
    #expect(try !space.isFinalized(lazarus))
    try lazarus.release()
    try space.collect()
    let saved = try #require(notes.objects.last)
    notes.objects = []
    #expect(try space.isFinalized(saved))
  }

  @Test(.answers("test_gc.GCTests.test_get_stats"))
  func `the statistics count the collections of each generation`() throws {
    let space = try ObjectSpace.quiet()
    let old = space.collectorStatistics
    #expect(old.count == 3)
    for statistics in old {
      #expect(statistics.collected >= 0 && statistics.collections >= 0 && statistics.uncollectable == 0)
    }
    try space.collect(generation: 0)
    var new = space.collectorStatistics
    #expect(new.map(\.collections) == [old[0].collections + 1, old[1].collections, old[2].collections])
    try space.collect(generation: 2)
    new = space.collectorStatistics
    #expect(new.map(\.collections) == [old[0].collections + 1, old[1].collections, old[2].collections + 1])
  }

  @Test(.answers("test_gc.GCTests.test_freeze"))
  func `frozen objects are counted until they are set free`() throws {
    let space = try ObjectSpace.quiet()
    space.freeze()
    #expect(space.frozenCount > 0)
    space.unfreeze()
    #expect(space.frozenCount == 0)
  }

  @Test(.answers("test_gc.GCTests.test_get_objects"))
  func `a new list is among the objects`() throws {
    let space = try ObjectSpace.quiet()
    let list = try space.list()
    try space.append(list, to: list)
    #expect(try space.objects().contains { try space.isSame($0, list) })
  }

  @Test(.answers("test_gc.GCTests.test_get_objects_generations"))
  func `a list moves to the next generation with each collection`() throws {
    let space = try ObjectSpace.quiet()
    let list = try space.list()
    try space.append(list, to: list)
    func places() throws -> [Bool] {
      try (0...2).map { generation in
        try space.objects(generation: generation).contains { try space.isSame($0, list) }
      }
    }
    #expect(try places() == [true, false, false])
    try space.collect(generation: 0)
    #expect(try places() == [false, true, false])
    try space.collect(generation: 1)
    #expect(try places() == [false, false, true])
    try space.collect(generation: 2)
    #expect(try places() == [false, false, true])
  }

  @Test(.answers("test_gc.GCTests.test_get_objects_arguments"))
  func `there is no generation beyond the third, and none below the first`() throws {
    let space = try ObjectSpace.quiet()
    let all = try space.objects().count
    #expect(try space.objects(generation: nil).count == all)
    #expect(thrown { _ = try space.objects(generation: 1000) } == .valueError)
    #expect(thrown { _ = try space.objects(generation: -1000) } == .valueError)
    #expect(thrown { _ = try space.collect(generation: 3) } == .valueError)
  }

  @Test(.answers("test_gc.GCCallbackTests.test_collect"))
  func `every callback is told of the start and of the end`() throws {
    let space = try ObjectSpace.quiet()
    let notes = Notes()
    space.addCollectorCallback { notes.entries.append("1 \($0.phase.rawValue)") }
    let second = space.addCollectorCallback { notes.entries.append("2 \($0.phase.rawValue)") }
    try space.collect()
    #expect(notes.entries == ["1 start", "2 start", "1 stop", "2 stop"])
    space.removeCollectorCallback(second)
    notes.entries = []
    try space.collect()
    #expect(notes.entries == ["1 start", "1 stop"])
  }

  @Test(.answers("test_gc.GCCallbackTests.test_collect_generation"))
  func `callbacks are told which generation it is`() throws {
    let space = try ObjectSpace.quiet()
    let notes = Notes()
    space.addCollectorCallback { notes.numbers.append($0.generation) }
    try space.collect(generation: 2)
    try space.collect(generation: 0)
    #expect(notes.numbers == [2, 2, 0, 0])
  }

  @Test(.answers("test_gc.GCTogglingTests.test_indirect_calls_with_gc_disabled"))
  func `allocations collect by themselves, and not where that is switched off`() throws {
    let space = try ObjectSpace.quiet()
    space.collectorThresholds = CollectorThresholds(generation0: 1000, generation1: 0, generation2: 0)
    let cycle = try space.defineCycle()
    let notes = Notes()
    func iterations() throws -> Int {
      notes.entries = []
      let target = try space.make(cycle)
      let reference = try space.weakReference(to: target, callback: space.noting("collected", in: notes))
      try target.release()
      let junk = try space.list()
      var count = 0
      while notes.entries.isEmpty, count <= 10_000 {
        count += 1
        try space.append(space.list(), to: junk)
      }
      try reference.release()
      return count
    }
    space.isCollectorEnabled = true
    #expect(try iterations() < 10_000)
    space.isCollectorEnabled = false
    #expect(try iterations() == 10_001)
  }
}
