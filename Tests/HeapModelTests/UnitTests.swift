import HeapModel
import Testing

struct UnitTests {
  @Test(arguments: [
    (0, "0 B"), (1023, "1023 B"), (1024, "1 KiB"), (1536, "1.5 KiB"), (1_048_575, "1 MiB"),
    (130_023_424, "124 MiB"), (1 << 40, "1 TiB"),
  ])
  func `amounts of memory are written with the unit that suits them`(bytes: Int, text: String) {
    #expect(ByteCount(bytes).description == text)
  }

  @Test func `a sum of sizes stops at the greatest instead of trapping`() {
    let most = ByteCount(rawValue: .max)
    #expect(most + ByteCount(1) == most)
  }

  @Test(arguments: [("0x7f12a0", 0x7f12a0 as UInt64?), ("FF", 255), ("0x", nil), ("+1", nil), ("12g", nil)])
  func `addresses are read from hexadecimal digits`(text: String, value: UInt64?) {
    #expect(Address(hexadecimal: text)?.rawValue == value)
  }

  @Test func `an index is a dense number that ranges can be made of`() {
    #expect((ObjectIndex(2)..<ObjectIndex(5)).map(\.position) == [2, 3, 4])
    #expect(ObjectIndex(17).description == "#17")
  }
}
