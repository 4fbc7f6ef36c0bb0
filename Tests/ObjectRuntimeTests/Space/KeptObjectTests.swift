import ObjectRuntime
import Testing

/// What an operation works on lives until it ends, though a program's code lets everything else go meanwhile.
struct KeptObjectTests {
  /// A key whose hash and equality call a closure first.
  private func key(
    _ space: ObjectSpace, _ body: @escaping () throws(ObjectError) -> Void
  ) throws -> ObjectHandle {
    let hash = try space.function("__hash__") { _ throws(ObjectError) in
      try body()
      return 5
    }
    let equality = try space.function("__eq__") { _ throws(ObjectError) in
      try body()
      return false
    }
    return try space.make(space.defineClass("Key", attributes: ["__hash__": hash, "__eq__": equality]))
  }

  private func check(_ space: ObjectSpace) throws {
    try space.checkInvariants()
    try space.collect()
    try space.checkInvariants()
  }

  private static let uses: [@Sendable (ObjectSpace, ObjectHandle, ObjectHandle) throws -> Void] = [
    { try $0.setElement($1, of: $2, to: "new") }, { _ = try $0.contains($1, in: $2) },
    { _ = try $0.element($1, of: $2) }, { try $0.removeElement($1, of: $2) },
    { _ = try $0.pop(from: $2, $1) }, { try $0.update($2, from: $0.dict([:])) },
    { try $0.update($2, from: $0.list([$0.tuple([$1, 2])])) },
  ]

  @Test(arguments: 0..<uses.count)
  func `a dict whose handle is released by its key's equality`(_ number: Int) throws {
    let space = try ObjectSpace()
    let dict = try space.dict()
    var isArmed = false
    let key = try key(space) { () throws(ObjectError) in
      guard isArmed else { return }
      isArmed = false
      try dict.release()
    }
    for _ in 0..<3 { try space.setElement(space.make(space.type(of: key)), of: dict, to: "value") }
    isArmed = true
    // Whether the key is found is not what matters here.
    try? Self.uses[number](space, key, dict)
    try check(space)
  }

  @Test(arguments: 0..<uses.count)
  func `a dict behind a proxy that goes while its key is compared`(_ number: Int) throws {
    let space = try ObjectSpace()
    let type = try space.defineClass("Table", bases: [space.builtinClass("dict")])
    let dict = try space.make(type)
    let proxy = try space.weakProxy(to: dict)
    var isArmed = false
    let key = try key(space) { () throws(ObjectError) in
      guard isArmed else { return }
      isArmed = false
      try dict.release()
    }
    for _ in 0..<3 { try space.setElement(space.make(space.type(of: key)), of: proxy, to: "value") }
    isArmed = true
    try? Self.uses[number](space, key, proxy)
    try check(space)
  }

  @Test func `a list that is emptied and released by the element that is compared`() throws {
    let space = try ObjectSpace()
    let list = try space.list()
    let equality = try space.function("__eq__") { _ throws(ObjectError) in
      if list.isValid {
        try space.removeAll(from: list)
        try list.release()
      }
      return false
    }
    let type = try space.defineClass("Element", attributes: ["__eq__": equality])
    for _ in 0..<4 { try space.append(space.make(type), to: list) }
    #expect(try !space.contains("other", in: list))
    try check(space)
  }

  @Test func `operands that are released by what compares and hashes them`() throws {
    let space = try ObjectSpace()
    var held: [ObjectHandle] = []
    let body: ([ObjectHandle]) throws(ObjectError) -> (any ObjectRepresentable)? = { _ throws(ObjectError) in
      for handle in held { try handle.release() }
      held = []
      return 1
    }
    let function = try space.function("f", body)
    let type = try space.defineClass(
      "Operand",
      attributes: [
        "__eq__": function, "__hash__": function, "__bool__": function, "__len__": function,
        "__getitem__": function, "__setitem__": function, "__delitem__": function, "__contains__": function,
        "__call__": function, "m": function,
        "x": space.property(get: function, set: function, delete: function),
      ])
    typealias Use = (_ object: ObjectHandle, _ other: ObjectHandle) throws -> Void
    var uses: [Use] = []
    func add(_ use: @escaping Use) { uses.append(use) }
    add { object, other in _ = try space.isEqual(object, other) }
    add { object, _ in _ = try space.hash(of: object) }
    add { object, _ in _ = try space.isTrue(object) }
    add { object, _ in _ = try space.count(of: object) }
    add { object, other in _ = try space.element(other, of: object) }
    add { object, other in try space.setElement(other, of: object, to: other) }
    add { object, other in try space.removeElement(other, of: object) }
    add { object, other in _ = try space.contains(other, in: object) }
    add { object, other in try space.call(object, [other]) }
    add { object, other in try space.callMethod("m", of: object, [other]) }
    add { object, _ in _ = try object.get("x") }
    add { object, other in try object.set("x", to: other) }
    add { object, _ in try object.set("x", to: 1) }
    add { object, _ in try object.set("x", to: "text") }
    add { object, _ in try object.remove("x") }
    add { object, other in _ = try space.set([object, other]) }
    add { object, other in try space.append(object, to: space.set([other])) }
    add { object, _ in try space.discard(object, from: space.set([1])) }
    add { object, other in _ = try space.contains(object, in: space.tuple([other])) }
    for use in uses {
      let (first, second) = (try space.make(type), try space.make(type))
      held = [first, second]
      try? use(first, second)
      if first.isValid { try first.release() }
      if second.isValid { try second.release() }
      held = []
      try check(space)
    }
  }

  @Test func `arguments and the class that are released by __new__ and __init__`() throws {
    let space = try ObjectSpace()
    let argument = try space.list([1])
    var type: ObjectHandle?
    let new = try space.function("__new__") { arguments throws(ObjectError) in
      try argument.release()
      try type?.release()
      return try space.makeInstance(of: arguments[0])
    }
    var seen = 0
    let initializer = try space.function("__init__") { arguments throws(ObjectError) in
      seen = try space.count(of: arguments[1])
      return nil
    }
    type = try space.defineClass("Node", attributes: ["__new__": new, "__init__": initializer])
    if let type { _ = try space.make(type, argument) }
    #expect(seen == 1)
    try check(space)
  }
}
