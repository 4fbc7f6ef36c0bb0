import HeapModel
import ObjectRuntime
import Testing

/// What is done on a shorter way must come to the same as on the long one.
struct ShortCutTests {
  @Test func `a class whose instances were made plainly calls an initializer that it is given later`() throws
  {
    let space = try ObjectSpace()
    let base = try space.defineClass("Base")
    let node = try space.defineClass("Node", bases: [base])
    for _ in 0..<3 { #expect(try !space.hasAttribute("x", of: space.make(node))) }
    let initializer = try space.function("__init__") { arguments throws(ObjectError) in
      try arguments[0].set("x", to: 1)
      return nil
    }
    try base.set("__init__", to: initializer)
    #expect(try space.make(node).get("x").description == "1")
    try base.remove("__init__")
    #expect(try !space.hasAttribute("x", of: space.make(node)))
  }

  @Test func `a class made in the place of another one has nothing of it`() throws {
    let space = try ObjectSpace()
    for _ in 0..<10 {
      let plain = try space.defineClass("Plain")
      _ = try space.make(plain)
      try plain.release()
      try space.collect()
      let failing = try space.function("__init__") { _ throws(ObjectError) in
        throw ObjectError(.valueError, "no")
      }
      let other = try space.defineClass("Other", attributes: ["__init__": failing])
      #expect(throws: ObjectError.self) { _ = try space.make(other) }
      try other.release()
      try space.collect()
    }
  }

  @Test func `integers and handles are refused with the same errors as other values`() throws {
    let space = try ObjectSpace()
    let elsewhere = try ObjectSpace()
    let foreign = try elsewhere.list()
    let list = try space.list()
    let frozen = try space.frozenSet([1])
    let tuple = try space.tuple([1])
    let released = try space.list()
    try released.release()
    for (kind, use) in [
      (.valueError, { try list.set("x", to: foreign) }), (.attributeError, { try list.set("x", to: 1000) }),
      (.attributeError, { try list.set("x", to: list) }),
      (.valueError, { try space.append(foreign, to: list) }),
      (.attributeError, { try space.append(1000, to: frozen) }),
      (.attributeError, { try space.append(list, to: tuple) }),
      (.typeError, { try space.append(list, to: space.set()) }),
      (.referenceError, { try space.append(released, to: list) }),
      (.referenceError, { try space.append(1000, to: released) }),
      (.referenceError, { try list.set("x", to: released) }),
    ] as [(ExceptionKind, () throws -> Void)] {
      let error = try #require(throws: ObjectError.self) { try use() }
      #expect(error.kind == kind)
    }
    #expect(try space.referenceCount(of: list) == 1)
    space.close()
    let error = try #require(throws: ObjectError.self) { try space.append(1000, to: list) }
    #expect(error.message == "the space is closed")
    withExtendedLifetime((elsewhere, foreign)) {}
  }

  @Test func `an attribute's name that went is made anew`() throws {
    let space = try ObjectSpace()
    let node = try space.defineClass("Node")
    for round in 0..<50 {
      let object = try space.make(node)
      let dict = try space.dict()
      for number in 0..<20 {
        let name = "name\(number)_\(round)"
        try space.setElement(name, of: dict, to: number)
        #expect(try !space.hasAttribute(name, of: object))
        #expect(try space.element(name, of: dict).description == "\(number)")
      }
      try dict.release()
    }
    let object = try space.make(node)
    try object.set("name1_1", to: 7)
    #expect(try object.get("name1_1").description == "7")
    #expect(throws: ObjectError.self) { _ = try object.get("name1_2") }
    withExtendedLifetime(node) {}
  }

  @Test func `handles to the same object are numbered and counted after many went`() throws {
    let space = try ObjectSpace()
    let before = space.handleCount
    var handles = try (0..<1000).map { try space.object($0 + 1000) }
    for index in stride(from: 0, to: 1000, by: 2) { try handles[index].release() }
    #expect(space.handleCount == before + 500)
    handles += try (0..<700).map { try space.object($0 + 5000) }
    #expect(space.handleCount == before + 1200)
    let roots = try space.snapshot().roots.filter { $0.kind == .handle }
    #expect(roots.count == before + 1200)
    handles.removeAll()
    #expect(space.handleCount == before)
  }

  @Test func `arenas come back when what was in them goes, and go with the space`() throws {
    let space = try ObjectSpace()
    let start = space.memoryStatistics.arenas
    for _ in 0..<3 {
      let list = try space.list()
      for number in 0..<400_000 { try space.append(number + 1_000, to: list) }
      #expect(space.memoryStatistics.arenas > start + 11)
      try list.release()
      #expect(space.memoryStatistics.arenas <= start + 1)
    }
    let kept = try space.list()
    for number in 0..<400_000 { try space.append(number + 1_000, to: kept) }
    space.close()
  }

  @Test func `equal texts are one and unequal ones are not, digits and others`() throws {
    let space = try ObjectSpace()
    let list = try space.list()
    var expected: [String] = []
    func add(_ value: any ObjectRepresentable, _ text: String) throws {
      try space.append(value, to: list)
      expected.append(text)
    }
    for number in 0..<3_000 {
      try add(number, "\(number)")
      try add(-number * 7, "\(-number * 7)")
      try add(number * 65_536, "\(number * 65_536)")
      try add(number * 1_000_003_777, "\(number * 1_000_003_777)")
      try add("text \(number)", "'text \(number)'")
    }
    for power in 0..<18 {
      let number = (0..<power).reduce(1) { number, _ in 10 * number }
      try add(number, "\(number)")
      try add(number - 1, "\(number - 1)")
    }
    try add(Int.min, "\(Int.min)")
    try add(Int.max, "\(Int.max)")
    let heap = try space.snapshot(reachableFrom: [list])
    let texts = heap.outgoingReferences(of: ObjectIndex(0)).compactMap { reference in
      reference.kind == .element ? heap.text(of: reference.target) : nil
    }
    #expect(texts == expected)
  }
}
