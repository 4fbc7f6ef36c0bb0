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

  /// Pairs of instances that hold each other and that nobody else holds.
  func makeInstanceCycles() throws {
    for _ in 0..<count / 2 {
      let left = try space.make(node)
      let right = try space.make(node)
      try left.set("other", to: right)
      try right.set("other", to: left)
    }
  }

  /// Pairs of lists that hold each other and that nobody else holds.
  func makeListCycles() throws {
    for _ in 0..<count / 2 {
      let left = try space.list()
      let right = try space.list([left])
      try space.append(right, to: left)
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
