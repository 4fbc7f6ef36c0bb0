import ObjectRuntime
import Testing

/// The arguments of built-in classes and methods, by place and by name: each is honoured or refused.
struct ConstructorArgumentTests {
  typealias Keywords = KeyValuePairs<String, any ObjectRepresentable>

  private func make(
    _ space: ObjectSpace, _ name: String, _ arguments: [any ObjectRepresentable], _ keywords: Keywords
  ) throws -> String {
    let made = try space.call(space.builtinClass(name), arguments, keywords: keywords)
    return made.description
  }

  private func check(
    _ space: ObjectSpace, _ name: String, _ arguments: [any ObjectRepresentable], _ keywords: Keywords,
    _ expected: String, sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    do {
      #expect(try make(space, name, arguments, keywords) == expected, sourceLocation: sourceLocation)
    } catch let error as ObjectError {
      #expect(error.description == expected, sourceLocation: sourceLocation)
    }
    try space.checkInvariants()
  }

  private func check(
    _ space: ObjectSpace, _ name: String, _ arguments: [any ObjectRepresentable], _ expected: String,
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    try check(space, name, arguments, [:], expected, sourceLocation: sourceLocation)
  }

  @Test func `int takes a base`() throws {
    let space = try ObjectSpace()
    try check(space, "int", ["10", 2], "2")
    try check(space, "int", ["z", 36], "35")
    try check(space, "int", ["-Zz0123456789abcdef", 36], "-10306472634246801346431136215")
    try check(space, "int", ["123456789012345678901234567890"], "123456789012345678901234567890")
    try check(space, "int", ["0x1f", 0], "31")
    try check(space, "int", ["0x1F", 16], "31")
    try check(space, "int", ["-0b11", 2], "-3")
    try check(space, "int", [" 0b_1 ", 0], "1")
    try check(space, "int", ["000", 0], "0")
    try check(space, "int", ["\u{663}"], "3")
    try check(space, "int", ["1_000"], "1000")
    try check(space, "int", [space.bytes(Array("12".utf8)), 10], "12")
    try check(space, "int", ["10"], ["base": 8], "8")
    try check(space, "int", ["10", 1], "ValueError: int() base must be >= 2 and <= 36, or 0")
    try check(space, "int", ["010", 0], "ValueError: invalid literal for int() with base 0: '010'")
    try check(space, "int", ["12", 2], "ValueError: invalid literal for int() with base 2: '12'")
    try check(space, "int", ["1__0"], "ValueError: invalid literal for int() with base 10: '1__0'")
    try check(space, "int", ["", 0], "ValueError: invalid literal for int() with base 0: ''")
    try check(space, "int", [5, 2], "TypeError: int() can't convert non-string with explicit base")
    try check(space, "int", [], ["base": 2], "TypeError: int() missing string argument")
    try check(space, "int", ["1", "a"], "TypeError: 'str' object cannot be interpreted as an integer")
  }

  @Test func `a name that a class does not take is refused`() throws {
    let space = try ObjectSpace()
    for name in ["int", "str", "bytes", "property"] {
      try check(space, name, [], ["x": 1], "TypeError: \(name)() got an unexpected keyword argument 'x'")
    }
    for name in ["bool", "float", "range", "slice"] {
      try check(space, name, [1], ["x": 1], "TypeError: \(name)() takes no keyword arguments")
    }
    let given = "TypeError: argument for property() given by name ('fget') and position (1)"
    try check(space, "property", [1], ["fget": 1], given)
  }

  @Test func `str and bytes take their encoding and its errors by name`() throws {
    let space = try ObjectSpace()
    let bad = try space.bytes([0x61, 0xFF])
    try check(space, "str", [], ["object": 5], "'5'")
    try check(space, "str", [], ["encoding": "utf8"], "''")
    try check(space, "str", [space.bytes([0x61])], ["encoding": "ascii"], "'a'")
    try check(space, "str", [bad], ["encoding": "ascii", "errors": "ignore"], "'a'")
    try check(space, "str", [bad], ["errors": "replace"], "'a\u{FFFD}'")
    try check(space, "str", ["a"], ["encoding": "utf8"], "TypeError: decoding str is not supported")
    try check(space, "bytes", [], ["source": space.bytes([0x61])], "b'a'")
    try check(space, "bytes", ["a"], ["encoding": "ascii"], "b'a'")
    try check(space, "bytes", ["\u{E9}", "latin1"], "b'\\xe9'")
    try check(space, "bytes", ["\u{E9}a", "ascii", "ignore"], "b'a'")
    try check(space, "bytes", ["\u{E9}a", "ascii", "replace"], "b'?a'")
    try check(
      space, "bytes", ["\u{E9}", "ascii"],
      "UnicodeEncodeError: 'ascii' codec can't encode character '\\xe9' in position 0: ordinal not in range(128)"
    )
    try check(space, "bytes", ["a", "nope"], "LookupError: unknown encoding: nope")
    try check(space, "bytes", ["a"], ["errors": "strict"], "TypeError: string argument without an encoding")
    try check(space, "bytes", [], ["encoding": "ascii"], "TypeError: encoding without a string argument")
    try check(space, "bytes", [5], ["errors": "x"], "TypeError: errors without a string argument")
    try check(space, "bytes", ["a", 5], "TypeError: bytes() argument 'encoding' must be str, not int")
  }

  @Test func `property takes its functions and its text by name`() throws {
    let space = try ObjectSpace()
    let getter = try space.function("get") { _ in 7 }
    let property = try space.call(
      space.builtinClass("property"), keywords: ["fget": getter, "doc": "what it is"])
    let type = try space.defineClass("Owner", attributes: ["x": property])
    #expect(try space.integerValue(of: space.make(type).get("x")) == 7)
    #expect(try space.text(of: property.get("__doc__")) == "what it is")
    #expect(throws: ObjectError.self) { try space.make(type).set("x", to: 1) }
    try space.checkInvariants()
  }

  @Test func `index searches a list from one place up to another`() throws {
    let space = try ObjectSpace()
    let list = try space.list([1, 2, 1])
    #expect(try space.integerValue(of: list.call("index", 1, 1)) == 2)
    #expect(try space.integerValue(of: list.call("index", 1, -3, 1)) == 0)
    let missing = try #require(throws: ObjectError.self) { try list.call("index", 1, 1, 2) }
    #expect(missing.description == "ValueError: 1 is not in list")
    let far = try #require(throws: ObjectError.self) {
      try list.call("index", 1, space.integer(magnitude: [0, 1]))
    }
    #expect(far.description == "ValueError: 1 is not in list")
    let wrong = try #require(throws: ObjectError.self) { try list.call("index", 1, "a") }
    #expect(wrong.description == "TypeError: slice indices must be integers or have an __index__ method")
    try space.checkInvariants()
  }
}
