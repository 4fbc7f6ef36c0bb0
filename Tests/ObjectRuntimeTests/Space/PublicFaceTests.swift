import ObjectRuntime
import Testing

/// What programs do with iterators, operators, exceptions and containers of anything, through the public face alone.
struct PublicFaceTests {
  private func message(_ body: () throws -> Void) throws -> String {
    try #require(throws: ObjectError.self) { try body() }.description
  }

  private func drain(_ space: ObjectSpace, _ iterator: ObjectHandle) throws -> [String] {
    var found: [String] = []
    while let element = try space.next(iterator) { found.append(element.description) }
    return found
  }

  @Test func `an iterator gives the elements one by one, forwards and backwards`() throws {
    let space = try ObjectSpace()
    let range = try space.call(space.builtinClass("range"), [3])
    let cases: [(ObjectHandle, String, [String])] = [
      (try space.list([1, 2]), "list_iterator", ["1", "2"]),
      (try space.tuple([1, 2]), "tuple_iterator", ["1", "2"]),
      (range, "range_iterator", ["0", "1", "2"]),
      (try space.string("ab"), "str_ascii_iterator", ["'a'", "'b'"]),
      (try space.dict(["a": 1]), "dict_keyiterator", ["'a'"]), (try space.set([7]), "set_iterator", ["7"]),
    ]
    for (container, name, expected) in cases {
      let iterator = try space.iterator(over: container)
      #expect(try space.typeName(of: iterator) == name)
      #expect(try space.isSame(space.iterator(over: iterator), iterator))
      #expect(try drain(space, iterator) == expected)
      #expect(try space.next(iterator) == nil)
      guard try space.typeName(of: container) != "set" else { continue }
      #expect(try drain(space, space.reverseIterator(over: container)) == expected.reversed())
    }
    #expect(
      try message { _ = try space.iterator(over: space.object(5)) }.hasSuffix("'int' object is not iterable"))
    #expect(try message { _ = try space.next(space.object(5)) }.hasSuffix("'int' object is not an iterator"))
    let set = try message { _ = try space.reverseIterator(over: space.set()) }
    #expect(set == "TypeError: 'set' object is not reversible")
    try space.checkInvariants()
  }

  @Test func `a set or dict that changes its size while it is gone through is told`() throws {
    let space = try ObjectSpace()
    let (set, dict) = (try space.set([1]), try space.dict(["a": 1]))
    let iterators = try [space.iterator(over: set), space.iterator(over: dict)]
    try space.append(2, to: set)
    try space.setElement("b", of: dict, to: 2)
    for (iterator, name) in zip(iterators, ["Set", "dictionary"]) {
      #expect(
        try message { _ = try space.next(iterator) } == "RuntimeError: \(name) changed size during iteration")
    }
    try space.checkInvariants()
  }

  @Test func `a program's own iterators are gone through as any others`() throws {
    let space = try ObjectSpace()
    let iter = try space.function("__iter__") { $0[0] }
    let next = try space.function("__next__") { arguments throws(ObjectError) in
      let count = try space.integerValue(of: arguments[0].get("count")) ?? 0
      guard count < 3 else { throw ObjectError(.stopIteration, "") }
      try arguments[0].set("count", to: count + 1)
      return count
    }
    let type = try space.defineClass("Counter", attributes: ["count": 0, "__iter__": iter, "__next__": next])
    #expect(try drain(space, space.iterator(over: space.make(type))) == ["0", "1", "2"])
    #expect(try space.elements(of: space.make(type)).map(\.description) == ["0", "1", "2"])
    #expect(try space.contains(2, in: space.make(type)) && !space.contains(3, in: space.make(type)))
    #expect(try space.call(space.builtinClass("list"), [space.make(type)]).description == "[0, 1, 2]")
    let bad = try space.defineClass("Bad", attributes: ["__iter__": space.function("__iter__") { _ in 5 }])
    let error = try message { _ = try space.iterator(over: space.make(bad)) }
    #expect(error == "TypeError: iter() returned non-iterator of type 'int'")
    try space.checkInvariants()
  }

  @Test func `operators work on values, and ask special methods first`() throws {
    let space = try ObjectSpace()
    #expect(try space.apply(.add, 1, 2).description == "3")
    #expect(try space.apply(.multiply, "ab", 2).description == "'abab'")
    #expect(try space.apply(.power, 2, 70).description == "1180591620717411303424")
    #expect(try space.count(of: space.apply(.or, space.set([1]), space.set([2]))) == 2)
    #expect(try space.apply(.subtract, space.set([1, 2]), space.set([2])).description == "{1}")
    let told = try space.function("told") { "left \($0[1])" }
    let reflected = try space.function("reflected") { "right \($0[1])" }
    let type = try space.defineClass("Number", attributes: ["__add__": told, "__radd__": reflected])
    let derived = try space.defineClass("Derived", bases: [type])
    let other = try space.function("other") { "derived \($0[1])" }
    let overriding = try space.defineClass("Overriding", bases: [type], attributes: ["__radd__": other])
    #expect(try space.apply(.add, space.make(type), 5).description == "'left 5'")
    #expect(try space.apply(.add, 5, space.make(type)).description == "'right 5'")
    // A class that is derived goes first only where it says something else than its base.
    for (right, word) in [(derived, "left"), (overriding, "derived")] {
      let text = try space.text(of: space.apply(.add, space.make(type), space.make(right)))
      #expect(text?.hasPrefix(word) == true)
    }
    let error = try message { _ = try space.apply(.subtract, space.make(type), 5) }
    #expect(error == "TypeError: unsupported operand type(s) for -: 'Number' and 'int'")
    try space.checkInvariants()
  }

  @Test func `exceptions have causes, contexts and tracebacks that hold frames`() throws {
    let space = try ObjectSpace()
    let function = try space.function("f") { _ in nil }
    let held = try space.list([1])
    let frame = try space.frame(of: function, variables: [held])
    let inner = try space.traceback(of: frame, line: 7)
    let outer = try space.traceback(of: frame, line: 3, next: inner)
    let type = try space.builtinClass("ValueError")
    let (raised, cause) = (try space.make(type, "bad"), try space.make(type, "cause"))
    try space.setCause(cause, of: raised)
    try space.setContext(cause, of: raised)
    try space.setTraceback(outer, of: raised)
    #expect(try space.isSame(raised.get("__cause__"), cause))
    #expect(try space.isSame(raised.get("__context__"), cause))
    #expect(try space.isSame(raised.get("__traceback__"), outer))
    let error = try space.error(raising: raised)
    #expect(error.description == "ValueError: bad")
    #expect(try space.isSame(space.exception(of: error), raised))
    #expect(try space.typeName(of: space.exception(of: ObjectError(.keyError, "x"))) == "KeyError")
    let wrong: [(String, () throws -> Void)] = [
      ("exception cause must be None or derive from BaseException", { try space.setCause(held, of: raised) }),
      (
        "exception context must be None or derive from BaseException",
        { try space.setContext(held, of: raised) }
      ),
      ("__traceback__ must be a traceback or None", { try space.setTraceback(held, of: raised) }),
      ("exceptions must derive from BaseException", { _ = try space.error(raising: held) }),
    ]
    for (expected, body) in wrong { #expect(try message(body) == "TypeError: \(expected)") }
    try space.setCause(nil, of: raised)
    #expect(try space.isSame(raised.get("__cause__"), space.noneObject))
    try space.checkInvariants()
  }

  @Test func `a suspended generator holds its variables`() throws {
    let space = try ObjectSpace()
    let held = try space.list([1])
    let generator = try space.generator(of: space.function("g") { _ in nil }, variables: [held, nil])
    #expect(try space.typeName(of: generator) == "generator")
    #expect(try space.referenceCount(of: held) == 2)
    try space.checkInvariants()
    try generator.release()
    #expect(try space.referenceCount(of: held) == 1)
    #expect(try message { _ = try space.generator(of: held) } == "TypeError: 'list' object has no code")
  }

  @Test func `lists and dicts are made of values of any kinds`() throws {
    let space = try ObjectSpace()
    let node = try space.make(space.defineClass("Node"))
    let list = try space.list([1, "a", node])
    #expect(try space.count(of: list) == 3 && space.isSame(space.element(2, of: list), node))
    #expect(try space.list([1, 2]).description == "[1, 2]")
    #expect(try space.count(of: space.list([])) == 0)
    let dict = try space.dict([(1, "one"), (node, 2), ("a", node), (1, "uno")])
    #expect(try space.count(of: dict) == 3)
    #expect(try space.text(of: space.element(1, of: dict)) == "uno")
    #expect(try space.integerValue(of: space.element(node, of: dict)) == 2)
    let error = try message { _ = try space.dict([(space.list(), 1)]) }
    #expect(error == "TypeError: unhashable type: 'list'")
    try space.checkInvariants()
  }
}
