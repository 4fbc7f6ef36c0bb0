import HeapModel
import ObjectRuntime
import Testing

struct ReleaseTests {
  /// Makes a chain of instances with one slot, the last of which leads nowhere.
  private func chain(_ length: Int, in space: ObjectSpace) throws -> ObjectHandle {
    let link = try space.defineClass("Link", slots: ["next"])
    var head = try space.make(link)
    for _ in 1..<length {
      let next = try space.make(link)
      try next.set("next", to: head)
      head = next
    }
    return head
  }

  @Test func `a chain of five million objects goes in time that grows with its length`() throws {
    let space = try ObjectSpace()
    space.isCollectorEnabled = false
    func seconds(_ length: Int) throws -> Double {
      let head = try chain(length, in: space)
      let before = space.memoryStatistics.usedSize
      let duration = try ContinuousClock().measure { try head.release() }
      let freed = before.rawValue - space.memoryStatistics.usedSize.rawValue
      #expect(freed >= UInt64(40 * length))
      return duration / .seconds(1)
    }
    let short = try (0..<3).map { _ in try seconds(250_000) }.min() ?? 0
    let long = try seconds(5_000_000)
    // Twenty times as long; quadratic time would be four hundred times.
    #expect(long < 100 * short, "\(short) s and \(long) s")
  }

  @Test func `a million lists within each other go`() throws {
    let space = try ObjectSpace()
    space.isCollectorEnabled = false
    var list = try space.list()
    for _ in 0..<1_000_000 { list = try space.list([list]) }
    try list.release()
    #expect(space.handleCount == 0)
    #expect(try space.collect() == 0)
  }

  @Test func `finalizers run once, at the last reference, and may store their object`() throws {
    let space = try ObjectSpace()
    var log: [String] = []
    let kept = try space.list()
    let finalizer = try space.function("__del__") { arguments throws(ObjectError) in
      log.append(try space.text(of: arguments[0].get("name")) ?? "?")
      if log.count == 1 { try space.append(arguments[0], to: kept) }
      return nil
    }
    let type = try space.defineClass("C", attributes: ["__del__": finalizer])
    let one = try space.make(type)
    try one.set("name", to: "one")
    try one.release()
    #expect(log == ["one"])
    #expect(try space.count(of: kept) == 1)
    #expect(try space.isFinalized(space.element(0, of: kept)))
    try space.removeAll(from: kept)
    #expect(log == ["one"])
    #expect(try space.count(of: kept) == 0)
  }

  @Test func `what a finalizer raises is reported and harms nothing`() throws {
    let space = try ObjectSpace()
    var reports: [UnraisableError] = []
    space.setUnraisableHook { reports.append($0) }
    let finalizer = try space.function("__del__") { _ throws(ObjectError) in
      throw ObjectError(.valueError, "no")
    }
    let type = try space.defineClass("C", attributes: ["__del__": finalizer])
    let list = try space.list([space.make(type), space.make(type)])
    try list.release()
    #expect(reports.map(\.kind) == [.valueError, .valueError])
    #expect(reports.map(\.message) == ["no", "no"])
    #expect(reports[0].place.hasPrefix("<function __del__ at 0x"))
  }
}
