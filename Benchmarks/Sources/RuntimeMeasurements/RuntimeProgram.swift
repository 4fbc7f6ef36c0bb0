import ObjectRuntime

/// The programs whose heaps are measured, each as a loop that calls the runtime's own interface.
struct RuntimeProgram {
  let space: ObjectSpace
  let count: Int
  private let node: ObjectHandle
  private let slotted: ObjectHandle

  /// Makes a space of its own, where none is given, and its classes; collects nothing by itself from then on.
  init(count: Int, space: ObjectSpace? = nil) throws {
    self.count = count
    self.space = try space ?? ObjectSpace()
    node = try self.space.defineClass("Node")
    slotted = try self.space.defineClass("Slotted", slots: ["x", "y"])
    self.space.isCollectorEnabled = false
    try self.space.collect()
  }

  /// A list of as many objects as are asked for.
  func list(of operation: RuntimeOperation) throws -> ObjectHandle {
    switch operation {
    case .collectLists: try makeLists()
    case .collectDicts: try makeDicts()
    case .collectTuples: try makeTuples()
    case .makeSlotted: try makeInstances(of: slotted)
    case .snapshot: try makeSnapshotInstances()
    default: try makeInstances(of: node)
    }
  }

  private func makeInstances(of type: ObjectHandle) throws -> ObjectHandle {
    let list = try space.list()
    for index in 0..<count {
      let instance = try space.make(type)
      try instance.set("x", to: index)
      try instance.set("y", to: index)
      try space.append(instance, to: list)
    }
    return list
  }

  private func makeSnapshotInstances() throws -> ObjectHandle {
    let list = try space.list()
    let none = space.noneObject
    for index in 0..<count {
      let instance = try space.make(node)
      try instance.set("x", to: index)
      try instance.set("y", to: none)
      try space.append(instance, to: list)
    }
    return list
  }

  private func makeLists() throws -> ObjectHandle {
    let list = try space.list()
    for index in 0..<count { try space.append(space.list([index]), to: list) }
    return list
  }

  /// Each dict holds a list, since the collector leaves dicts of plain values alone.
  private func makeDicts() throws -> ObjectHandle {
    let list = try space.list()
    let shared = try space.list()
    for _ in 0..<count { try space.append(space.dict(["items": shared]), to: list) }
    return list
  }

  /// Each tuple holds a list, so that the collector goes on looking after it.
  private func makeTuples() throws -> ObjectHandle {
    let list = try space.list()
    for _ in 0..<count { try space.append(space.tuple([space.list()]), to: list) }
    return list
  }

  /// Objects that nobody but themselves holds.
  func makeGarbage(for operation: RuntimeOperation) throws {
    switch operation {
    case .collectListCycles: try makeListCycles()
    case .collectRings: try makeRings(length: 1000)
    default: try makeInstanceCycles()
    }
  }

  /// Pairs of instances that hold each other and that nobody else holds.
  private func makeInstanceCycles() throws {
    for _ in 0..<count / 2 {
      let left = try space.make(node)
      let right = try space.make(node)
      try left.set("other", to: right)
      try right.set("other", to: left)
    }
  }

  /// Pairs of lists that hold each other and that nobody else holds.
  private func makeListCycles() throws {
    for _ in 0..<count / 2 {
      let left = try space.list()
      let right = try space.list([left])
      try space.append(right, to: left)
    }
  }

  /// Instances each of which holds the next one, the last one the first, and that nobody else holds.
  private func makeRings(length: Int) throws {
    for _ in 0..<count / length {
      let first = try space.make(node)
      var last = first
      for _ in 1..<length {
        let instance = try space.make(node)
        try last.set("next", to: instance)
        last = instance
      }
      try last.set("next", to: first)
    }
  }

  /// Instances in a row; the newest one holds all the others.
  func makeInstanceChain() throws -> ObjectHandle {
    var head = space.noneObject
    for _ in 0..<count {
      let instance = try space.make(node)
      try instance.set("next", to: head)
      head = instance
    }
    return head
  }

  /// Lists in a row; the newest one holds all the others.
  func makeListChain() throws -> ObjectHandle {
    var head = try space.list()
    for _ in 1..<count { head = try space.list([head]) }
    return head
  }
}
