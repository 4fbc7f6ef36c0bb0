import HeapFixtures
import SwiftHeap
import Testing

@Suite struct BlockIndexTests {
  @Test(arguments: 0..<40 as Range<UInt64>)
  func `a block is found by its begin, and the last one before any address`(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    var addresses: Set<UInt64> = []
    for _ in 0..<Int.random(in: 0...200, using: &generator) {
      let piece = UInt64.random(in: 0...3, using: &generator) << 40
      addresses.insert(piece + UInt64.random(in: 1...20_000, using: &generator) * 16)
    }
    let sorted = addresses.sorted()
    let index = BlockIndex(sorted)
    for (number, address) in sorted.enumerated() {
      #expect(index.block(at: address) == number)
      for other in [address + 8, address + 16, address &- 16, address + 1] where !addresses.contains(other) {
        #expect(index.block(at: other) == nil)
      }
      for distance in [0, 1, 15, 100, 2_000, 1 << 30] as [UInt64] {
        let found = index.lastBlock(atOrBefore: address + distance)
        #expect(found == sorted.lastIndex { $0 <= address + distance })
      }
    }
    #expect(index.block(at: 0) == nil)
    #expect(index.block(at: .max) == nil)
    #expect(index.lastBlock(atOrBefore: 8) == nil)
  }
}
