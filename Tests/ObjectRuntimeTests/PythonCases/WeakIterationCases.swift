import ObjectRuntime
import Testing

/// Weak collections whose elements go, or that are changed, while they are iterated.
struct WeakIterationCases {
  @Test(
    .answers(
      "test_weakref.MappingTestCase.test_weak_keyed_len_cycles",
      "test_weakref.MappingTestCase.test_weak_valued_len_cycles"), arguments: [true, false])
  func `what is collected during an iteration is gone when it ends`(_ hasWeakKeys: Bool) throws {
    let space = try ObjectSpace.quiet()
    let type = try space.defineCycle()
    let keyed = try space.weakKeyDictionary()
    let valued = try space.weakValueDictionary()
    for index in 0..<20 {
      let item = try space.make(type)
      if hasWeakKeys { try keyed.set(1, for: item) } else { try valued.set(item, for: index) }
    }
    let iteration = try hasWeakKeys ? keyed.iterate() : valued.iterate()
    var held: (key: ObjectHandle, value: ObjectHandle)? = try iteration.next()
    #expect(held != nil)
    try space.collect()
    let during = try hasWeakKeys ? keyed.count : valued.count
    // Those that wait are taken off a weak key dictionary's count, not off a weak value dictionary's entries.
    #expect(during == 1)
    held = nil
    try iteration.end()
    try space.collect()
    #expect(try (hasWeakKeys ? keyed.count : valued.count) == 0)
  }

  @Test(
    .answers(
      "test_weakref.MappingTestCase.test_weak_keyed_len_race",
      "test_weakref.MappingTestCase.test_weak_valued_len_race"), arguments: [true, false])
  func `counts never leave their bounds while collections come at any allocation`(_ hasWeakKeys: Bool) throws
  {
    let space = try ObjectSpace()
    let type = try space.defineCycle()
    for threshold in stride(from: 1, to: 100, by: 7) {
      try space.collect(generation: 0)
      space.collectorThresholds = CollectorThresholds(
        generation0: threshold, generation1: threshold, generation2: threshold)
      let keyed = try space.weakKeyDictionary()
      let valued = try space.weakValueDictionary()
      func count() throws -> Int { try hasWeakKeys ? keyed.count : valued.count }
      var items = try (0..<20).map { _ in try space.make(type) }
      for (index, item) in items.enumerated() {
        if hasWeakKeys { try keyed.set(1, for: item) } else { try valued.set(item, for: index) }
      }
      items = []
      let iteration = try hasWeakKeys ? keyed.iterate() : valued.iterate()
      _ = try iteration.next()
      let first = try count()
      try iteration.end()
      let second = try count()
      #expect((0...20).contains(first))
      #expect((0...first).contains(second))
    }
  }

