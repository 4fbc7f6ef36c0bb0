import HeapFixtures
import HeapModel
import Testing

@Suite struct ObjectLayoutTests {
  private static let address = Address(rawValue: 0x1000)

  private static func block(
    _ offsets: Range<Int>, allocated: Int? = nil, at address: Address = address,
    _ fields: [(offset: Int, size: Int)] = []
  ) -> MemoryBlock {
    MemoryBlock(
      title: "body", address: address, offsets: offsets, allocatedSize: allocated.map { ByteCount($0) },
      fields: fields.map { MemoryField(at: $0.offset, size: ByteCount($0.size), name: "f", role: .slot) })
  }

  @Test func `bytes that no field covers are told as padding, and those after the block as slack`() {
    let block = Self.block(-16..<30, allocated: 48, [(-16, 8), (0, 8), (8, 1), (16, 8)])
    let every = block.everyField
    #expect(every.map(\.offset) == [-16, -8, 0, 8, 9, 16, 24, 30])
    #expect(every.map { Int($0.size.rawValue) } == [8, 8, 8, 1, 7, 8, 6, 2])
    #expect(
      every.map(\.role) == [.slot, .padding, .slot, .slot, .padding, .slot, .padding, .slack])
    #expect(block.size == ByteCount(46))
    #expect(block.slack == ByteCount(2))
    #expect(block.startAddress == Address(rawValue: 0xFF0))
  }

  @Test(arguments: 0..<50)
  func `every byte of a block is told exactly once`(seed: Int) {
    var generator = SeededGenerator(seed: UInt64(seed))
    let start = Int.random(in: -40...0, using: &generator)
    var fields: [(offset: Int, size: Int)] = []
    var end = start
    for _ in 0..<Int.random(in: 0...20, using: &generator) {
      end += Int.random(in: 0...5, using: &generator)
      let size = Int.random(in: 1...16, using: &generator)
      fields.append((end, size))
      end += size
    }
    end = max(end + Int.random(in: 0...9, using: &generator), start + 1)
    let block = Self.block(start..<end, allocated: end - start + seed % 3, fields)
    #expect(block.everyField.flatMap(\.offsets).elementsEqual(start..<end + seed % 3))
    #expect(block.everyField.filter { $0.role == .slot } == block.fields)
  }

  @Test func `an address is found in its block and nowhere else`() {
    let block = Self.block(-16..<32)
    #expect(block.offset(of: Address(rawValue: 0xFEF)) == nil)
    #expect(block.offset(of: Address(rawValue: 0xFF0)) == -16)
    #expect(block.offset(of: Address(rawValue: 0x101F)) == 31)
    #expect(block.offset(of: Address(rawValue: 0x1020)) == nil)
    #expect(block.offset(of: Address(rawValue: .max)) == nil)
    #expect(block.address(at: -16) == Address(rawValue: 0xFF0))
    #expect(block.address(at: 32) == Address(rawValue: 0x1020))
    // Addresses in the upper half are as good as others.
    let high = Self.block(-16..<32, at: Address(rawValue: 0xFFFF_8000_0000_0000))
    #expect(high.startAddress == Address(rawValue: 0xFFFF_7FFF_FFFF_FFF0))
    #expect(high.offset(of: Address(rawValue: 0xFFFF_8000_0000_001F)) == 31)
  }

  @Test func `an object's sizes are those of its blocks, and what the runtime says stays beside them`() {
    let list = SampleLayouts.list
    #expect(list.size == ByteCount(88))
    #expect(list.allocatedSize == ByteCount(96))
    #expect(list.reportedSize == ByteCount(88))
    #expect(SampleLayouts.instance.size == ByteCount(93))
    #expect(SampleLayouts.instance.reportedSize == ByteCount(72))
  }

  @Test func `an arena counts what is handed out`() {
    let pool = PoolLayout(
      address: Self.address, size: ByteCount(100), headerSize: ByteCount(20), blockSize: ByteCount(16),
      blocks: [.used, .freed, .used, .untouched, .untouched])
    #expect(pool.blockCount(.used) == 2)
    #expect(pool.blockCount(.freed) == 1)
    #expect(pool.blockCount(.untouched) == 2)
    let unused = PoolLayout(unusedAt: Address(rawValue: 0x1064), size: ByteCount(100))
    #expect(unused.blockSize == nil)
    let arena = ArenaLayout(title: "a", address: Self.address, size: ByteCount(200), pools: [pool, unused])
    #expect(arena.usedSize == ByteCount(32))
  }
}

