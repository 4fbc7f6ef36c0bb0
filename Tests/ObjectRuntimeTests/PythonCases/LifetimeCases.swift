import HeapModel
import ObjectRuntime
import Testing

/// Moments of objects' lives that random programs, run beside a real interpreter, have shown.
struct LifetimeCases {
  @Test func `a set's subclass lets its attributes go before its weak references are cleared`() throws {
    let space = try ObjectSpace.quiet()
    let notes = Notes()
    let type = try space.defineClass("E", bases: [space.builtinClass("set")])
    let held = try space.make(
      space.defineClass("A", attributes: ["__del__": space.noting("attribute", in: notes)]))
    let set = try space.make(type)
    try set.set("x", to: held)
    try held.release()
    let reference = try space.weakReference(to: set, callback: space.noting("callback", in: notes))
    try set.release()
    #expect(notes.entries == ["attribute", "callback"])
    try reference.release()
  }

  @Test func `a cycle through an instance whose dict was asked for is found`() throws {
    let space = try ObjectSpace.quiet()
    let type = try space.defineClass("A")
    let object = try space.make(type)
    try object.set("me", to: object)
    #expect(try space.count(of: object.get("__dict__")) == 1)
    let dict = try object.get("__dict__")
    #expect(try space.referents(of: dict).isEmpty)
    #expect(try space.referents(of: object).count == 2)
    try dict.release()
    try object.release()
    #expect(try space.collect() == 1)
    try type.release()
  }

  @Test func `the last element that is taken out of a list takes the room with it`() throws {
    let space = try ObjectSpace.quiet()
    let list = try space.list([1])
    _ = try space.pop(from: list)
    #expect(try space.size(of: list).rawValue == 56)
    try space.append(2, to: list)
    #expect(try space.size(of: list).rawValue == 88)
  }

  @Test func `an object that is not equal to itself is still found in a list`() throws {
    let space = try ObjectSpace.quiet()
    let number = try space.object(Double.nan)
    #expect(try !space.isEqual(number, number))
    #expect(try space.contains(number, in: space.list([number])))
    #expect(try space.isEqual(space.list([number]), space.list([number])))
  }
}
