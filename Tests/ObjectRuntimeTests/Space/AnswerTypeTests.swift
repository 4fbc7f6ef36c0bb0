import ObjectRuntime
import Testing

/// What is asked of an object that cannot answer is an error, and what can be answered is.
struct AnswerTypeTests {
  private func message(_ body: () throws -> Void) throws -> String {
    try #require(throws: ObjectError.self) { try body() }.description
  }

  @Test func `truth must be told by a bool`() throws {
    let space = try ObjectSpace()
    let type = try space.defineClass(
      "Odd", attributes: ["__bool__": space.function("__bool__") { _ in 5 }])
    let error = try message { _ = try space.isTrue(space.make(type)) }
    #expect(error == "TypeError: __bool__ should return bool, returned int")
    try space.checkInvariants()
  }

  @Test func `an instance is asked of classes and tuples of them only`() throws {
    let space = try ObjectSpace()
    let (one, int, str) = (try space.object(1), try space.builtinClass("int"), try space.builtinClass("str"))
    #expect(try space.isInstance(one, of: space.tuple([str, space.tuple([int])])))
    #expect(try !space.isInstance(one, of: space.tuple([str])))
    #expect(try space.isInstance(one, of: space.tuple([int, 5])))
    for wrong in [one, try space.tuple([str, 5]), space.noneObject] {
      let error = try message { _ = try space.isInstance(one, of: wrong) }
      #expect(error == "TypeError: isinstance() arg 2 must be a type, a tuple of types, or a union")
    }
  }

  @Test func `ranges, views and derived strings have a length`() throws {
    let space = try ObjectSpace()
    let text = try space.make(space.defineClass("Text", bases: [space.builtinClass("str")]), "abc")
    let data = try space.make(
      space.defineClass("Data", bases: [space.builtinClass("bytes")]), space.bytes([1, 2]))
    #expect(try space.count(of: text) == 3)
    #expect(try space.text(of: text) == "abc")
    #expect(try space.count(of: data) == 2)
    let range = try space.builtinClass("range")
    #expect(try space.count(of: space.call(range, [5])) == 5)
    let dict = try space.dict(["a": 1])
    for name in ["keys", "values", "items"] { #expect(try space.count(of: dict.call(name)) == 1) }
    let error = try message {
      _ = try space.count(of: space.call(range, [space.integer(magnitude: [0, 1])]))
    }
    #expect(error == "OverflowError: Python int too large to convert to C ssize_t")
  }

  @Test func `strings, bytes, ranges, views and iterators tell what they hold`() throws {
    let space = try ObjectSpace()
    let range = try space.call(space.builtinClass("range"), [0, 10, 3])
    let huge = try space.call(space.builtinClass("range"), [space.integer(magnitude: [0, 1])])
    let dict = try space.dict(["a": 1])
    let holds: [(any ObjectRepresentable, ObjectHandle, Bool)] = [
      ("bc", try space.string("abcd"), true), ("bd", try space.string("abcd"), false),
      ("", try space.string(""), true), ("abc", try space.string("ab"), false),
      (0x62, try space.bytes([0x61, 0x62]), true), (1, try space.bytes([2]), false),
      (try space.bytes([2, 3]), try space.bytes([1, 2, 3]), true), (9, range, true), (10, range, false),
      (-3, range, false), (3.0, range, true), ("3", range, false), (true, range, false), (7, huge, true),
      ("a", try dict.call("keys"), true), (1, try dict.call("values"), true),
      (try space.tuple(["a", 1]), try dict.call("items"), true),
      (try space.tuple(["a", 2]), try dict.call("items"), false), ("b", try dict.call("keys"), false),
    ]
    for (index, (element, container, expected)) in holds.enumerated() {
      #expect(try space.contains(element, in: container) == expected, "\(index)")
    }
    let wrong: [(String, () throws -> Void)] = [
      (
        "TypeError: 'in <string>' requires string as left operand, not int",
        { _ = try space.contains(5, in: space.string("a")) }
      ),
      (
        "TypeError: a bytes-like object is required, not 'str'",
        { _ = try space.contains("a", in: space.bytes([1])) }
      ),
      ("ValueError: byte must be in range(0, 256)", { _ = try space.contains(300, in: space.bytes([1])) }),
      (
        "TypeError: argument of type 'int' is not iterable",
        { _ = try space.contains(1, in: space.object(5)) }
      ),
    ]
    for (expected, body) in wrong { #expect(try message(body) == expected) }
    try space.checkInvariants()
  }
}
