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
}
