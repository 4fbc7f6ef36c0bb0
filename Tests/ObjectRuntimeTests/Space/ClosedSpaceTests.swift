import HeapModel
import ObjectRuntime
import Testing

/// A closed space does nothing more, whoever closed it and when.
struct ClosedSpaceTests {
  /// What handles of a space are needed to call its members with.
  private struct Handles {
    var space: ObjectSpace
    var list, dict, set, type, function, frame, reference, module: ObjectHandle

    init(_ space: ObjectSpace) throws {
      self.space = space
      list = try space.list([1, 2])
      dict = try space.dict(["a": 1])
      set = try space.set([1])
      type = try space.defineClass("Node")
      function = try space.function("f") { _ in nil }
      frame = try space.frame(of: function, variables: [])
      reference = try space.weakReference(to: type)
      module = try space.module("m")
    }
  }

  private static func throwingUses(_ all: Handles) throws -> [() throws -> Void] {
    let (space, list, dict, set, type) = (all.space, all.list, all.dict, all.set, all.type)
    let weakValues = try space.weakValueDictionary()
    let weakKeys = try space.weakKeyDictionary()
    let weakSet = try space.weakSet()
    let finalizer = try space.finalizer(for: type, calling: all.function)
    let making: [() throws -> Void] = [
      { _ = try 1.makeObject(in: space) }, { _ = try 1.5.makeObject(in: space) },
      { _ = try true.makeObject(in: space) }, { _ = try "a".makeObject(in: space) },
      { _ = try Int?.none.makeObject(in: space) }, { _ = try Int?.some(1).makeObject(in: space) },
      { _ = try [1].makeObject(in: space) }, { _ = try ["a": 1].makeObject(in: space) },
      { _ = try [String: Int]().makeObject(in: space) }, { _ = try space.object(1) },
      { _ = try space.integer(magnitude: [1, 2]) }, { _ = try space.complex(1, 2) },
      { _ = try space.string("a") }, { _ = try space.interned(list) }, { _ = try space.bytes([1]) },
      { _ = try space.list([1]) }, { _ = try space.list() }, { _ = try space.tuple([]) },
      { _ = try space.dict() }, { _ = try space.set() }, { _ = try space.frozenSet() },
      { try space.defineClass("A") }, { _ = try space.builtinClass("list") },
      { _ = try space.builtinClass("ValueError") }, { _ = try space.builtinClass("nothing") },
      { _ = try space.make(type) }, { _ = try space.make(type, 1) }, { _ = try space.makeInstance(of: type) },
      { try space.initialize(list) }, { try space.call(all.function) },
      { try space.call(all.function, keywords: ["a": 1]) }, { _ = try space.function("g") { _ in nil } },
      { _ = try space.property(get: nil) }, { _ = try space.cell() }, { _ = try space.module("n") },
      { _ = try space.frame(of: all.function, variables: []) },
      { try space.setVariable(0, of: all.frame, to: 1) }, { _ = try space.importModule("weakref") },
      { try space.addModule(all.module) }, { _ = try space.weakReference(to: type) },
      { _ = try space.weakProxy(to: type) }, { _ = try space.weakMethod(list) },
      { _ = try space.weakValueDictionary() }, { _ = try space.weakKeyDictionary() },
      { _ = try space.weakSet() }, { try space.finalizer(for: type, calling: all.function) },
    ]
    let using: [() throws -> Void] = [
      { _ = try space.count(of: list) }, { _ = try space.element(0, of: list) },
      { try space.setElement(0, of: list, to: 1) }, { try space.removeElement(0, of: list) },
      { try space.append(1, to: list) }, { try space.append("a", to: list) },
      { try space.append(list, to: list) }, { try space.extend(list, with: list) },
      { try space.insert(1, at: 0, of: list) }, { _ = try space.pop(from: list) },
      { _ = try space.popEntry(from: dict) }, { try space.removeAll(from: list) },
      { try space.discard(1, from: set) }, { _ = try space.contains(1, in: list) },
      { _ = try space.elements(of: list) }, { _ = try space.entries(of: dict) },
      { _ = try space.copy(list) }, { try space.update(dict, from: dict) },
      { _ = try space.attribute("a", of: type) }, { _ = try space.hasAttribute("a", of: type) },
      { try space.setAttribute("a", of: type, to: 1) }, { try space.setAttribute("a", of: type, to: list) },
      { try space.setAttribute("a", of: type, to: "b") }, { try space.removeAttribute("a", of: type) },
      { _ = try space.global("a") }, { try space.setGlobal("a", to: 1) }, { try space.removeGlobal("a") },
      { try space.callMethod("a", of: list) }, { _ = try space.referent(of: all.reference) },
      { _ = try space.weakReferenceCount(of: type) }, { _ = try space.weakReferences(to: type) },
      { try space.runFinalizers() }, { try space.endProgram() }, { try list.release() },
      { try list.call("append", 1) }, { _ = try type.get("a") }, { try type.set("a", to: 1) },
      { try type.set("a", to: list) }, { try type.set("a", to: "b") }, { try type.remove("a") },
      { _ = try weakValues.count }, { _ = try weakValues.value(for: 1) },
      { try weakValues.set(type, for: 1) },
      { _ = try weakValues.iterate() }, { try weakKeys.set(1, for: type) }, { _ = try weakKeys.copy() },
      { try weakSet.insert(type) }, { _ = try weakSet.contains(type) }, { _ = try weakSet.iterate() },
      { try finalizer.call() }, { _ = try finalizer.isAlive }, { try finalizer.detach() },
      { _ = try finalizer.peek() }, { _ = try finalizer.runsAtExit() }, { try finalizer.setRunsAtExit(true) },
    ]
    let asking: [() throws -> Void] = [
      { _ = try space.referenceCount(of: list) }, { _ = try space.isImmortal(list) },
      { _ = try space.identity(of: list) }, { _ = try space.isSame(list, list) },
      { _ = try space.isEqual(list, list) }, { _ = try space.isEqual(1, 2) }, { _ = try space.isTrue(list) },
      { _ = try space.hash(of: list) }, { _ = try space.type(of: list) },
      { _ = try space.typeName(of: list) },
      { _ = try space.isInstance(list, of: type) }, { _ = try space.size(of: list) },
      { _ = try space.footprint(of: list) }, { _ = try space.integerValue(of: list) },
      { _ = try space.doubleValue(of: list) }, { _ = try space.text(of: list) },
      { try space.collect() }, { _ = try space.isTracked(list) }, { _ = try space.isFinalized(list) },
      { _ = try space.generation(of: list) }, { _ = try space.objects() },
      { _ = try space.objects(generation: 0) }, { _ = try space.objects(generation: 7) },
      { _ = try space.referents(of: list) }, { _ = try space.referrers(of: list) },
      { try space.startTracing() }, { _ = try space.allocationSnapshot() },
      { _ = try space.allocationTraceback(of: list) }, { _ = try space.snapshot() },
      { _ = try space.snapshot(reachableFrom: [list]) }, { _ = try space.snapshot(reachableFrom: []) },
      { _ = try space.layout(of: list) }, { _ = try space.arenaLayouts() },
    ]
    let publishing: [() throws -> Void] = [
      { _ = try space.iterator(over: list) }, { _ = try space.reverseIterator(over: list) },
      { _ = try space.next(list) }, { _ = try space.apply(.add, 1, 2) },
      { _ = try space.apply(.add, list, list) },
      { _ = try space.slice(1, 2) }, { _ = try space.list([1, "a"]) }, { _ = try space.dict([(1, 2)]) },
      { _ = try space.generator(of: all.function) }, { _ = try space.traceback(of: all.frame) },
      { _ = try space.exception(of: ObjectError(.valueError, "x")) }, { _ = try space.error(raising: list) },
      { try space.setCause(nil, of: list) }, { try space.setContext(nil, of: list) },
      { try space.setTraceback(nil, of: list) },
    ]
    return making + using + asking + publishing
  }

