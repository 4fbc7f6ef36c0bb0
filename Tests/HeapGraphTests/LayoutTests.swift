import HeapFixtures
import HeapGraph
import Testing

@Suite struct LayoutTests {
  let folder = try! TemporaryFolder()

  @Test func `a table has a line for every field, with its offset, bytes, name and value`() {
    #expect(
      SampleLayouts.list.table() == """
        list 3 items at 0x7f3a5c1f4d80, 88 B, 96 B allocated, 88 B reported
        Offset  Bytes  Field      Value
        list at 0x7f3a5c1f4d80, 56 B
           -16      8  _gc_next   0x7f3a5c1e80f0
            -8      8  _gc_prev   0x7f3a5c1e7fd0
             0      8  ob_refcnt  1
             8      8  ob_type    0x55d01b9ce4a0 → type list
            16      8  ob_size    3
            24      8  ob_item    0x7f3a5c1b6680 → items
            32      8  allocated  4
            40      8  (slack)
        items at 0x7f3a5c1b6680, 32 B
             0      8  [0]        0x7f3a5c2b9e30 → str 'Tree'
             8      8  [1]        0x7f3a5c2b9e70 → str 'Bush'
            16      8  [2]        0x7f3a5c1f4d80 → list […]
            24      8  [3]        NULL
        """)
  }

  @Test func `padding, small fields and references that keep nothing alive are told as what they are`() {
    let lines = SampleLayouts.instance.table().split(separator: "\n")
    #expect(
      lines[0]
        == "Node <Node object at 0x7f3a5c1e8090> at 0x7f3a5c1e8090, 93 B, 96 B allocated, 72 B reported")
    #expect(lines.contains("   -32      8  weakrefs         0x7f3a5c201170 ⇝ weakref to 'Node'"))
    #expect(lines.contains("    17      1  size             3"))
    #expect(lines.contains("    20      4  (padding)"))
  }

  @Test func `a table can be kept short`() {
    let layout = SampleLayouts.wide(1_000)
    #expect(layout.table().split(separator: "\n").count == 1_003)
    let lines = layout.table(fieldLimit: 6).split(separator: "\n")
    #expect(lines.count == 9)
    #expect(lines[7] == "    32   7960  … 995 more fields")
    #expect(lines[8] == "  7992      8  [999]              → int 999")
  }

  @Test func `texts do not disturb a terminal and are cut`() {
    let address = Address(rawValue: 0x1000)
    let nasty = "\u{1B}[31m\n" + String(repeating: "x", count: 1_000)
    let layout = ObjectLayout(
      typeName: nasty, address: address, text: nasty,
      blocks: [
        MemoryBlock(
          title: nasty, address: address, offsets: 0..<8,
          fields: [MemoryField(at: 0, size: ByteCount(8), name: nasty, role: .value, value: nasty)])
      ])
    let table = layout.table(valueLimit: 20)
    #expect(!table.contains("\u{1B}"))
    #expect(table.split(separator: "\n").allSatisfy { $0.count < 130 })
    #expect(table.split(separator: "\n").count == 4)
  }

  @Test func `an arena's table counts the blocks of every pool`() {
    let address = Address(rawValue: 0x1000)
    let arena = ArenaLayout(
      title: "arena 0", address: address, size: ByteCount(32_768),
      pools: [
        PoolLayout(
          address: address, size: ByteCount(16_384), headerSize: ByteCount(48), blockSize: ByteCount(512),
          blocks: [.used, .used, .freed] + Array(repeating: .untouched, count: 28)),
        PoolLayout(unusedAt: Address(rawValue: 0x5000), size: ByteCount(16_384)),
      ])
    #expect(
      arena.table() == """
        arena 0 at 0x1000, 32 KiB, 1 KiB used
        Offset  Block size  Blocks  Used  Freed  Untouched
            +0         512      31     2      1         28
         +4000                   0     0      0          0
        """)
  }

  @Test func `a picture of memory is in the format of its file's extension`() throws {
    let beginnings: [String: [UInt8]] = [
      "a.png": [0x89, 0x50, 0x4E, 0x47], "a.pdf": Array("%PDF".utf8), "a.svg": Array("<?xml".utf8),
    ]
    for (name, beginning) in beginnings {
      try SampleLayouts.instance.write(to: folder.path(name))
      #expect(try folder.bytes(of: name).starts(with: beginning), "\(name)")
    }
    try SampleLayouts.instance.write(to: folder.path("a.dot"))
    #expect(try folder.text(of: "a.dot") == SampleLayouts.instance.dot())
    let pair = [SampleLayouts.instance, SampleLayouts.slotted]
    try pair.write(to: folder.path("pair.gv"), style: MemoryStyle(theme: .dark))
    #expect(try folder.text(of: "pair.gv") == pair.picture(MemoryStyle(theme: .dark)).dot)
    try SampleLayouts.arena.write(to: folder.path("arena.svg"))
    #expect(try folder.text(of: "arena.svg").contains("handed out"))
    try [SampleLayouts.arena].write(to: folder.path("arena.dot"))
    #expect(try folder.text(of: "arena.dot") == SampleLayouts.arena.dot())
  }

  @Test func `a picture in memory is what a file would hold`() throws {
    let picture = SampleLayouts.list.picture()
    try picture.write(to: folder.path("a.svg"))
    #expect(try folder.text(of: "a.svg") == picture.svg())
    #expect(try picture.image(format: .png).engine == .dot)
  }

  @Test func `what cannot be written leaves nothing behind and says why`() throws {
    let error = #expect(throws: HeapGraphError.self) {
      try SampleLayouts.list.write(to: folder.path("none"))
    }
    #expect(error == .noFormat(path: folder.path("none")))
    #expect(throws: HeapGraphError.self) { try SampleLayouts.list.write(to: folder.path("none/a.svg")) }
    #expect(throws: HeapGraphError.self) { try SampleLayouts.list.write(to: folder.path("a.xyz")) }
    #expect(try folder.files.isEmpty)
  }
}
