import HeapModel
import ObjectRuntime
import Testing

/// What would not fit is refused before its contents are put together.
struct SizeLimitTests {
  private func checkRefused(
    _ space: ObjectSpace, _ body: () throws -> Void, sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let error = try #require(throws: ObjectError.self, sourceLocation: sourceLocation) { try body() }
    #expect(error.kind == .memoryError, sourceLocation: sourceLocation)
    try space.checkInvariants()
  }

  private func refuse(_ space: ObjectSpace, bytes count: Int) throws {
    try checkRefused(space) { try space.call(space.builtinClass("bytes"), [count]) }
    let operands: [(ObjectHandle, Int)] = [
      (try space.string("ab"), count), (try space.bytes([1, 2, 3]), count), (try space.list([1]), count / 8),
      (try space.tuple([1, 2]), count / 8), (try space.string("\u{1F600}b"), count / 4),
    ]
    for (sequence, times) in operands {
      let factor = try space.object(times)
      try checkRefused(space) {
        _ = ObjectHandle(space, taking: try space.apply(.multiply, sequence.pointer(), factor.pointer()))
      }
    }
    let (base, exponent) = (try space.object(2), try space.object(count &* 8))
    try checkRefused(space) {
      _ = ObjectHandle(space, taking: try space.apply(.power, base.pointer(), exponent.pointer()))
    }
    try checkRefused(space) {
      _ = try space.elements(of: space.call(space.builtinClass("range"), [count]))
    }
  }

  @Test func `what no machine can hold is refused without a limit too`() throws {
    try refuse(ObjectSpace(), bytes: 1 << 39)
  }

  @Test func `what the memory limit forbids is refused before it is built`() throws {
    var options = ObjectSpaceOptions()
    options.memoryLimit = ByteCount(8 << 20)
    try refuse(ObjectSpace(options: options), bytes: 1 << 36)
  }

  @Test func `what fits is built`() throws {
    var options = ObjectSpaceOptions()
    options.memoryLimit = ByteCount(64 << 20)
    let space = try ObjectSpace(options: options)
    let made = try space.call(space.builtinClass("bytes"), [10 << 20])
    #expect(try space.count(of: made) == 10 << 20)
    try space.checkInvariants()
  }
}