  @Test func `every use of a closed space that can throw says that it is closed`() throws {
    let space = try ObjectSpace()
    let uses = try Self.throwingUses(Handles(space))
    space.close()
    for (number, use) in uses.enumerated() {
      let error = #expect(throws: ObjectError.self, "use \(number)") { try use() }
      #expect(error?.description == "ReferenceError: the space is closed", "use \(number)")
    }
  }

  @Test func `what cannot throw tells of nothing on a closed space, and does nothing`() throws {
    let space = try ObjectSpace()
    let list = try space.list([1])
    try space.startTracing()
    space.freeze()
    #expect(space.frozenCount > 0)
    space.close()
    #expect(space.frozenCount == 0)
    space.freeze()
    space.unfreeze()
    for handle in [space.noneObject, space.notImplementedObject, space.garbage] {
      #expect(!handle.isValid)
      #expect(throws: ObjectError.self) { try handle.release() }
    }
    #expect(list.description == "<released handle>")
    space.isCollectorEnabled = true
    #expect(!space.isCollectorEnabled)
    space.collectorThresholds = CollectorThresholds(generation0: 1, generation1: 1, generation2: 1)
    #expect(space.collectorStatistics.count == 3)
    _ = space.collectorCounts
    space.collectorDebugOptions = .collectable
    space.removeCollectorCallback(space.addCollectorCallback { _ in })
    space.setDiagnosticsHandler { _ in }
    space.setUnraisableHook { _ in }
    #expect(!space.isTracing && space.tracedMemory.current == ByteCount(0))
    #expect(space.tracingOverhead == ByteCount(0))
    space.resetTracedPeak()
    space.clearTraces()
    space.stopTracing()
    #expect(space.withCall("f") { 1 } == 1)
    #expect(space.handleCount == 0)
    #expect(space.memoryStatistics.arenas == 0)
  }

