import ObjectRuntime
import Testing

/// What would read memory as something else than it is, were it not refused.
struct MisuseTests {
  let space: ObjectSpace

  init() throws { space = try ObjectSpace() }

  private func refusal(_ body: () throws(ObjectError) -> Void) -> String? {
    do throws(ObjectError) {
      try body()
      return nil
    } catch {
      return "\(error)"
    }
  }

  @Test func `a slot's descriptor serves instances of its own class alone`() throws {
    let slotted = try space.defineClass("C", slots: ["x"])
    let descriptor = try slotted.get("x")
    let other = try space.defineClass("D", attributes: ["x": descriptor])
    let instance = try space.make(other)
    let expected = "TypeError: descriptor 'x' for 'C' objects doesn't apply to a 'D' object"
    #expect(refusal { () throws(ObjectError) in try instance.set("x", to: 1) } == expected)
    #expect(refusal { () throws(ObjectError) in _ = try instance.get("x") } == expected)
    #expect(
      refusal { () throws(ObjectError) in _ = try descriptor.call("__get__", 5) }
        == "TypeError: descriptor 'x' for 'C' objects doesn't apply to a 'int' object")
    try space.checkInvariants()
  }

  @Test func `a class is made of a name, bases and a dict`() throws {
    let type = try space.builtinClass("type")
    let (name, bases) = (try space.string("C"), try space.tuple([]))
    #expect(
      refusal { () throws(ObjectError) in _ = try space.call(type, [1, 2, 3]) }
        == "TypeError: type.__new__() argument 1 must be str, not int")
    #expect(
      refusal { () throws(ObjectError) in _ = try space.call(type, [name, 2, 3]) }
        == "TypeError: type.__new__() argument 2 must be tuple, not int")
    #expect(
      refusal { () throws(ObjectError) in _ = try space.call(type, [name, bases, 3]) }
        == "TypeError: type.__new__() argument 3 must be dict, not int")
  }

  @Test func `instances of classes derived from values are made of what the value's class makes`() throws {
    let number = try space.defineClass("Number", bases: [space.builtinClass("int")])
    let text = try space.defineClass("Text", bases: [space.builtinClass("str")])
    let measure = try space.defineClass("Measure", bases: [space.builtinClass("float")])
    #expect(try space.integerValue(of: space.make(number, "12")) == 12)
    #expect(
      refusal { () throws(ObjectError) in _ = try space.make(number, "abc") }
        == "ValueError: invalid literal for int() with base 10: 'abc'")
    #expect(try space.count(of: space.call(space.builtinClass("str"), [space.make(text, 12345)])) == 5)
    #expect(try space.isEqual(space.make(measure, 3), 3.0))
    #expect(try space.integerValue(of: space.call(number, ["ff"], keywords: ["base": 16])) == 255)
    #expect(
      refusal { () throws(ObjectError) in _ = try space.call(number, [1], keywords: ["other": 2]) }
        == "TypeError: int() got an unexpected keyword argument 'other'")
    try space.checkInvariants()
  }

  @Test func `metaclasses make no classes`() throws {
    let meta = try space.defineClass("Meta", bases: [space.builtinClass("type")])
    #expect(
      refusal { () throws(ObjectError) in _ = try space.make(meta) }
        == "TypeError: metaclasses make no classes here: 'Meta' is one")
  }

  @Test func `the text of an object is whole, and its program's own`() throws {
    let shown = try space.function("__repr__") { _ throws(ObjectError) in
      throw ObjectError(.valueError, "no text")
    }
    let silent = try space.defineClass("Silent", attributes: ["__repr__": shown])
    let make = try space.builtinClass("str")
    var nested = try space.list([1])
    for _ in 0..<6 { nested = try space.list([nested]) }
    #expect(try space.text(of: space.call(make, [nested])) == "[[[[[[[1]]]]]]]")
    let endless = try space.list()
    try space.append(endless, to: endless)
    #expect(try space.text(of: space.call(make, [endless])) == "[[...]]")
    #expect(
      refusal { () throws(ObjectError) in _ = try space.call(make, [space.list([space.make(silent)])]) }
        == "ValueError: no text")
    try endless.release()
  }
}
