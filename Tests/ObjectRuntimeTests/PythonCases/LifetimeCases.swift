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

  @Test func `a dict that takes its first key of another kind gets a table of sixteen slots`() throws {
    let space = try ObjectSpace.quiet()
    for (count, size) in [(0, 224), (1, 352), (5, 352), (6, 632)] {
      let dict = try space.dict()
      for index in 0..<count { try space.setElement("a\(index)", of: dict, to: index) }
      try space.setElement(1, of: dict, to: 1)
      #expect(try space.size(of: dict).rawValue == UInt64(size))
    }
    let worn = try space.dict(["a": 1, "b": 2])
    try space.removeElement("a", of: worn)
    #expect(try space.size(of: space.make(space.builtinClass("dict"), worn)).rawValue == 272)
    #expect(try space.size(of: space.copy(worn)).rawValue == 184)
  }

  @Test func `an exception's cause is walked before its context`() throws {
    let space = try ObjectSpace.quiet()
    let error = try space.make(space.builtinClass("ValueError"), 1)
    try error.set("__context__", to: space.make(space.builtinClass("KeyError")))
    try error.set("__cause__", to: space.make(space.builtinClass("TypeError")))
    let names = try space.referents(of: error).map { try space.typeName(of: $0) }
    #expect(names == ["tuple", "TypeError", "KeyError"])
  }
}
