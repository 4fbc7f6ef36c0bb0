import ObjectRuntime
import Testing

/// What programs' classes say to operations, in CPython's order.
struct SpecialMethodTests {
  /// A class whose methods each return a text.
  private func makeClass(
    _ space: ObjectSpace, _ name: String, base: ObjectHandle? = nil, _ methods: [String]
  ) throws -> ObjectHandle {
    var attributes: [String: ObjectHandle] = [:]
    for method in methods {
      let answer = "\(name).\(method)"
      attributes[method] = try space.function(method) { _ throws(ObjectError) in answer }
    }
    let pairs = attributes.map { ($0.key, $0.value as any ObjectRepresentable) }
    let made = try space.defineClass(name, bases: base.map { [$0] } ?? [])
    for (key, value) in pairs { try made.set(key, to: value) }
    return made
  }

  private func text(_ space: ObjectSpace, _ object: ObjectPointer) throws -> String {
    defer { space.release(object) }
    return try space.string(of: object)
  }

  private func withPointers<Result>(
    _ space: ObjectSpace, _ handles: ObjectHandle..., body: ([ObjectPointer]) throws -> Result
  ) throws -> Result {
    let pointers = try handles.map { try $0.retainedPointer() }
    defer { for pointer in pointers { space.release(pointer) } }
    return try body(pointers)
  }

  @Test func `the methods of both operands are asked in CPython's order`() throws {
    let space = try ObjectSpace()
    let type = try makeClass(
      space, "A", ["__add__", "__radd__", "__mod__", "__rmod__", "__lt__", "__divmod__"])
    let string = try makeClass(space, "S", base: space.builtinClass("str"), ["__rmod__"])
    try withPointers(space, space.make(type), space.list([1]), space.object("a%s"), space.object(5)) {
      (objects) throws in
      let (instance, list, format, number) = (objects[0], objects[1], objects[2], objects[3])
      #expect(try text(space, space.apply(.add, instance, number)) == "A.__add__")
      // A sequence is put together only where nobody has the number's operator.
      #expect(try text(space, space.apply(.add, list, instance)) == "A.__radd__")
      #expect(try text(space, space.applyInPlace(.add, list, instance)) == "A.__radd__")
      #expect(try text(space, space.apply(.modulo, number, instance)) == "A.__rmod__")
      #expect(try text(space, space.compareOrder(.greater, number, instance)) == "A.__lt__")
      #expect(try text(space, space.divideWithRemainder(instance, number)) == "A.__divmod__")
      let derived = try space.call(string, ["x"]).retainedPointer()
      defer { space.release(derived) }
      #expect(try text(space, space.apply(.modulo, format, derived)) == "S.__rmod__")
    }
  }

  @Test func `an object that says what it equals is unequal where it says no`() throws {
    let space = try ObjectSpace()
    let equal = try space.function("__eq__") { _ throws(ObjectError) in true }
    let type = try space.defineClass("E", attributes: ["__eq__": equal])
    let list = try makeClass(space, "L", base: space.builtinClass("list"), ["__eq__"])
    try withPointers(space, space.make(type), space.object(1), space.call(list, []), space.list()) {
      (objects) throws in
      #expect(try text(space, space.compareOrder(.notEqual, objects[0], objects[1])) == "False")
      #expect(try text(space, space.compareOrder(.notEqual, objects[1], objects[0])) == "False")
      #expect(try text(space, space.compareOrder(.equal, objects[3], objects[2])) == "L.__eq__")
      // A list's own inequality does not ask.
      #expect(try text(space, space.compareOrder(.notEqual, objects[2], objects[3])) == "False")
    }
  }

  @Test func `an index, a format and a missing key may be a program's`() throws {
    let space = try ObjectSpace()
    let index = try space.function("__index__") { _ throws(ObjectError) in 2 }
    let format = try space.function("__format__") { arguments throws(ObjectError) in "F\(arguments[1])" }
    let type = try space.defineClass("I", attributes: ["__index__": index, "__format__": format])
    let missing = try space.function("__missing__") { arguments throws(ObjectError) in arguments[1] }
    let dict = try space.defineClass(
      "D", bases: [space.builtinClass("dict")], attributes: ["__missing__": missing])
    try withPointers(space, space.make(type), space.list([1, 2, 3]), space.object("abc"), space.make(dict)) {
      (objects) throws in
      let (key, list, string, mapping) = (objects[0], objects[1], objects[2], objects[3])
      #expect(try text(space, space.item(at: key, of: list)) == "3")
      #expect(try text(space, space.item(at: key, of: string)) == "c")
      #expect(try text(space, space.apply(.multiply, string, key)) == "abcabc")
      #expect(try text(space, space.format(key, specification: ">3")) == "F'>3'")
      #expect(try text(space, space.item(at: list[0, space], of: mapping)) == "1")
    }
  }

  @Test func `instances of derived built-in classes behave as what they are made of`() throws {
    let space = try ObjectSpace()
    let integer = try space.defineClass("I", bases: [space.builtinClass("int")])
    try withPointers(space, space.call(integer, [15]), space.object(4)) { (objects) throws in
      #expect(try space.representation(of: objects[0]) == "15")
      #expect(try text(space, space.apply(.floorDivide, objects[0], objects[1])) == "3")
      #expect(try text(space, space.format(objects[0], specification: "04x")) == "000f")
      #expect(
        try text(space, space.callMethod(named: space.makeName("bit_length"), of: objects[0], [])) == "4")
    }
  }

  @Test func `a list that is changed while it is sorted says so`() throws {
    let space = try ObjectSpace()
    let list = try space.list()
    let less = try space.function("__lt__") { arguments throws(ObjectError) in
      try space.append(1, to: list)
      return false
    }
    let type = try space.defineClass("K", attributes: ["__lt__": less])
    for _ in 0..<2 { try space.append(space.make(type), to: list) }
    let error = try #require(throws: ObjectError.self) { try list.call("sort") }
    #expect(error.description == "ValueError: list modified during sort")
    #expect(try space.count(of: list) == 2)
    try space.checkInvariants()
  }

  @Test func `sorting is stable, by keys and backwards too`() throws {
    let space = try ObjectSpace()
    let key = try space.function("key") { arguments throws(ObjectError) in
      try space.element(0, of: arguments[0])
    }
    let items = try (0..<200).map { try space.tuple([$0 * 7 % 10, $0]) }
    let list = try space.list(items)
    let backwards = try space.object(true)
    for isReversed in [false, true] {
      try withPointers(space, list, key, backwards) {
        try space.sort($0[0], key: $0[1], isReversed: isReversed)
      }
      let pairs = try space.elements(of: list).map { pair in
        try space.elements(of: pair).compactMap { try space.integerValue(of: $0) }
      }
      let numbers: [[Int]] = (0..<200).map { [$0 * 7 % 10, $0] }
      let sorted = numbers.sorted { (left: [Int], right: [Int]) -> Bool in
        if left[0] != right[0] { return (left[0] < right[0]) != isReversed }
        return left[1] < right[1]
      }
      #expect(pairs == sorted)
    }
  }
}

extension ObjectPointer {
  /// An item of a list.
  fileprivate subscript(index: Int, space: ObjectSpace) -> ObjectPointer {
    space.item(index, of: self) ?? space.none
  }
}
