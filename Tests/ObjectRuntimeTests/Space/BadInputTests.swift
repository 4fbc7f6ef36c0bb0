import HeapModel
import ObjectRuntime
import Testing

/// What is wrong gives the error that CPython gives, and nothing else changes.
struct BadInputTests {
  struct Case: CustomTestStringConvertible, Sendable {
    var expected: String
    var body: @Sendable (ObjectSpace) throws -> Void
    var testDescription: String { expected }

    init(_ expected: String, _ body: @escaping @Sendable (ObjectSpace) throws -> Void) {
      self.expected = expected
      self.body = body
    }
  }

  static let cases: [Case] = [
    Case("AttributeError: 'Node' object has no attribute 'x'") {
      _ = try $0.make($0.defineClass("Node")).get("x")
    },
    Case("AttributeError: 'Node' object has no attribute 'x'") {
      try $0.make($0.defineClass("Node")).remove("x")
    },
    Case("AttributeError: type object 'Node' has no attribute 'x'") {
      _ = try $0.defineClass("Node").get("x")
    },
    Case("AttributeError: 'S' object has no attribute 'x' and no __dict__ for setting new attributes") {
      try $0.make($0.defineClass("S", slots: ["a"])).set("x", to: 1)
    },
    Case("AttributeError: 'S' object has no attribute 'a'") {
      _ = try $0.make($0.defineClass("S", slots: ["a"])).get("a")
    },
    Case("AttributeError: 'list' object has no attribute 'x'") { _ = try $0.list().get("x") },
    Case("TypeError: cannot set 'x' attribute of immutable type 'int'") {
      try $0.builtinClass("int").set("x", to: 1)
    },
    Case("TypeError: unhashable type: 'list'") { try $0.setElement($0.list(), of: $0.dict(), to: 1) },
    Case("TypeError: unhashable type: 'dict'") { _ = try $0.set([$0.dict()]) },
    Case("TypeError: unhashable type: 'set'") { _ = try $0.hash(of: $0.tuple([$0.set()])) },
    Case("KeyError: 'x'") { _ = try $0.element("x", of: $0.dict()) },
    Case("KeyError: 5") { try $0.removeElement(5, of: $0.dict()) },
    Case("KeyError: 'popitem(): dictionary is empty'") { _ = try $0.popEntry(from: $0.dict()) },
    Case("IndexError: list index out of range") { _ = try $0.element(3, of: $0.list([1])) },
    Case("IndexError: tuple index out of range") { _ = try $0.element(-2, of: $0.tuple([1])) },
    Case("IndexError: list assignment index out of range") { try $0.setElement(0, of: $0.list(), to: 1) },
    Case("IndexError: pop from empty list") { _ = try $0.pop(from: $0.list()) },
    Case("TypeError: list indices must be integers or slices, not str") {
      _ = try $0.element("a", of: $0.list())
    },
    Case("TypeError: 'tuple' object does not support item assignment") {
      try $0.setElement(0, of: $0.tuple([1]), to: 2)
    },
    Case("TypeError: object of type 'int' has no len()") { _ = try $0.count(of: $0.object(5)) },
    Case("TypeError: 'int' object is not callable") { try $0.call($0.object(5)) },
    Case("TypeError: 'int' object is not iterable") { _ = try $0.elements(of: $0.object(5)) },
    Case("TypeError: cannot create weak reference to 'int' object") {
      _ = try $0.weakReference(to: $0.object(5))
    },
    Case("TypeError: cannot create weak reference to 'list' object") {
      _ = try $0.weakReference(to: $0.list())
    },
    Case("TypeError: cannot create weak reference to 'S' object") {
      _ = try $0.weakReference(to: $0.make($0.defineClass("S", slots: [])))
    },
    Case("TypeError: Node() takes no arguments") { _ = try $0.make($0.defineClass("Node"), 1) },
    Case("TypeError: multiple bases have instance lay-out conflict") {
      let one = try $0.defineClass("One", slots: ["a"])
      let other = try $0.defineClass("Other", slots: ["b"])
      try $0.defineClass("Both", bases: [one, other])
    },
    Case("TypeError: multiple bases have instance lay-out conflict") {
      try $0.defineClass("Both", bases: [$0.builtinClass("list"), $0.builtinClass("dict")])
    },
    Case("TypeError: type 'bool' is not an acceptable base type") {
      try $0.defineClass("Truth", bases: [$0.builtinClass("bool")])
    },
    Case(
      "TypeError: metaclass conflict: the metaclass of a derived class must be a (non-strict) subclass of the "
        + "metaclasses of all its bases"
    ) { try $0.defineClass("C", bases: [$0.object(1)]) },
    Case("TypeError: duplicate base class A") {
      let base = try $0.defineClass("A")
      try $0.defineClass("B", bases: [base, base])
    },
    Case("TypeError: Cannot create a consistent method resolution order (MRO) for bases object, A") {
      let base = try $0.defineClass("A")
      try $0.defineClass("B", bases: [$0.builtinClass("object"), base])
    },
    Case("TypeError: __slots__ must be identifiers") { try $0.defineClass("C", slots: ["not one"]) },
    Case("TypeError: nonempty __slots__ not supported for subtype of 'int'") {
      try $0.defineClass("C", bases: [$0.builtinClass("int")], slots: ["a"])
    },
    Case("TypeError: __dict__ slot disallowed: we already got one") {
      try $0.defineClass("C", bases: [$0.defineClass("B")], slots: ["__dict__"])
    },
    Case("ValueError: 'a' in __slots__ conflicts with class variable") {
      try $0.defineClass("C", slots: ["a"], attributes: ["a": 1])
    },
    Case("ValueError: invalid generation") { try $0.collect(generation: 3) },
    Case("ValueError: generation parameter cannot be negative") { _ = try $0.objects(generation: -1) },
    Case("NameError: name 'x' is not defined") { _ = try $0.global("x") },
    Case("NameError: name 'nothing' is not defined") { _ = try $0.builtinClass("nothing") },
    Case("TypeError: can't intern int") { _ = try $0.interned($0.object(1)) },
    Case("RuntimeError: the tracemalloc module must be tracing memory allocations to take a snapshot") {
      _ = try $0.allocationSnapshot()
    },
    Case("TypeError: weakref.ReferenceType.__new__(int): int is not a subtype of weakref.ReferenceType") {
      let type = try $0.defineClass("Node", attributes: ["m": $0.function("m") { _ in nil }])
      let node = try $0.make(type)
      _ = try $0.weakSet()
      let constructor = try $0.importModule("weakref").get("WeakMethod").get("__new__")
      _ = try $0.call(constructor, [$0.builtinClass("int"), node.get("m")])
    },
    Case("TypeError: weakref.ReferenceType.__new__(Node): Node is not a subtype of weakref.ReferenceType") {
      let type = try $0.defineClass("Node")
      _ = try $0.weakSet()
      let constructor = try $0.importModule("weakref").get("KeyedRef").get("__new__")
      _ = try $0.call(constructor, [type, $0.make(type), $0.noneObject, 1])
    },
    Case("TypeError: weakref.ReferenceType.__new__(X): X is not a type object (int)") {
      _ = try $0.weakSet()
      let constructor = try $0.importModule("weakref").get("KeyedRef").get("__new__")
      _ = try $0.call(constructor, [5, $0.make($0.defineClass("Node")), $0.noneObject, 1])
    },
    Case("ValueError: Cell is empty") { _ = try $0.cell().get("cell_contents") },
  ]

