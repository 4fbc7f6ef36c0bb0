import ObjectRuntime
import Testing

/// Weak dictionaries as mappings.
struct WeakDictionaryCases {
  static let count = 10

  /// A weak value dictionary of objects by their numbers.
  static func values(
    _ space: ObjectSpace, _ type: ObjectHandle
  ) throws -> (WeakValueDictionary, [ObjectHandle]) {
    let dictionary = try space.weakValueDictionary()
    let objects = try (0..<count).map { try space.make(type, $0) }
    for (index, object) in objects.enumerated() { try dictionary.set(object, for: index) }
    return (dictionary, objects)
  }

  /// A weak key dictionary of numbers by their objects.
  static func keys(_ space: ObjectSpace, _ type: ObjectHandle) throws -> (WeakKeyDictionary, [ObjectHandle]) {
    let dictionary = try space.weakKeyDictionary()
    let objects = try (0..<count).map { try space.make(type, $0) }
    for (index, object) in objects.enumerated() { try dictionary.set(index, for: object) }
    return (dictionary, objects)
  }

  static func drain<Element>(_ iteration: WeakIteration<Element>) throws -> [Element] {
    var elements: [Element] = []
    while let element = try iteration.next() { elements.append(element) }
    return elements
  }

  @Test(.answers("test_weakref.MappingTestCase.test_weak_values"))
  func `an entry of a weak value dictionary goes with its value`() throws {
    let space = try ObjectSpace.quiet()
    let type = try space.defineObject()
    var (dictionary, objects) = try Self.values(space, type)
    for (index, object) in objects.enumerated() {
      #expect(try space.weakReferenceCount(of: object) == 1)
      let value = try #require(try dictionary.value(for: index))
      #expect(try space.isSame(value, object))
    }
    let copy = try dictionary.copy()
    #expect(try space.isEqual(dictionary, copy))
    #expect(try dictionary.count == Self.count)
    #expect(try space.weakReferenceCount(of: objects[0]) == 2)
    objects.removeFirst()
    #expect(try dictionary.count == Self.count - 1)
    objects = []
    #expect(try dictionary.count == 0)
    #expect(try copy.count == 0)
    dictionary = try space.weakValueDictionary()
    #expect(thrown { _ = try space.element(1, of: dictionary.object) } == .keyError)
    try dictionary.set(space.make(type, 2), for: 2)
    #expect(thrown { _ = try space.element(2, of: dictionary.object) } == .keyError)
    #expect(try dictionary.value(for: 2) == nil)
  }

  @Test(.answers("test_weakref.MappingTestCase.test_weak_keys"))
  func `an entry of a weak key dictionary goes with its key`() throws {
    let space = try ObjectSpace.quiet()
    let type = try space.defineObject()
    var (dictionary, objects) = try Self.keys(space, type)
    for (index, object) in objects.enumerated() {
      #expect(try space.weakReferenceCount(of: object) == 1)
      let value = try #require(try dictionary.value(for: object))
      #expect(try space.number(value) == index)
    }
    #expect(try space.isEqual(dictionary, dictionary.copy()))
    #expect(try dictionary.count == Self.count)
    objects.removeFirst()
    #expect(try dictionary.count == Self.count - 1)
    objects = []
    #expect(try dictionary.count == 0)
    let object = try space.make(type, 42)
    try dictionary.set("What is the meaning of the universe?", for: object)
    #expect(try dictionary.contains(object))
    #expect(try !dictionary.contains(34))
  }

  @Test(
    .answers(
      "test_weakref.MappingTestCase.test_make_weak_keyed_dict_from_dict",
      "test_weakref.MappingTestCase.test_make_weak_keyed_dict_from_weak_keyed_dict"))
  func `a weak key dictionary is made of a dict or of another one`() throws {
    let space = try ObjectSpace.quiet()
    let object = try space.make(space.defineObject(), 3)
    let plain = try space.dict()
    try space.setElement(object, of: plain, to: 364)
    let first = try space.weakKeyDictionary(plain)
    let second = try space.weakKeyDictionary(first.object)
    for dictionary in [first, second] {
      let value = try #require(try dictionary.value(for: object))
      #expect(try space.number(value) == 364)
    }
  }

