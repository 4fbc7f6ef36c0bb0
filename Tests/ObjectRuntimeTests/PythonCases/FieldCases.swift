import ObjectRuntime
import Testing

/// Attributes of built-in objects that can be set, and those that cannot.
struct FieldCases {
  @Test func `a function's fields take their own kinds, and some take none`() throws {
    let space = try ObjectSpace.quiet()
    let function = try space.function("f") { _ in 1 }
    for name in ["__globals__", "__closure__", "__builtins__"] {
      #expect(thrown { try function.set(name, to: space.dict()) } == .attributeError)
      #expect(thrown { try function.remove(name) } == .attributeError)
    }
    for name in [
      "__code__", "__name__", "__qualname__", "__defaults__", "__kwdefaults__", "__annotations__", "__dict__",
      "__type_params__",
    ] { #expect(thrown { try function.set(name, to: 3) } == .typeError, "\(name)") }
    for name in ["__code__", "__name__", "__dict__"] {
      #expect(thrown { try function.remove(name) } == .typeError, "\(name)")
    }
    for name in ["__defaults__", "__kwdefaults__", "__module__", "__doc__"] { try function.remove(name) }
    try function.set("__name__", to: "g")
    try function.set("__module__", to: 3)
    #expect(try space.text(of: function.get("__name__")) == "g")
    #expect(try space.number(space.call(function)) == 1)
  }

  @Test func `a bound method and a slice cannot be changed`() throws {
    let space = try ObjectSpace.quiet()
    let type = try space.defineClass("C", attributes: ["m": space.function("m") { _ in nil }])
    let method = try space.make(type).get("m")
    for name in ["__self__", "__func__", "foo"] {
      #expect(thrown { try method.set(name, to: 3) } == .attributeError)
    }
    #expect(thrown { try space.property(get: nil).set("fget", to: 3) } == .attributeError)
  }

  @Test func `an exception's fields take their own kinds`() throws {
    let space = try ObjectSpace.quiet()
    let error = try space.make(space.builtinClass("ValueError"), "wrong")
    #expect(thrown { try error.set("args", to: 3) } == .typeError)
    for name in ["__traceback__", "__context__", "__cause__"] {
      #expect(thrown { try error.set(name, to: 3) } == .typeError)
      #expect(thrown { try error.remove(name) } == .typeError)
      try error.set(name, to: space.noneObject)
    }
    try error.set("args", to: space.list([1, 2]))
    #expect(try space.typeName(of: error.get("args")) == "tuple")
    try error.set("__cause__", to: space.make(space.builtinClass("KeyError")))
    #expect(try space.typeName(of: error.get("__cause__")) == "KeyError")
  }

  @Test func `the class of an instance is no attribute of its own`() throws {
    let space = try ObjectSpace.quiet()
    let first = try space.defineClass("A")
    let second = try space.defineClass("B")
    let slotted = try space.defineClass("S", slots: ["a", "b"])
    let object = try space.make(first)
    try object.set("x", to: 1)
    try object.set("__class__", to: second)
    #expect(try space.isSame(space.type(of: object), second))
    #expect(try space.isSame(object.get("__class__"), second))
    #expect(try space.number(object.get("x")) == 1)
    #expect(try space.count(of: object.get("__dict__")) == 1)
    #expect(thrown { try object.set("__class__", to: slotted) } == .typeError)
    #expect(thrown { try object.set("__class__", to: 3) } == .typeError)
    #expect(thrown { try object.remove("__class__") } == .typeError)
  }
}
