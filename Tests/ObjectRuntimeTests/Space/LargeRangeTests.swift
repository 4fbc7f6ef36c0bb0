import ObjectRuntime
import Testing

/// Ranges whose bounds, steps or lengths no machine word holds.
struct LargeRangeTests {
  private func power(_ exponent: Int, _ space: ObjectSpace) throws -> ObjectHandle {
    var words = [UInt64](repeating: 0, count: exponent / 64 + 1)
    words[exponent / 64] = 1 << UInt64(exponent % 64)
    return try space.integer(magnitude: words)
  }

  private func range(_ space: ObjectSpace, _ bounds: any ObjectRepresentable...) throws -> ObjectHandle {
    try space.call(space.builtinClass("range"), bounds)
  }

  @Test func `a range over all machine words has its elements`() throws {
    let space = try ObjectSpace()
    let whole = try range(space, Int.min, Int.max)
    #expect(try space.element(0, of: whole).description == "-9223372036854775808")
    #expect(try space.element(-1, of: whole).description == "9223372036854775806")
    #expect(try space.isTrue(whole))
    let down = try range(space, Int.max, Int.min, Int.min)
    #expect(try space.elements(of: down).map(\.description) == ["9223372036854775807", "-1"])
    let wide = try range(space, Int.min, Int.max, Int.max)
    #expect(
      try space.elements(of: wide).map(\.description) == [
        "-9223372036854775808", "-1", "9223372036854775806",
      ])
    #expect(try space.elements(of: range(space, Int.max, Int.min)).isEmpty)
    try space.checkInvariants()
  }

  @Test func `a range of integers of any size is made, asked and gone through`() throws {
    let space = try ObjectSpace()
    let huge = try range(space, power(70, space))
    #expect(try space.element(-1, of: huge).description == "1180591620717411303423")
    #expect(try space.element(power(69, space), of: huge).description == "590295810358705651712")
    #expect(try space.isTrue(huge))
    let error = try #require(throws: ObjectError.self) { try space.element(power(80, space), of: huge) }
    #expect(error.description == "IndexError: range object index out of range")
    let counted = try #require(throws: ObjectError.self) { try space.elements(of: huge) }
    #expect(counted.description == "OverflowError: Python int too large to convert to C ssize_t")
    let steps = try range(space, 0, power(70, space), power(69, space))
    #expect(try space.elements(of: steps).map(\.description) == ["0", "590295810358705651712"])
    #expect(try space.elements(of: range(space, power(70, space), 0)).isEmpty)
    let zero = try #require(throws: ObjectError.self) { try range(space, power(70, space), 5, 0) }
    #expect(zero.description == "ValueError: range() arg 3 must not be zero")
    try space.checkInvariants()
  }
}