  @Test(
    .answers(
      "test_weakref.MappingTestCase.test_make_weak_valued_dict_from_dict",
      "test_weakref.MappingTestCase.test_make_weak_valued_dict_from_weak_valued_dict"))
  func `a weak value dictionary is made of a dict or of another one`() throws {
    let space = try ObjectSpace.quiet()
    let object = try space.make(space.defineObject(), 3)
    let plain = try space.dict()
    try space.setElement(364, of: plain, to: object)
    let first = try space.weakValueDictionary(plain)
    let second = try space.weakValueDictionary(first.object)
    for dictionary in [first, second] {
      let value = try #require(try dictionary.value(for: 364))
      #expect(try space.isSame(value, object))
    }
  }

  @Test(.answers("test_weakref.MappingTestCase.test_make_weak_valued_dict_misc"))
  func `a weak value dictionary takes one mapping and nothing else`() throws {
    let space = try ObjectSpace.quiet()
    let type = try space.importModule("weakref").get("WeakValueDictionary")
    #expect(thrown { _ = try space.make(type, space.dict(), space.dict()) } == .typeError)
    #expect(thrown { _ = try space.make(type, 5) } == .typeError)
    #expect(try space.count(of: space.make(type)) == 0)
    #expect(try space.count(of: space.make(type, space.dict())) == 0)
  }

  @Test(.answers("test_weakref.MappingTestCase.test_weak_valued_dict_popitem"))
  func `the newest entry of a weak value dictionary is taken out first`() throws {
    let space = try ObjectSpace.quiet()
    let type = try space.defineClass("C")
    let values = [try space.make(type), try space.make(type)]
    let dictionary = try space.weakValueDictionary()
    try dictionary.set(values[0], for: "key1")
    try dictionary.set(values[1], for: "key2")
    for index in [1, 0] {
      let entry = try dictionary.popEntry()
      #expect(try dictionary.count == index)
      #expect(try space.text(of: entry.key) == "key\(index + 1)")
      #expect(try space.isSame(entry.value, values[index]))
    }
    #expect(thrown { _ = try dictionary.popEntry() } == .keyError)
  }

  @Test(.answers("test_weakref.MappingTestCase.test_weak_keyed_dict_popitem"))
  func `the newest entry of a weak key dictionary is taken out first`() throws {
    let space = try ObjectSpace.quiet()
    let type = try space.defineClass("C")
    let keys = [try space.make(type), try space.make(type)]
    let dictionary = try space.weakKeyDictionary()
    try dictionary.set("value 1", for: keys[0])
    try dictionary.set("value 2", for: keys[1])
    for index in [1, 0] {
      let entry = try dictionary.popEntry()
      #expect(try dictionary.count == index)
      #expect(try space.text(of: entry.value) == "value \(index + 1)")
      #expect(try space.isSame(entry.key, keys[index]))
    }
    #expect(thrown { _ = try dictionary.popEntry() } == .keyError)
  }

  @Test(.answers("test_weakref.MappingTestCase.test_weak_valued_dict_setdefault"))
  func `a value that is there stays where another is offered`() throws {
    let space = try ObjectSpace.quiet()
    let type = try space.defineClass("C")
    let values = [try space.make(type), try space.make(type)]
    let dictionary = try space.weakValueDictionary()
    for value in values {
      #expect(try space.isSame(dictionary.setDefault(value, for: "key"), values[0]))
      #expect(try dictionary.contains("key"))
      let found = try #require(try dictionary.value(for: "key"))
      #expect(try space.isSame(found, values[0]))
    }
  }

