import HeapModel
import ObjectRuntime
import Testing

/// Programs that misbehave are told so, and leave every count and block as it should be.
struct MisbehavingProgramTests {
  private func check(_ space: ObjectSpace) throws {
    try space.checkInvariants()
    try space.collect()
    try space.checkInvariants()
  }

  @Test(arguments: ["list", "dict", "set"])
  func `a container that changes its size while it is gone through`(_ name: String) throws {
    let space = try ObjectSpace()
    let container = try space.make(space.builtinClass(name))
    for number in 0..<5 {
      if name == "dict" {
        try space.setElement(number, of: container, to: number)
      } else {
        try space.append(number, to: container)
      }
    }
    let iterator = ObjectHandle(space, taking: try space.makeIterator(container.pointer()))
    _ = try space.next(iterator.pointer()).map { ObjectHandle(space, taking: $0) }
    try space.removeAll(from: container)
    try check(space)
    let kind = thrown { _ = try space.next(iterator.pointer()) }
    #expect(kind == (name == "list" ? nil : .runtimeError))
    try check(space)
  }

  @Test func `an equality that empties the dict that is searched`() throws {
    let space = try ObjectSpace()
    let dict = try space.dict()
    let hash = try space.function("__hash__") { _ in 5 }
    let equality = try space.function("__eq__") { arguments throws(ObjectError) in
      try space.removeAll(from: dict)
      return false
    }
    let key = try space.defineClass("Key", attributes: ["__hash__": hash, "__eq__": equality])
    try space.setElement(space.make(key), of: dict, to: [1])
    try space.setElement(space.make(key), of: dict, to: [2])
    #expect(try space.count(of: dict) == 1)
    try check(space)
  }

  @Test func `an equality that raises while a set is searched`() throws {
    let space = try ObjectSpace()
    let hash = try space.function("__hash__") { _ in 5 }
    let equality = try space.function("__eq__") { _ throws(ObjectError) in
      throw ObjectError(.zeroDivisionError, "division by zero")
    }
    let key = try space.defineClass("Key", attributes: ["__hash__": hash, "__eq__": equality])
    let set = try space.set([space.make(key)])
    #expect(thrown { try space.append(space.make(key), to: set) } == .zeroDivisionError)
    #expect(thrown { _ = try space.set([space.make(key), space.make(key)]) } == .zeroDivisionError)
    try check(space)
  }

  @Test func `finalizers that raise, collect, change what goes and bring it back`() throws {
    let space = try ObjectSpace()
    var reports: [String] = []
    space.setUnraisableHook { reports.append("\($0.kind.rawValue): \($0.message)") }
    let kept = try space.list()
    for behaviour in ["raise", "collect", "change", "keep"] {
      let finalizer = try space.function("__del__") { arguments throws(ObjectError) in
        switch behaviour {
        case "raise": throw ObjectError(.valueError, "no")
        case "collect": try space.collect()
        case "change": try arguments[0].set("other", to: space.list([arguments[0]]))
        default: try space.append(arguments[0], to: kept)
        }
        return nil
      }
      let type = try space.defineClass("Dying", attributes: ["__del__": finalizer])
      try space.make(type).release()
      try space.checkInvariants()
      let (one, other) = (try space.make(type), try space.make(type))
      try one.set("other", to: other)
      try other.set("other", to: one)
      try one.release()
      try other.release()
      try check(space)
    }
    #expect(reports == ["ValueError: no", "ValueError: no", "ValueError: no"])
    #expect(try space.count(of: kept) == 3)
    try space.removeAll(from: kept)
    try check(space)
  }

  @Test func `a callback that raises`() throws {
    let space = try ObjectSpace()
    var reports = 0
    space.setUnraisableHook { _ in reports += 1 }
    let callback = try space.function("callback") { _ throws(ObjectError) in throw ObjectError(.keyError, "1")
    }
    let node = try space.make(space.defineClass("Node"))
    let reference = try space.weakReference(to: node, callback: callback)
    try node.release()
    #expect(reports == 1)
    #expect(try space.referent(of: reference) == nil)
    try check(space)
  }

  @Test func `a released handle`() throws {
    let space = try ObjectSpace()
    let list = try space.list([1])
    try list.release()
    let kinds = [
      thrown { try list.release() }, thrown { _ = try space.count(of: list) },
      thrown { _ = try space.tuple([list]) },
      thrown { try space.setGlobal("x", to: list) }, thrown { _ = try space.dict(["a": 1, "b": list]) },
      thrown { try space.defineClass("C", bases: [list]) },
      thrown { try space.defineClass("C", attributes: ["a": list]) },
      thrown { _ = try space.set([1, list]) },
    ]
    #expect(kinds.allSatisfy { $0 == .referenceError }, "\(kinds)")
    try check(space)
  }

  @Test func `negative numbers where none can be`() throws {
    let space = try ObjectSpace()
    #expect(thrown { try space.collect(generation: -1) } == .valueError)
    #expect(thrown { try space.startTracing(frameLimit: -1) } == .valueError)
    #expect(thrown { _ = try space.element(-3, of: space.list([1, 2])) } == .indexError)
    #expect(thrown { try space.setElement(-3, of: space.list([1, 2]), to: 1) } == .indexError)
    #expect(thrown { _ = try space.objects(generation: -2) } == .valueError)
    let length = try space.function("__len__") { _ in -1 }
    let type = try space.defineClass("Negative", attributes: ["__len__": length])
    #expect(thrown { _ = try space.count(of: space.make(type)) } == .valueError)
    #expect(thrown { _ = try space.isTrue(space.make(type)) } == .valueError)
    try check(space)
  }

  @Test(arguments: 1...12)
  func `a memory limit that is reached`(_ arenas: Int) throws {
    var options = ObjectSpaceOptions()
    options.memoryLimit = ByteCount((1 << 20) + 100_000 * arenas)
    let space = try ObjectSpace(options: options)
    let type = try space.defineClass("Node")
    let list = try space.list()
    var count = 0
    let kind = thrown {
      while true {
        let node = try space.make(type)
        try node.set("text", to: "some text number \(count)")
        try node.set("values", to: space.dict(["a": count * 1000, "b": [node]]))
        try space.append(node, to: list)
        count += 1
      }
    }
    #expect(kind == .memoryError)
    try space.checkInvariants()
    try space.removeAll(from: list)
    try check(space)
    #expect(try space.count(of: space.list([1, 2])) == 2)
  }
}