/// Parts that contradict each other are a mistake of whoever wrote the source, and stop the program.
@Suite struct ObjectLayoutMisuseTests {
  @Test func `a field has bytes`() async {
    let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      _ = MemoryField(at: 8, size: .zero, name: "nothing", role: .value)
    }
    Self.expect(result, "Field 'nothing' at offset 8 has no bytes; leave it out")
  }

  @Test func `a field is no larger than memory`() async {
    let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      _ = MemoryField(at: 8, size: ByteCount(rawValue: .max), name: "all", role: .value)
    }
    Self.expect(result, "Field 'all' at offset 8 with 18446744073709551615 bytes is larger than any memory")
  }

  @Test func `fields do not lie over each other`() async {
    let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      _ = MemoryBlock(
        title: "body", address: Address(rawValue: 0x1000), offsets: 0..<16,
        fields: [
          MemoryField(at: 0, size: ByteCount(8), name: "a", role: .slot),
          MemoryField(at: 7, size: ByteCount(8), name: "b", role: .slot),
        ])
    }
    Self.expect(
      result, "Field 'b' at offset 7 of block 'body' starts before offset 8, where the one before it ends")
  }

  @Test func `fields end where their block does`() async {
    let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      _ = MemoryBlock(
        title: "body", address: Address(rawValue: 0x1000), offsets: 0..<8,
        fields: [MemoryField(at: 4, size: ByteCount(8), name: "a", role: .slot)])
    }
    Self.expect(result, "The last field of block 'body' ends at offset 12, after the block, which ends at 8")
  }

  @Test func `a block has bytes`() async {
    let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      _ = MemoryBlock(title: "body", address: Address(rawValue: 0x1000), offsets: 0..<0, fields: [])
    }
    Self.expect(result, "Block 'body' has no bytes; leave it out")
  }

  @Test func `a block lies in the address space`() async {
    let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      _ = MemoryBlock(title: "body", address: Address(rawValue: 8), offsets: -16..<8, fields: [])
    }
    Self.expect(result, "Block 'body' with offsets -16..<8 at 0x8 leaves the address space")
  }

  @Test func `a block fits into what was allocated for it`() async {
    let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      _ = MemoryBlock(
        title: "body", address: Address(rawValue: 0x1000), offsets: -8..<16, allocatedSize: ByteCount(16),
        fields: [])
    }
    Self.expect(result, "Block 'body' of 24 bytes cannot lie in 16 allocated bytes")
  }

  @Test func `an object's first block is its own`() async {
    let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      _ = ObjectLayout(typeName: "list", address: Address(rawValue: 0x1000), blocks: [])
    }
    Self.expect(
      result, "The first block of 'list' at 0x1000 is to be its own, with offsets from its address")
  }

  @Test func `an object's blocks do not lie over each other`() async {
    let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      let address = Address(rawValue: 0x1000)
      _ = ObjectLayout(
        typeName: "list", address: address,
        blocks: [
          MemoryBlock(title: "list", address: address, offsets: 0..<40, fields: []),
          MemoryBlock(title: "items", address: Address(rawValue: 0x1020), offsets: 0..<16, fields: []),
        ])
    }
    Self.expect(result, "Blocks 'list' and 'items' of 'list' at 0x1000 lie over each other")
  }

  @Test func `a pool has room for its blocks`() async {
    let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      _ = PoolLayout(
        address: Address(rawValue: 0x1000), size: ByteCount(64), headerSize: ByteCount(48),
        blockSize: ByteCount(16), blocks: [.used, .used])
    }
    Self.expect(
      result, "The pool at 0x1000 has 64 bytes: no room for a header of 48 and 2 blocks of 16")
  }

  @Test func `an arena's pools lie in it one after the other`() async {
    let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      let pool = PoolLayout(unusedAt: Address(rawValue: 0x1000), size: ByteCount(64))
      _ = ArenaLayout(
        title: "arena", address: Address(rawValue: 0x1000), size: ByteCount(256), pools: [pool, pool])
    }
    Self.expect(
      result, "The pool at 0x1000 with 64 bytes is out of order or outside 'arena', which ends at 0x1100")
  }

  private static func expect(_ result: ExitTest.Result?, _ message: String) {
    let output = String(decoding: result?.standardErrorContent ?? [], as: UTF8.self)
    #expect(output.contains(message))
  }
}