  @Test(.answers("test_weakref.MappingTestCase.test_weak_keyed_dict_setdefault"))
  func `a weak key's value stays where another is offered`() throws {
    let space = try ObjectSpace.quiet()
    let key = try space.make(space.defineClass("C"))
    let dictionary = try space.weakKeyDictionary()
    for value in ["value 1", "value 2"] {
      #expect(try space.text(of: dictionary.setDefault(value, for: key)) == "value 1")
      #expect(try dictionary.contains(key))
    }
    #expect(try space.weakReferenceCount(of: key) == 1)
  }

  @Test(.answers("test_weakref.MappingTestCase.test_weak_valued_dict_update"))
  func `a weak value dictionary takes the entries of a dict`() throws {
    let space = try ObjectSpace.quiet()
    let type = try space.defineClass("C")
    let objects = try (0..<4).map { _ in try space.make(type) }
    let plain = try space.dict()
    try space.setElement(1, of: plain, to: objects[0])
    try space.setElement("a", of: plain, to: objects[1])
    try space.setElement(objects[3], of: plain, to: objects[2])
    let dictionary = try space.weakValueDictionary()
    try dictionary.update(from: plain)
    #expect(try dictionary.count == 3)
    for (key, value) in try space.entries(of: plain) {
      let found = try #require(try dictionary.value(for: key))
      #expect(try space.isSame(found, value))
    }
    #expect(thrown { try dictionary.object.call("update", plain, plain) } == .typeError)
    #expect(thrown { try dictionary.update(from: space.object(3)) } == .typeError)
  }

  @Test(.answers("test_weakref.MappingTestCase.test_weak_keyed_dict_update"))
  func `a weak key dictionary takes the entries of a dict`() throws {
    let space = try ObjectSpace.quiet()
    let type = try space.defineClass("C")
    let objects = try (0..<3).map { _ in try space.make(type) }
    let plain = try space.dict()
    for (index, object) in objects.enumerated() { try space.setElement(object, of: plain, to: index + 1) }
    let dictionary = try space.weakKeyDictionary()
    try dictionary.update(from: plain)
    #expect(try dictionary.count == 3)
    for (index, object) in objects.enumerated() {
      let found = try #require(try dictionary.value(for: object))
      #expect(try space.number(found) == index + 1)
    }
  }

  @Test(.answers("test_weakref.MappingTestCase.test_weak_keyed_delitem"))
  func `a weak key is deleted`() throws {
    let space = try ObjectSpace.quiet()
    let type = try space.defineObject()
    let objects = [try space.make(type, "1"), try space.make(type, "2")]
    let dictionary = try space.weakKeyDictionary()
    for object in objects { try dictionary.set("something", for: object) }
    #expect(try dictionary.count == 2)
    try dictionary.remove(objects[0])
    #expect(try dictionary.count == 1)
    let keys = try Self.drain(dictionary.iterate()).map(\.key)
    #expect(keys.count == 1)
    #expect(try space.isSame(keys[0], objects[1]))
  }

  @Test(.answers("test_weakref.MappingTestCase.test_weak_valued_delitem"))
  func `a key of a weak value dictionary is deleted`() throws {
    let space = try ObjectSpace.quiet()
    let type = try space.defineObject()
    let objects = [try space.make(type, "1"), try space.make(type, "2")]
    let dictionary = try space.weakValueDictionary()
    try dictionary.set(objects[0], for: "something")
    try dictionary.set(objects[1], for: "something else")
    try dictionary.remove("something")
    let entries = try Self.drain(dictionary.iterate())
    #expect(try entries.map { try space.text(of: $0.key) } == ["something else"])
    #expect(try space.isSame(entries[0].value, objects[1]))
  }

  @Test(.answers("test_weakref.MappingTestCase.test_weak_keyed_bad_delitem"))
  func `a key that is not there, or that cannot be referred to weakly, raises`() throws {
    let space = try ObjectSpace.quiet()
    let dictionary = try space.weakKeyDictionary()
    let object = try space.make(space.defineObject(), "1")
    #expect(thrown { try dictionary.remove(object) } == .keyError)
    #expect(thrown { _ = try space.element(object, of: dictionary.object) } == .keyError)
    #expect(thrown { try dictionary.remove(13) } == .typeError)
    #expect(thrown { _ = try dictionary.value(for: 13) } == .typeError)
    #expect(thrown { try dictionary.set(13, for: 13) } == .typeError)
  }

