import HeapModel
import ObjectRuntime
import Testing

/// Finalizers of single objects and of chains that are cycles, with and without objects that come back.
struct FinalizationCases {
  /// How instances behave when their finalizer runs.
  enum Behavior { case plain, resurrecting, suicidal }

  /// A space with classes whose finalizers check their instances and note their addresses.
  final class Stage {
    let space: ObjectSpace
    private(set) var deletions: [Address] = []
    private(set) var errors: [String] = []
    var survivors: [ObjectHandle] = []

    init() throws { space = try ObjectSpace.quiet() }

    private func note(_ object: ObjectHandle) throws(ObjectError) {
      deletions.append(try space.identity(of: object))
    }

    private func expect(_ condition: Bool, _ text: String) { if !condition { errors.append(text) } }

    private func sameOrNone(
      _ object: ObjectHandle, _ name: String, _ expected: ObjectHandle?
    ) throws(ObjectError) {
      let value = try object.get(name)
      expect(try space.isSame(value, expected ?? space.noneObject), name)
    }

    private func isSuicided(_ object: ObjectHandle) throws(ObjectError) -> Bool {
      try space.number(object.get("suicided")) == 1
    }

    /// A class of instances that stand alone or hold themselves.
    func define(_ name: String, _ behavior: Behavior, holdsItself: Bool) throws -> ObjectHandle {
      let finalizer = try space.function("__del__") { [self] arguments throws(ObjectError) in
        let object = arguments[0]
        try note(object)
        if holdsItself { try sameOrNone(object, "ref", object) }
        switch behavior {
        case .plain: break
        case .resurrecting: survivors.append(object)
        case .suicidal: try object.set("ref", to: space.noneObject)
        }
        return nil
      }
      let initializer = try space.function("__init__") { arguments throws(ObjectError) in
        if holdsItself { try arguments[0].set("ref", to: arguments[0]) }
        return nil
      }
      return try space.defineClass(name, attributes: ["__init__": initializer, "__del__": finalizer])
    }

    /// A class of instances that stand in a chain, checked from both sides.
    func defineChained(_ behavior: Behavior) throws -> ObjectHandle {
      let finalizer = try space.function("__del__") { [self] arguments throws(ObjectError) in
        let object = arguments[0]
        try note(object)
        if try isSuicided(object) {
          try sameOrNone(object, "left", nil)
          try sameOrNone(object, "right", nil)
        } else {
          let left = try object.get("left")
          try sameOrNone(left, "right", try isSuicided(left) ? nil : object)
          let right = try object.get("right")
          try sameOrNone(right, "left", try isSuicided(right) ? nil : object)
        }
        switch behavior {
        case .plain: break
        case .resurrecting: survivors.append(object)
        case .suicidal:
          try object.set("suicided", to: true)
          try object.set("left", to: space.noneObject)
          try object.set("right", to: space.noneObject)
        }
        return nil
      }
      return try space.defineClass("Chained", attributes: ["__del__": finalizer])
    }

    /// Lets an instance go and says what was deleted, what survived and whether a weak reference still leads there.
    func check(
      _ type: ObjectHandle, survives: Bool, isLiveAfterwards: Bool
    ) throws {
      let object = try space.make(type)
      let identity = try space.identity(of: object)
      let reference = try space.weakReference(to: object)
      try object.release()
      try space.collect()
      #expect(deletions == [identity])
      #expect(try survivors.map { try space.identity(of: $0) } == (survives ? [identity] : []))
      #expect(try space.isLive(reference) == isLiveAfterwards)
      survivors = []
      try space.collect()
      #expect(deletions == [identity])
      #expect(survivors.isEmpty)
      #expect(try !space.isLive(reference))
      #expect(errors.isEmpty)
      #expect(try space.count(of: space.garbage) == 0)
    }

    /// Makes a ring of instances, lets it go, and checks that each finalizer ran once and that nothing is left.
    func checkChain(_ behaviors: [Behavior]) throws {
      var nodes: [ObjectHandle] = []
      for behavior in behaviors { nodes.append(try space.make(defineChained(behavior))) }
      for (index, node) in nodes.enumerated() {
        let left = nodes[(index + nodes.count - 1) % nodes.count]
        try node.set("suicided", to: false)
        try node.set("left", to: left)
        try left.set("right", to: node)
      }
      try space.collect()
      let identities = try nodes.map { try space.identity(of: $0) }
      let lasting = zip(identities, behaviors).filter { $0.1 == .resurrecting }.map(\.0)
      let references = try nodes.map { try space.weakReference(to: $0) }
      for node in nodes { try node.release() }
      nodes = []
      try space.collect()
      #expect(deletions.sorted() == identities.sorted())
      #expect(try survivors.map { try space.identity(of: $0) }.sorted() == lasting.sorted())
      for reference in references { #expect(try !space.isLive(reference)) }
      survivors = []
      try space.collect()
      #expect(deletions.sorted() == identities.sorted())
      #expect(survivors.isEmpty)
      #expect(errors.isEmpty)
      #expect(try space.count(of: space.garbage) == 0)
    }
  }

