import HeapModel
import ObjectRuntime
import Testing

struct HandleTests {
  @Test func `each handle is one reference`() throws {
    let space = try ObjectSpace()
    let list = try space.list()
    #expect(try space.referenceCount(of: list) == 1)
    let outer = try space.list([list, list])
    #expect(try space.referenceCount(of: list) == 3)
    let again = try space.element(0, of: outer)
    #expect(try space.referenceCount(of: list) == 4)
    try again.release()
    #expect(try space.referenceCount(of: list) == 3)
    try outer.release()
    #expect(try space.referenceCount(of: list) == 1)
  }

  @Test func `a handle gives its reference back with Swift's last reference to it`() throws {
    let space = try ObjectSpace()
    let list = try space.list()
    do {
      let outer = try space.list([list])
      #expect(try space.referenceCount(of: list) == 2)
      withExtendedLifetime(outer) {}
    }
    #expect(try space.referenceCount(of: list) == 1)
    #expect(space.handleCount == 1)
    withExtendedLifetime(list) {}
  }

  @Test func `a released handle throws at each use`() throws {
    let space = try ObjectSpace()
    let list = try space.list()
    try list.release()
    #expect(!list.isValid)
    #expect(list.description == "<released handle>")
    #expect(throws: ObjectError.self) { try list.release() }
    let uses: [(ObjectHandle) throws -> Void] = [
      { _ = try space.referenceCount(of: $0) }, { try space.append(1, to: $0) },
      { _ = try space.size(of: $0) },
      { _ = try space.layout(of: $0) }, { try space.setGlobal("x", to: $0) }, { _ = try space.list([$0]) },
      { _ = try space.attribute("x", of: $0) }, { _ = try space.weakReference(to: $0) },
      { _ = try space.snapshot(reachableFrom: [$0]) }, { _ = try space.call($0) },
    ]
    for use in uses {
      let error = try #require(throws: ObjectError.self) { try use(list) }
      #expect(error.kind == .referenceError)
      #expect(error.message == "the handle was released")
    }
  }

  @Test func `a closed space throws, whatever handles are left`() throws {
    let space = try ObjectSpace()
    let list = try space.list([1, 2])
    space.close()
    space.close()
    #expect(space.isClosed && !list.isValid)
    let uses: [() throws -> Void] = [
      { _ = try space.size(of: list) }, { _ = try space.list() }, { try space.collect() },
      { _ = try space.snapshot() },
      { _ = try space.arenaLayouts() },
    ]
    for use in uses {
      let error = try #require(throws: ObjectError.self) { try use() }
      #expect(error.description == "ReferenceError: the space is closed")
    }
  }

  @Test func `an object cannot be put into another space`() throws {
    let one = try ObjectSpace()
    let other = try ObjectSpace()
    let list = try one.list()
    let error = try #require(throws: ObjectError.self) { _ = try other.list([list]) }
    #expect(error.description == "ValueError: the object lives in another space")
    #expect(throws: ObjectError.self) { _ = try other.size(of: list) }
  }

  @Test func `many spaces live side by side`() async throws {
    let counts = try await withThrowingTaskGroup(of: Int.self) { group in
      for number in 0..<8 {
        group.addTask {
          let space = try ObjectSpace()
          let node = try space.defineClass("Node")
          for _ in 0..<500 {
            let instance = try space.make(node)
            try instance.set("me", to: instance)
          }
          return try space.collect() + number
        }
      }
      return try await group.reduce(into: []) { $0.append($1) }
    }
    #expect(counts.sorted() == (0..<8).map { 500 + $0 })
  }
}
