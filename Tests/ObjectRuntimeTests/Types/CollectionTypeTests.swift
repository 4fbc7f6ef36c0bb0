import HeapModel
import ObjectRuntime
import Testing

/// The memory of the built-in types of `collections`, `functools` and `itertools`, and of iterators over iterators: what
/// programs see of them is held by the recorded programs.
struct CollectionTypeTests {
  let space: ObjectSpace

  init() throws { space = try ObjectSpace() }

  private func make(_ name: String, _ arguments: any ObjectRepresentable...) throws -> ObjectHandle {
    try space.call(space.builtinClass(name), arguments)
  }

  /// Integers that are objects of their own.
  private func numbers(_ count: Int) throws -> ObjectHandle {
    try space.list(Array(100_000..<100_000 + count))
  }

  /// One of each type, with elements that go with it.
  private func examples() throws -> [String: ObjectHandle] {
    let length = try space.function("length") { _ throws(ObjectError) in try space.object(1_000_000) }
    let info = try space.builtinClass("tuple")
    let cache = try space.call(
      space.builtinClass("_lru_cache_wrapper"), [length, 2, false, info])
    for key in ["one", "two", "three"] { try space.call(cache, [key]) }
    let ordered = try make("OrderedDict")
    let namespace = try make("SimpleNamespace")
    try namespace.set("name", to: numbers(2))
    try ordered.set("label", to: numbers(1))
    try space.setElement("key", of: ordered, to: numbers(1))
    let factory = try make("defaultdict", space.builtinClass("list"))
    try space.setElement("key", of: factory, to: numbers(1))
    let pairs = try make("zip", numbers(3), numbers(3))
    _ = try space.next(pairs)
    let chain = try make("chain", numbers(2), numbers(2))
    _ = try space.next(chain)
    return [
      "deque": try make("deque", numbers(200)), "_lru_cache_wrapper": cache, "OrderedDict": ordered,
      "SimpleNamespace": namespace, "defaultdict": factory, "zip": pairs, "chain": chain,
      "enumerate": try make("enumerate", numbers(2), 1 << 62), "map": try make("map", length, numbers(2)),
      "filter": try make("filter", length, numbers(2)),
      "reversed": try make("reversed", space.tuple([1, 2])),
      "partial": try make("partial", length, numbers(1)), "count": try make("count", 1 << 62, 7),
      "islice": try make("islice", numbers(3), 2),
      "_deque_iterator": try space.iterator(over: make("deque", numbers(3))),
      "_deque_reverse_iterator": try space.reverseIterator(over: make("deque", numbers(3))),
      "str_iterator": try space.iterator(over: space.string("aé€")),
      "dict_reversekeyiterator": try space.reverseIterator(over: space.dict(["a": 1])),
    ]
  }

  @Test func `walks agree on instances of every type, and nothing is left of them`() throws {
    // What is made once for good is made before.
    _ = try examples()
    try space.collect()
    let before = space.memoryStatistics.usedSize
    do {
      let examples = try examples()
      try space.checkInvariants()
      for (name, object) in examples {
        #expect(try space.typeName(of: object) == name)
        let layout = try space.layout(of: object)
        #expect(layout.reportedSize == (try space.size(of: object)), "\(name)")
        let own = try #require(layout.blocks.first)
        #expect(own.fields.map(\.size.rawValue).reduce(0, +) == UInt64(own.offsets.count), "\(name)")
      }
      _ = try space.snapshot()
    }
    try space.collect()
    #expect(space.memoryStatistics.usedSize == before)
    try space.checkInvariants()
  }

  @Test func `a deque's blocks come and go with its elements`() throws {
    let deque = try make("deque")
    for number in 0..<1_000 {
      try deque.call(number % 3 == 0 ? "appendleft" : "append", 200_000 + number)
      if number % 7 == 0 { try deque.call("popleft") }
      if number % 11 == 0 { try deque.call("rotate", number % 5 - 2) }
    }
    try space.checkInvariants()
    let size = try space.size(of: deque)
    #expect(size.rawValue > 6_000)
    #expect(try space.footprint(of: deque) >= size)
    try deque.call("clear")
    #expect(try space.size(of: deque) == ByteCount(rawValue: 760))
    try space.checkInvariants()
  }

  @Test func `a cycle through an entry of a cache is found by what its holder shows`() throws {
    let node = try space.defineClass("Node")
    let reference: ObjectHandle
    do {
      let key = try space.make(node)
      reference = try space.weakReference(to: key)
      let identity = try space.function("identity") { $0[0] }
      let cache = try space.call(
        space.builtinClass("_lru_cache_wrapper"), [identity, 4, false, space.builtinClass("tuple")])
      try key.set("cache", to: cache)
      try space.call(cache, [key])
      try space.checkInvariants()
    }
    #expect(try space.call(reference).description != "None")
    try space.collect()
    #expect(try space.call(reference).description == "None")
    try space.checkInvariants()
  }
}