  @Test(arguments: cases)
  func `what is wrong is told as CPython tells it`(_ item: Case) throws {
    let space = try ObjectSpace()
    let kept = try space.list([1, 2, 3])
    let error = try #require(throws: ObjectError.self) { try item.body(space) }
    #expect(error.description == item.expected)
    try space.checkInvariants()
    try space.collect()
    try space.checkInvariants()
    #expect(try space.elements(of: kept).count == 3)
    #expect(try space.referenceCount(of: kept) == 1)
  }

  @Test func `a memory limit is an error that can be caught, and the space goes on`() throws {
    var options = ObjectSpaceOptions()
    options.memoryLimit = ByteCount(4 << 20)
    let space = try ObjectSpace(options: options)
    let list = try space.list()
    var count = 0
    let error = try #require(throws: ObjectError.self) {
      while true {
        try space.append(space.list([count, count]), to: list)
        count += 1
      }
    }
    #expect(error.kind == .memoryError)
    #expect(count > 10_000)
    #expect(space.memoryStatistics.takenSize <= ByteCount(4 << 20))
    #expect(try space.count(of: list) == count)
    try space.removeAll(from: list)
    try space.append("there is room again", to: list)
    #expect(try space.count(of: list) == 1)
    try space.checkInvariants()
  }

  @Test func `a limit that does not hold the start is told at once`() {
    var options = ObjectSpaceOptions()
    options.memoryLimit = ByteCount(1000)
    #expect(throws: ObjectError.self) { _ = try ObjectSpace(options: options) }
  }
}