  @Test(.answers("test_finalization.SimpleFinalizationTest.test_simple"))
  func `an object is finalized once when its count falls to zero`() throws {
    let stage = try Stage()
    try stage.check(
      stage.define("Simple", .plain, holdsItself: false), survives: false, isLiveAfterwards: false)
  }

  @Test(.answers("test_finalization.SimpleFinalizationTest.test_simple_resurrect"))
  func `an object that saves itself keeps its weak references, and is not finalized again`() throws {
    let stage = try Stage()
    try stage.check(
      stage.define("SimpleResurrector", .resurrecting, holdsItself: false), survives: true,
      isLiveAfterwards: true)
  }

  @Test(.answers("test_finalization.SelfCycleFinalizationTest.test_simple"))
  func `an object that holds itself is finalized once`() throws {
    let stage = try Stage()
    try stage.check(
      stage.define("SimpleSelfCycle", .plain, holdsItself: true), survives: false, isLiveAfterwards: false)
  }

  @Test(.answers("test_finalization.SelfCycleFinalizationTest.test_simple_resurrect"))
  func `an object in a cycle that saves itself has lost its weak references`() throws {
    let stage = try Stage()
    try stage.check(
      stage.define("SelfCycleResurrector", .resurrecting, holdsItself: true), survives: true,
      isLiveAfterwards: false)
  }

  @Test(.answers("test_finalization.SelfCycleFinalizationTest.test_simple_suicide"))
  func `an object may let go of itself in its finalizer`() throws {
    let stage = try Stage()
    try stage.check(
      stage.define("SuicidalSelfCycle", .suicidal, holdsItself: true), survives: false,
      isLiveAfterwards: false)
  }

  @Test(.answers("test_finalization.CycleChainFinalizationTest.test_homogenous"))
  func `each object of a ring is finalized once`() throws {
    try Stage().checkChain([.plain, .plain, .plain])
  }

  @Test(.answers("test_finalization.CycleChainFinalizationTest.test_homogenous_resurrect"))
  func `a ring of objects that save themselves comes back whole`() throws {
    try Stage().checkChain([.resurrecting, .resurrecting, .resurrecting])
  }

  @Test(.answers("test_finalization.CycleChainFinalizationTest.test_homogenous_suicidal"))
  func `a ring whose finalizers take it apart goes at once`() throws {
    try Stage().checkChain([.suicidal, .suicidal, .suicidal])
  }

  @Test(.answers("test_finalization.CycleChainFinalizationTest.test_heterogenous_suicidal_one"))
  func `every second finalizer of a ring takes it apart`() throws {
    try Stage().checkChain([.suicidal, .plain, .suicidal, .plain])
  }

  @Test(.answers("test_finalization.CycleChainFinalizationTest.test_heterogenous_suicidal_two"))
  func `the first half of a ring takes it apart`() throws {
    try Stage().checkChain([.suicidal, .suicidal, .plain, .plain])
  }

  @Test(.answers("test_finalization.CycleChainFinalizationTest.test_heterogenous_resurrect_one"))
  func `every second object of a ring saves itself`() throws {
    try Stage().checkChain([.resurrecting, .plain, .resurrecting, .plain])
  }

  @Test(.answers("test_finalization.CycleChainFinalizationTest.test_heterogenous_resurrect_two"))
  func `objects that save themselves stand beside those that take the ring apart`() throws {
    try Stage().checkChain([.resurrecting, .plain, .suicidal, .resurrecting, .plain, .suicidal])
  }

  @Test(.answers("test_finalization.CycleChainFinalizationTest.test_heterogenous_resurrect_three"))
  func `a ring has objects of each kind in a row`() throws {
    try Stage().checkChain([.resurrecting, .resurrecting, .plain, .plain, .suicidal, .suicidal])
  }

  @Test func `an exception of a finalizer goes to the hook and the object goes`() throws {
    let space = try ObjectSpace.quiet()
    let notes = Notes()
    space.setUnraisableHook { notes.entries.append("\($0.kind.rawValue): \($0.message)") }
    let finalizer = try space.function("__del__") { _ throws(ObjectError) in
      throw ObjectError(.zeroDivisionError, "division by zero")
    }
    let object = try space.make(space.defineClass("A", attributes: ["__del__": finalizer]))
    let reference = try space.weakReference(to: object)
    try object.release()
    #expect(notes.entries == ["ZeroDivisionError: division by zero"])
    #expect(try !space.isLive(reference))
  }
}
