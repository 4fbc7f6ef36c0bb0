import HeapModel
import ObjectRuntime
import Testing

/// What runs in the midst of an operation and changes what it works on: the operation goes on with memory that is there.
struct ChangedMeanwhileTests {
  private func check(_ space: ObjectSpace) throws {
    try space.checkInvariants()
    try space.collect()
    try space.checkInvariants()
  }

  @Test func `an instance that goes with the first of its attributes while its dict is emptied`() throws {
    let space = try ObjectSpace()
    let node = try space.defineClass("Node")
    let kept = try space.list()
    for _ in 0..<20 {
      let object = try space.make(node)
      let first = try space.make(node)
      let dict = try object.get("__dict__")
      try object.set("x", to: first)
      try object.set("y", to: space.list([kept]))
      try object.set("z", to: space.list([kept]))
      try first.set("o", to: object)
      try object.release()
      try first.release()
      // What is made in the place of the instance must not be taken for its attributes.
      let finalizer = try space.function("__del__") { _ throws(ObjectError) in
        try space.append(space.make(node), to: kept)
        return nil
      }
      let other = try space.defineClass("Other", attributes: ["__del__": finalizer])
      try space.setElement("w", of: dict, to: space.make(other))
      try space.removeAll(from: dict)
      #expect(try space.count(of: dict) == 0)
      try space.setElement("x", of: dict, to: 1)
      try check(space)
    }
  }

  /// Elements that all have the same hash, the first comparison of which runs a closure.
  private func makeElementClass(
    _ space: ObjectSpace, _ change: @escaping () throws(ObjectError) -> Void
  ) throws -> ObjectHandle {
    var isFirst = true
    let hash = try space.function("__hash__") { _ in 5 }
    let equality = try space.function("__eq__") { _ throws(ObjectError) in
      if isFirst {
        isFirst = false
        try change()
      }
      return false
    }
    return try space.defineClass("Element", attributes: ["__hash__": hash, "__eq__": equality])
  }

  @Test(arguments: ["intersection", "difference", "symmetric_difference", "update", "__eq__"])
  func `a set that a comparison empties while it is gone through`(_ operation: String) throws {
    let space = try ObjectSpace()
    let set = try space.set()
    let type = try makeElementClass(space) { () throws(ObjectError) in
      try space.removeAll(from: set)
      // What goes is used again.
      for number in 0..<10 { try space.setGlobal("kept\(number)", to: space.list([number])) }
    }
    let other = try space.set([space.make(type)])
    for _ in 0..<3 {
      try addUncompared(space.make(type), to: set, of: type, in: space)
    }
    for _ in 0..<2 where operation == "__eq__" {
      try addUncompared(space.make(type), to: other, of: type, in: space)
    }
    switch operation {
    case "__eq__": _ = try space.isEqual(set, other)
    case "update", "symmetric_difference": try other.call(operation, set)
    default: try set.call(operation, other)
    }
    try check(space)
  }

  /// Adds an element without a call of the equality that runs the closure.
  private func addUncompared(
    _ element: ObjectHandle, to set: ObjectHandle, of type: ObjectHandle, in space: ObjectSpace
  ) throws {
    let equality = try type.get("__eq__")
    try type.set("__eq__", to: space.function("__eq__") { _ in false })
    try space.append(element, to: set)
    try type.set("__eq__", to: equality)
  }

  @Test(arguments: ["update", "__eq__"])
  func `a dict that a comparison empties while it is gone through`(_ operation: String) throws {
    let space = try ObjectSpace()
    let source = try space.dict()
    let type = try makeElementClass(space) { () throws(ObjectError) in
      try space.removeAll(from: source)
      for number in 0..<3 { try space.setElement(number, of: source, to: space.list([number])) }
      for number in 0..<10 { try space.setGlobal("kept\(number)", to: space.list([number])) }
    }
    let target = try space.dict()
    let equality = try type.get("__eq__")
    try type.set("__eq__", to: space.function("__eq__") { _ in false })
    for _ in 0..<3 {
      try space.setElement(space.make(type), of: source, to: space.list([1]))
      try space.setElement(space.make(type), of: target, to: space.list([1]))
    }
    try type.set("__eq__", to: equality)
    if operation == "update" { try space.update(target, from: source) }
    if operation == "__eq__" { #expect(try !space.isEqual(source, target)) }
    try check(space)
  }

  @Test func `a set that a comparison fills while an element is added`() throws {
    let space = try ObjectSpace()
    let set = try space.set()
    let type = try makeElementClass(space) { () throws(ObjectError) in
      try space.append(5, to: set)
    }
    let removed = try space.make(type)
    try space.append(removed, to: set)
    try addUncompared(space.make(type), to: set, of: type, in: space)
    try space.discard(removed, from: set)
    try space.append(space.make(type), to: set)
    #expect(try space.count(of: set) == 3)
    #expect(try space.elements(of: set).count == 3)
    try check(space)
  }

  @Test func `a list that a comparison shortens while an item is removed`() throws {
    let space = try ObjectSpace()
    let list = try space.list()
    var comparisons = 0
    let equality = try space.function("__eq__") { _ throws(ObjectError) in
      comparisons += 1
      guard comparisons == 4 else { return false }
      try space.removeAll(from: list)
      try space.append(space.list([1]), to: list)
      return true
    }
    let type = try space.defineClass("Element", attributes: ["__eq__": equality])
    for _ in 0..<3 { try space.append(space.list(), to: list) }
    try space.append(space.make(type), to: list)
    try list.call("remove", space.make(type))
    #expect(try space.count(of: list) == 1)
    try check(space)
  }

  @Test(arguments: [false, true])
  func `operands that their own comparison gives back`(_ isNested: Bool) throws {
    let space = try ObjectSpace()
    var operands: [ObjectHandle] = []
    let equality = try space.function("__eq__") { _ throws(ObjectError) in
      for operand in operands where operand.isValid { try operand.release() }
      for number in 0..<10 { try space.setGlobal("kept\(number)", to: space.list([number])) }
      return space.notImplementedObject
    }
    let type = try space.defineClass("Element", attributes: ["__eq__": equality])
    operands = [try space.make(type), try space.make(type)]
    if isNested {
      operands = [try space.list([operands[0]]), try space.list([operands[1]])]
      for operand in operands { try space.append(1, to: operand) }
    }
    let (left, right) = (operands[0], operands[1])
    #expect(try !space.isEqual(left, right))
    try check(space)
  }

  @Test func `a module that a finalizer takes out while the program ends`() throws {
    let space = try ObjectSpace()
    let modules = try ["first", "second"].map { (name) in
      let module = try space.module(name)
      try space.addModule(module)
      return module
    }
    let table = try #require(
      try space.referrers(of: modules[1]).first { try space.typeName(of: $0) == "dict" })
    let finalizer = try space.function("__del__") { _ throws(ObjectError) in
      try space.removeElement("second", of: table)
      return nil
    }
    let probe = try space.defineClass("Probe", attributes: ["__del__": finalizer])
    try modules[0].set("probe", to: space.make(probe))
    for module in modules { try module.release() }
    try space.endProgram()
    #expect(try !space.contains("second", in: table))
    try check(space)
  }
}
