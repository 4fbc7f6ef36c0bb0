import HeapModel
import ObjectRuntime
import Testing

/// Classes that are derived from others on many ways.
struct ClassDiamondTests {
  /// Diamonds that stand on one another: each class at an odd place is derived from the two before it.
  private func stackedDiamonds(_ count: Int, on base: ObjectHandle, in space: ObjectSpace) throws
    -> [ObjectHandle]
  {
    var classes = [base]
    for number in 0..<count {
      let below = classes[classes.count - 1]
      let left = try space.defineClass("Left\(number)", bases: [below])
      let right = try space.defineClass("Right\(number)", bases: [below])
      classes += [left, right, try space.defineClass("Tip\(number)", bases: [left, right])]
    }
    return classes
  }

  private func order(of type: ObjectHandle, in space: ObjectSpace) throws -> [String] {
    try space.elements(of: type.get("__mro__")).map { try space.text(of: $0.get("__name__")) ?? "" }
  }

  @Test(.timeLimit(.minutes(1)))
  func `an attribute that is set at the foot of 30 stacked diamonds`() throws {
    let space = try ObjectSpace()
    let base = try space.defineClass("Base")
    let classes = try stackedDiamonds(30, on: base, in: space)
    var calls = 0
    try base.set(
      "__del__",
      to: space.function("__del__") { _ in
        calls += 1
        return nil
      })
    try space.make(classes[classes.count - 1]).release()
    #expect(calls == 1)
    try base.remove("__del__")
    try space.make(classes[classes.count - 1]).release()
    #expect(calls == 1)
    try space.checkInvariants()
  }

  @Test(.timeLimit(.minutes(1)))
  func `other bases for the foot of 30 stacked diamonds`() throws {
    let space = try ObjectSpace()
    let (old, new) = (try space.defineClass("Old"), try space.defineClass("New", attributes: ["x": 7]))
    let base = try space.defineClass("Base", bases: [old])
    let classes = try stackedDiamonds(30, on: base, in: space)
    let tip = classes[classes.count - 1]
    let before = try order(of: tip, in: space)
    try base.set("__bases__", to: space.tuple([new]))
    #expect(try order(of: tip, in: space) == before.map { $0 == "Old" ? "New" : $0 })
    #expect(try tip.get("x").description == "7")
    try space.checkInvariants()
  }

  @Test func `other bases where one way to a class is longer than the other`() throws {
    let space = try ObjectSpace()
    let (old, new) = (try space.defineClass("Old"), try space.defineClass("New"))
    let base = try space.defineClass("Base", bases: [old])
    let short = try space.defineClass("Short", bases: [base])
    let first = try space.defineClass("First", bases: [base])
    let second = try space.defineClass("Second", bases: [first])
    let both = try space.defineClass("Both", bases: [short, second])
    let last = try space.defineClass("Last", bases: [both])
    try base.set("__bases__", to: space.tuple([new]))
    #expect(
      try order(of: last, in: space)
        == ["Last", "Both", "Short", "Second", "First", "Base", "New", "object"])
    try space.checkInvariants()
  }
}