  @Test func `a hook, callback or function that captures the space no longer keeps it when closed`() throws {
    weak var seen: ObjectSpace?
    do {
      let space = try ObjectSpace()
      seen = space
      space.setUnraisableHook { _ in _ = space.isClosed }
      space.setDiagnosticsHandler { _ in _ = space.isClosed }
      space.addCollectorCallback { _ in _ = space.isClosed }
      try space.setGlobal("f", to: space.function("f") { _ in space.noneObject })
      space.close()
      space.setUnraisableHook { _ in _ = space.isClosed }
      space.setDiagnosticsHandler { _ in _ = space.isClosed }
      space.addCollectorCallback { _ in _ = space.isClosed }
    }
    #expect(seen == nil)
  }

  private func closer(_ space: ObjectSpace) throws -> ObjectHandle {
    try space.function("__del__") { arguments in
      arguments[0].space.close()
      return nil
    }
  }

  @Test func `a finalizer may close the space while a chain of objects is let go`() throws {
    let space = try ObjectSpace()
    let type = try space.defineClass(
      "Closing", attributes: ["__del__": closer(space)])
    let outer = try space.list()
    for _ in 0..<50 {
      try space.append(space.list([1, 2]), to: outer)
      try space.append(space.make(type), to: outer)
    }
    try outer.release()
    #expect(space.isClosed && space.memoryStatistics.arenas == 0)
    let error = try #require(throws: ObjectError.self) { try space.list() }
    #expect(error.description == "ReferenceError: the space is closed")
  }

  @Test func `a finalizer may close the space while its last handle goes by itself`() throws {
    let space = try ObjectSpace()
    do {
      let type = try space.defineClass("Closing", attributes: ["__del__": closer(space)])
      _ = try space.list([space.make(type), space.make(type)])
    }
    #expect(space.isClosed && space.memoryStatistics.arenas == 0)
  }

  @Test func `a function may close the space that calls it`() throws {
    let uses: [(ObjectSpace, ObjectHandle) throws -> Void] = [
      { try $0.call($1) },
      { _ = try $0.make($0.defineClass("A", attributes: ["__init__": $1])) },
      { _ = try $0.isEqual($0.make($0.defineClass("A", attributes: ["__eq__": $1])), 1) },
      { _ = try $0.set([$0.make($0.defineClass("A", attributes: ["__hash__": $1]))]) },
      { try $0.append($0.make($0.defineClass("A", attributes: ["__hash__": $1])), to: $0.set()) },
      { _ = try $0.count(of: $0.make($0.defineClass("A", attributes: ["__len__": $1]))) },
      { space, function in
        let type = try space.defineClass(
          "A", attributes: ["x": space.property(get: function, set: function)])
        try space.make(type).set("x", to: 1)
      },
      { space, function in
        let type = try space.defineClass("A", attributes: ["x": space.property(get: function)])
        _ = try space.make(type).get("x")
      },
      { space, function in
        let object = try space.make(space.defineClass("A"))
        let reference = try space.weakReference(to: object, callback: function)
        try object.release()
        withExtendedLifetime(reference) {}
      },
    ]
    for use in uses {
      let space = try ObjectSpace()
      let function = try space.function("f") { _ in
        space.close()
        return 1
      }
      // Whether the use throws depends on what it would have done with the answer.
      try? use(space, function)
      #expect(space.isClosed && space.memoryStatistics.arenas == 0)
    }
  }

  @Test func `a collector's callback may close the space`() throws {
    for phase in [CollectorEvent.Phase.start, .stop] {
      let space = try ObjectSpace()
      space.addCollectorCallback { event in if event.phase == phase { space.close() } }
      let type = try space.defineClass("Node")
      for _ in 0..<100 {
        let node = try space.make(type)
        try node.set("me", to: node)
      }
      try space.collect()
      #expect(space.isClosed && space.memoryStatistics.arenas == 0)
    }
  }

  @Test func `the hook of exceptions that nobody catches may close the space`() throws {
    let space = try ObjectSpace()
    space.setUnraisableHook { _ in space.close() }
    let type = try space.defineClass(
      "Bad",
      attributes: [
        "__del__": space.function("__del__") { _ throws(ObjectError) in throw ObjectError(.valueError, "bad")
        }
      ])
    let bad = try space.make(type)
    try bad.set("rest", to: space.list([1, 2]))
    try bad.release()
    #expect(space.isClosed && space.memoryStatistics.arenas == 0)
  }

  @Test func `a function that holds the last handle of another one goes with it`() throws {
    let space = try ObjectSpace()
    var function = try space.function("innermost") { _ in nil }
    for number in 0..<20 {
      let inner = function
      function = try space.function("f\(number)") { _ in inner }
    }
    try function.release()
    try space.checkInvariants()
    #expect(space.handleCount == 0)
  }
}