  @Test(.answers("test_weakref.MappingTestCase.test_weak_keyed_iters"))
  func `an iteration of a weak key dictionary meets every entry, and so do the references`() throws {
    let space = try ObjectSpace.quiet()
    let (dictionary, objects) = try WeakDictionaryCases.keys(space, space.defineObject())
    let entries = try WeakDictionaryCases.drain(dictionary.iterate())
    #expect(try entries.map { try space.number($0.value) } == Array(0..<objects.count))
    for (entry, object) in zip(entries, objects) { #expect(try space.isSame(entry.key, object)) }
    let references = try space.elements(of: dictionary.keyReferences())
    #expect(references.count == objects.count)
    for (reference, object) in zip(references, objects) {
      let key = try #require(try space.referent(of: reference))
      #expect(try space.isSame(key, object))
      #expect(try dictionary.contains(key))
    }
  }

  @Test(.answers("test_weakref.MappingTestCase.test_weak_valued_iters"))
  func `an iteration of a weak value dictionary meets every entry, and so do the references`() throws {
    let space = try ObjectSpace.quiet()
    let (dictionary, objects) = try WeakDictionaryCases.values(space, space.defineObject())
    let entries = try WeakDictionaryCases.drain(dictionary.iterate())
    #expect(try entries.map { try space.number($0.key) } == Array(0..<objects.count))
    for (entry, object) in zip(entries, objects) { #expect(try space.isSame(entry.value, object)) }
    let references = try space.elements(of: dictionary.valueReferences())
    #expect(references.count == objects.count)
    for (reference, object) in zip(references, objects) {
      let value = try #require(try space.referent(of: reference))
      #expect(try space.isSame(value, object))
    }
  }

  @Test(.answers("test_weakref.MappingTestCase.test_weak_keys_destroy_while_iterating"))
  func `weak keys go while they are iterated, and deletions by hand count at once`() throws {
    let space = try ObjectSpace.quiet()
    let type = try space.defineObject()
    var (dictionary, objects) = try WeakDictionaryCases.keys(space, type)
    let iteration = try dictionary.iterate()
    _ = try iteration.next()
    objects.removeLast()
    #expect(try WeakDictionaryCases.drain(iteration).count == objects.count - 1)
    #expect(try dictionary.count == objects.count)

    /// Runs a closure with an iteration under way and one key gone in it.
    func whileIterating(_ body: (_ key: ObjectHandle, _ value: Int) throws -> Void) throws {
      let iteration = try dictionary.iterate()
      _ = try iteration.next()
      let value = try space.number(objects[objects.count - 1].get("arg"))
      objects.removeLast()
      try body(space.make(type, value), value)
      try iteration.end()
    }
    try whileIterating { key, _ throws in #expect(try !dictionary.contains(key)) }
    try whileIterating { key, _ throws in
      #expect(thrown { try dictionary.remove(key) } == .keyError)
      #expect(try dictionary.pop(key) == nil)
    }
    try whileIterating { key, value in
      try dictionary.set(value, for: key)
      let found = try #require(try dictionary.value(for: key))
      #expect(try space.number(found) == value)
      objects.insert(key, at: 0)
    }
    let copy = try dictionary.copy()
    try whileIterating { _, _ in try dictionary.update(from: copy.object) }
    #expect(try space.isEqual(dictionary, copy))
    try whileIterating { _, _ in try dictionary.removeAll() }
    #expect(try dictionary.count == 0)
  }

  @Test(.answers("test_weakref.MappingTestCase.test_weak_values_destroy_while_iterating"))
  func `weak values go while they are iterated, and the next use by hand makes up for it`() throws {
    let space = try ObjectSpace.quiet()
    let type = try space.defineObject()
    var (dictionary, objects) = try WeakDictionaryCases.values(space, type)
    let iteration = try dictionary.iterate()
    _ = try iteration.next()
    objects.removeLast()
    #expect(try WeakDictionaryCases.drain(iteration).count == objects.count - 1)
    #expect(try dictionary.count == objects.count)

    func whileIterating(_ body: (_ key: Int, _ value: ObjectHandle) throws -> Void) throws {
      let iteration = try dictionary.iterate()
      _ = try iteration.next()
      let key = try space.number(objects[objects.count - 1].get("arg"))
      objects.removeLast()
      try body(key, space.make(type, key))
      try iteration.end()
    }
    try whileIterating { key, _ throws in #expect(try !dictionary.contains(key)) }
    try whileIterating { key, _ throws in
      #expect(thrown { try dictionary.remove(key) } == .keyError)
      #expect(try dictionary.pop(key) == nil)
    }
    try whileIterating { key, value in
      try dictionary.set(value, for: key)
      let found = try #require(try dictionary.value(for: key))
      #expect(try space.isSame(found, value))
      objects.insert(value, at: 0)
    }
    let copy = try dictionary.copy()
    try whileIterating { _, _ in try dictionary.update(from: copy.object) }
    #expect(try space.isEqual(dictionary, copy))
    try whileIterating { _, _ in try dictionary.removeAll() }
    #expect(try dictionary.count == 0)
  }

  @Test func `a weak dictionary that grows while it is iterated says so`() throws {
    let space = try ObjectSpace.quiet()
    let type = try space.defineObject()
    let (dictionary, objects) = try WeakDictionaryCases.values(space, type)
    let iteration = try dictionary.iterate()
    _ = try iteration.next()
    try dictionary.set(objects[0], for: "new")
    #expect(thrown { _ = try iteration.next() } == .runtimeError)
    #expect(try space.count(of: dictionary.object.get("_iterating")) == 0)
  }

  @Test func `an iteration that is dropped ends`() throws {
    let space = try ObjectSpace.quiet()
    let (dictionary, objects) = try WeakDictionaryCases.values(space, space.defineObject())
    var iteration: WeakIteration<(key: ObjectHandle, value: ObjectHandle)>? = try dictionary.iterate()
    _ = try iteration?.next()
    #expect(try space.count(of: dictionary.object.get("_iterating")) == 1)
    iteration = nil
    #expect(try space.count(of: dictionary.object.get("_iterating")) == 0)
    #expect(try dictionary.count == objects.count)
  }

  @Test(
    .answers(
      "test_weakset.TestWeakSet.test_weak_destroy_while_iterating",
      "test_weakset.TestWeakSet.test_weak_destroy_and_mutate_while_iterating"))
  func `weak elements go while they are iterated`() throws {
    let space = try ObjectSpace.quiet()
    let type = try space.defineObject()
    var objects = try (0..<10).map { try space.make(type, $0) }
    let set = try space.weakSet(space.list(objects))
    #expect(try set.count == 10)
    let iteration = try set.iterate()
    _ = try iteration.next()
    objects.removeLast()
    #expect(try set.count == 9)
    #expect(try WeakDictionaryCases.drain(iteration).count == 8)
    #expect(try set.count == 9)

    let again = try set.iterate()
    _ = try again.next()
    let number = try space.number(objects[objects.count - 1].get("arg"))
    objects.removeLast()
    let twin = try space.make(type, number)
    #expect(try !set.contains(twin))
    #expect(thrown { try set.remove(twin) } == .keyError)
    try set.insert(twin)
    #expect(try set.contains(twin))
    try again.end()
    #expect(try set.count == 9)
    try set.discard(twin)
    #expect(try set.count == 8)
    let copy = try set.copy()
    #expect(try space.isEqual(copy, set))
    _ = try set.pop()
    #expect(try set.count == 7)
    #expect(try !space.isEqual(copy, set))
    try set.removeAll()
    #expect(try set.count == 0)
    #expect(thrown { _ = try set.pop() } == .keyError)
    #expect(thrown { try set.insert(space.object(1)) } == .typeError)
    try set.update(from: copy.object)
    #expect(try set.count == 8)
  }
}