  @Test(.answers("test_weakref.MappingTestCase.test_weak_keyed_cascading_deletes"))
  func `a comparison may let another key go while one is deleted`() throws {
    let space = try ObjectSpace.quiet()
    let objects = try space.list()
    var mutates = false
    let hash = try space.function("__hash__") { arguments throws(ObjectError) in
      try space.hash(of: arguments[0].get("value"))
    }
    let equality = try space.function("__eq__") { arguments throws(ObjectError) in
      if mutates { try space.removeElement(-1, of: objects) }
      return try space.isEqual(arguments[0].get("value"), arguments[1].get("value"))
    }
    let type = try space.defineClass("C", attributes: ["__hash__": hash, "__eq__": equality])
    let dictionary = try space.weakKeyDictionary()
    for index in 0..<4 {
      let object = try space.make(type)
      try object.set("value", to: index)
      try space.append(object, to: objects)
      try dictionary.set(index, for: object)
    }
    let keys = try Self.drain(dictionary.iterate()).map(\.key)
    try space.removeAll(from: objects)
    for key in keys.reversed() { try space.append(key, to: objects) }
    for key in keys { try key.release() }
    mutates = true
    var count = 0
    var index = 0
    while index < (try space.count(of: objects)) {
      let object = try space.element(index, of: objects)
      count += 1
      index += 1
      try dictionary.remove(object)
    }
    #expect(try dictionary.count == 0)
    #expect(count == 2)
  }

  @Test(.answers("test_weakref.MappingTestCase.test_weak_valued_consistency"))
  func `the end of a replaced value leaves the new one alone`() throws {
    let space = try ObjectSpace.quiet()
    let type = try space.defineCycle()
    let dictionary = try space.weakValueDictionary()
    try dictionary.set(space.make(type), for: 10)
    let reference = try space.element(10, of: dictionary.object.get("data"))
    let object = try space.make(type)
    try dictionary.set(object, for: 10)
    try space.collect()
    #expect(try !space.isLive(reference))
    #expect(try dictionary.count == 1)
    try object.release()
  }

  @Test(.answers("test_weakref.MappingTestCase.test_remove_closure"))
  func `the function that takes dead values out has no closure`() throws {
    let space = try ObjectSpace.quiet()
    let dictionary = try space.weakValueDictionary()
    let closure = try dictionary.object.get("_remove").get("__closure__")
    #expect(try space.isSame(closure, space.noneObject))
  }

  @Test(
    .answers(
      "test_weakref.MappingTestCase.test_make_weak_valued_dict_repr",
      "test_weakref.MappingTestCase.test_make_weak_keyed_dict_repr"))
  func `a weak dictionary's text is its class and its place`() throws {
    let space = try ObjectSpace.quiet()
    #expect(try space.weakValueDictionary().object.description.contains(#/WeakValueDictionary.* at 0x/#))
    #expect(try space.weakKeyDictionary().object.description.contains(#/WeakKeyDictionary.* at 0x/#))
  }

  @Test(
    .answers(
      "test_weakref.WeakValueDictionaryTestCase.test_read",
      "test_weakref.WeakValueDictionaryTestCase.test_get",
      "test_weakref.WeakValueDictionaryTestCase.test_pop"))
  func `a weak value dictionary is read and emptied as any mapping`() throws {
    let space = try ObjectSpace.quiet()
    let type = try space.defineObject()
    let objects = try (1...3).map { try space.make(type, $0) }
    let dictionary = try space.weakValueDictionary()
    for (index, object) in objects.enumerated() { try dictionary.set(object, for: "key\(index + 1)") }
    #expect(try dictionary.value(for: "key4") == nil)
    #expect(try dictionary.pop("key4") == nil)
    let popped = try #require(try dictionary.pop("key2"))
    #expect(try space.isSame(popped, objects[1]))
    #expect(try !dictionary.contains("key2"))
    #expect(thrown { _ = try dictionary.value(for: space.list()) } == .typeError)
    try dictionary.removeAll()
    #expect(try dictionary.count == 0)
    #expect(try space.weakReferenceCount(of: objects[0]) == 0)
    #expect(thrown { _ = try space.hash(of: dictionary.object) } == .typeError)
  }

