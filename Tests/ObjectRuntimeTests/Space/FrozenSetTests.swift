import ObjectRuntime
import Testing

struct FrozenSetTests {
  @Test func `a frozenset cannot be changed by any operation`() throws {
    let space = try ObjectSpace()
    let frozen = try space.frozenSet([1, 2])
    let uses: [(expected: String, body: () throws -> Void)] = [
      ("'frozenset' object has no attribute 'pop'", { _ = try space.pop(from: frozen) }),
      ("'frozenset' object has no attribute 'discard'", { try space.discard(1, from: frozen) }),
      ("'frozenset' object has no attribute 'clear'", { try space.removeAll(from: frozen) }),
      ("'frozenset' object has no attribute 'add'", { try space.append(3, to: frozen) }),
    ]
    for use in uses {
      let error = try #require(throws: ObjectError.self) { try use.body() }
      #expect(error.description == "AttributeError: \(use.expected)")
    }
    #expect(try space.count(of: frozen) == 2)
    try space.checkInvariants()
  }

  @Test func `a copy of a frozenset is that one, and a copy of a derived one a plain one`() throws {
    let space = try ObjectSpace()
    let frozen = try space.frozenSet([1, 2])
    #expect(try space.isSame(space.copy(frozen), frozen))
    let type = try space.defineClass("Own", bases: [space.builtinClass("frozenset")])
    let own = try space.make(type, frozen)
    #expect(try space.typeName(of: space.copy(own)) == "frozenset")
    #expect(try space.typeName(of: space.copy(space.set([1]))) == "set")
    try space.checkInvariants()
  }
}