  @Test(.answers("test_weakref.MappingTestCase.test_weak_valued_union_operators"))
  func `weak value dictionaries are united with each other and with dicts`() throws {
    let space = try ObjectSpace.quiet()
    let type = try space.defineClass("C")
    let a = try space.make(type)
    let b = try space.make(type)
    let c = try space.make(type)
    func weak(_ entries: [(Int, ObjectHandle)]) throws -> WeakValueDictionary {
      let made = try space.weakValueDictionary()
      for (key, value) in entries { try made.set(value, for: key) }
      return made
    }
    func same(_ dictionary: WeakValueDictionary, _ entries: [(Int, ObjectHandle)]) throws {
      let found = try Self.drain(dictionary.iterate())
      #expect(try found.map { try space.number($0.key) } == entries.map(\.0))
      for (entry, expected) in zip(found, entries) { #expect(try space.isSame(entry.value, expected.1)) }
    }
    let first = try weak([(1, a)])
    let second = try weak([(1, b), (2, a)])
    let plain = try space.dict()
    try space.setElement(1, of: plain, to: c)
    try space.setElement(3, of: plain, to: b)
    let both = try first.union(second)
    try same(both, [(1, b), (2, a)])
    try first.object.call("__ior__", second)
    #expect(try space.isEqual(first, both))
    let withPlain = try second.union(plain)
    try same(withPlain, [(1, c), (2, a), (3, b)])
    let reflected = WeakValueDictionary(try weak([(1, a)]).object.call("__ror__", plain))
    try same(reflected, [(1, a), (3, b)])
    #expect(thrown { _ = try first.union(3) } == .typeError)
    try a.release()
    #expect(try !both.contains(2))
    #expect(try !withPlain.contains(2))
    #expect(try !reflected.contains(1))
  }

  @Test(.answers("test_weakref.MappingTestCase.test_weak_keyed_union_operators"))
  func `weak key dictionaries are united with each other and with dicts`() throws {
    let space = try ObjectSpace.quiet()
    let type = try space.defineClass("C")
    let objects = try (0..<3).map { _ in try space.make(type) }
    defer { withExtendedLifetime(objects) {} }
    func weak(_ entries: [(Int, Int)]) throws -> WeakKeyDictionary {
      let made = try space.weakKeyDictionary()
      for (key, value) in entries { try made.set(value, for: objects[key]) }
      return made
    }
    func values(_ dictionary: WeakKeyDictionary) throws -> [Int] {
      try Self.drain(dictionary.iterate()).map { try space.number($0.value) }
    }
    let first = try weak([(0, 1), (1, 2)])
    let second = try weak([(2, 3), (0, 4)])
    let plain = try space.dict()
    try space.setElement(objects[1], of: plain, to: 5)
    try space.setElement(objects[2], of: plain, to: 6)
    let both = try first.union(second)
    #expect(try values(both) == [4, 2, 3])
    try first.object.call("__ior__", second)
    #expect(try space.isEqual(first, both))
    let withPlain = try second.union(plain)
    #expect(try values(withPlain) == [6, 4, 5])
    let reflected = WeakKeyDictionary(try weak([(0, 1), (1, 2)]).object.call("__ror__", plain))
    #expect(try values(reflected) == [2, 6, 1])
    try space.removeElement(objects[1], of: plain)
    try objects[0].release()
    #expect(try values(both) == [2, 3])
    #expect(try values(withPlain) == [6, 5])
    #expect(try values(reflected) == [2, 6])
  }
}
