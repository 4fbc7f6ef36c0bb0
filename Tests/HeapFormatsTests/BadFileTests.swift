import HeapFixtures
import HeapModel
import SystemPackage
import Testing

@testable import HeapFormats

#if canImport(Glibc)
  import Glibc
#endif

struct BadFileTests {
  @Test func `a file cut at any byte is refused`() throws {
    let whole = HeapFile(try HeapFile.complete())
    for length in 0..<whole.bytes.count {
      var cut = whole
      cut.bytes.removeLast(whole.bytes.count - length)
      let refusal = try #require(cut.refusal(), "cut to \(length) bytes it was read")
      #expect(refusal.contains(length == 0 ? "the file is empty" : "cut short"), "at \(length): \(refusal)")
    }
  }

  @Test func `a compressed file cut at any byte is refused`() throws {
    try withTemporaryFolder { folder in
      let path = folder.appending("a.heap.gz")
      try HeapFile.complete().write(to: path)
      let whole = try contents(of: path)
      for length in 1..<whole.count {
        var file = HeapFile(try HeapFile.complete())
        file.bytes = Array(whole[..<length])
        #expect(file.refusal() != nil, "cut to \(length) bytes it was read")
      }
    }
  }

  @Test func `a file with any one bit flipped is refused`() throws {
    let whole = HeapFile(try HeapFile.complete())
    for offset in whole.bytes.indices {
      for bit in 0..<8 {
        var flipped = whole
        flipped.bytes[offset] ^= 1 << bit
        #expect(flipped.refusal() != nil, "with bit \(bit) of byte \(offset) flipped it was read")
      }
    }
  }

  @Test func `whatever one wrong word says under right checksums, nothing is read outside the file`() throws {
    let whole = HeapFile(try HeapFile.complete())
    for offset in stride(from: 8, to: whole.bytes.count - 4, by: 4) {
      for value in [0, 1, 7, 0x7FFF_FFFF, 0x8000_0000, 0xFFFF_FFFF] as [UInt32] {
        var lying = whole
        lying.set(value, at: offset)
        lying.seal()
        // Where the word happens to be allowed there, everything can be asked without a trap.
        if let heap = try? HeapSnapshot(bytes: lying.bytes) { #expect(!heap.everything.isEmpty) }
      }
    }
  }

  @Test(arguments: 0..<200 as Range<UInt64>)
  func `random bytes under a right header are refused or read, never more`(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    var file = HeapFile(try HeapFile.complete())
    for _ in 0..<Int.random(in: 1...12, using: &generator) {
      let offset = Int.random(in: 12..<file.bytes.count, using: &generator)
      file.bytes[offset] = UInt8.random(in: 0 ... .max, using: &generator)
    }
    file.seal()
    if let heap = try? HeapSnapshot(bytes: file.bytes) { #expect(!heap.everything.isEmpty) }
  }

  private func refusal(_ change: (inout HeapFile) -> Void) throws -> String? {
    var file = HeapFile(try HeapFile.complete())
    change(&file)
    return file.refusal()
  }

  @Test func `a file from the future and one from the past say so`() throws {
    #expect(
      try refusal {
        $0.set(2 as UInt16, at: 8)
        $0.seal()
      } == "written in format version 2.0, and this reads version 1; update HeapGraph")
    #expect(
      try refusal {
        $0.set(0 as UInt16, at: 8)
        $0.set(3 as UInt16, at: 10)
        $0.seal()
      }
        == "written in format version 0.3, which is no longer read (this reads version 1); capture the heap again"
    )
  }

  @Test func `a later minor version with a section of its own is read`() throws {
    var file = HeapFile(try HeapFile.complete())
    file.set(9 as UInt16, at: 10)
    file.set(500 as UInt32, at: file.tableEntry(of: .limitations))
    file.seal()
    #expect(file.refusal() == nil)
  }

  @Test func `foreign files are named`() {
    func refusal(_ text: String) -> String? {
      do throws(HeapFileError) {
        _ = try HeapSnapshot(bytes: Array(text.utf8))
        return nil
      } catch {
        return error.description
      }
    }
    #expect(
      refusal("JAVA PROFILE 1.0.2")
        == "not a .heap file (it looks like a JVM heap dump); make one with 'heapgraph capture'")
    #expect(
      refusal("{\"snapshot\":{}}")
        == "not a .heap file (it looks like a V8 heap snapshot); make one with 'heapgraph capture'")
    #expect(
      refusal("hello\n") == "not a .heap file (it looks like a text file); make one with 'heapgraph capture'")
    #expect(refusal("\u{1}\u{2}") == "not a .heap file; make one with 'heapgraph capture'")
    #expect(refusal("") == "the file is empty; capture the heap again")
  }

  @Test func `a transfer in text mode is recognized`() throws {
    #expect(
      try refusal { $0.bytes.remove(at: 5) }
        == "the file was changed by a transfer in text mode; copy it again in binary mode")
  }

  @Test func `damage names the part and its place`() throws {
    var offset = 0
    let refusal = try refusal {
      offset = $0.start(of: .targets)
      $0.bytes[offset] ^= 1
    }
    #expect(
      refusal
        == "damaged: the checksum of the reference targets at byte \(offset) does not fit; copy it again or capture the heap again"
    )
  }

  @Test func `more behind the end is refused`() throws {
    let length = HeapFile(try HeapFile.complete()).bytes.count
    #expect(
      try refusal { $0.bytes += [0, 0, 0, 0, 0, 0, 0, 0] }
        == "goes on behind its end: \(length + 8) bytes where its header says \(length); copy it again")
  }

  @Test func `a target outside the heap names its byte`() throws {
    var offset = 0
    let refusal = try refusal {
      offset = $0.start(of: .targets) + 4
      $0.set(99 as UInt32, at: offset)
      $0.seal()
    }
    #expect(
      refusal
        == "not a valid heap: at byte \(offset), entry 1 of the reference targets is wrong: it is 99, and the last of the objects is 4; the program that wrote it has to be mended"
    )
  }

  @Test func `counts and offsets that lie are refused before anything is taken for them`() throws {
    func reason(_ change: (inout HeapFile) -> Void) throws -> String {
      try #require(
        try refusal {
          change(&$0)
          $0.seal()
        })
    }
    #expect(
      try reason { $0.set(UInt32.max - 1, at: 28) }.contains("4294967294 objects, but there are shapes of 5"))
    #expect(try reason { $0.set(UInt32.max, at: 28) }.contains("more than 4294967294"))
    #expect(try reason { $0.set(UInt64.max, at: 32) }.contains("more than 4294967295"))
    #expect(try reason { $0.set(255 as UInt32, at: 24) }.contains("does not fit the file"))
    #expect(try reason { $0.set(257 as UInt32, at: 24) }.contains("more than 256"))
    #expect(
      try reason { $0.set(UInt64.max - 7, at: $0.tableEntry(of: .targets) + 8) }
        .contains("goes beyond the end of the file"))
    #expect(
      try reason { $0.set(UInt64.max - 3, at: $0.tableEntry(of: .targets) + 16) }
        .contains("goes beyond the end of the file"))
    #expect(
      try reason { $0.set(4 as UInt64, at: $0.tableEntry(of: .types) + 8) }
        .contains("does not begin at a multiple of 8"))
    #expect(
      try reason { $0.set(64 as UInt64, at: $0.tableEntry(of: .types) + 8) }.contains("overlaps"))
    #expect(
      try reason { $0.set(HeapSection.types.rawValue, at: $0.tableEntry(of: .shapes)) }
        .contains("section 3 is listed twice"))
    #expect(
      try reason { $0.set(2 as UInt32, at: $0.tableEntry(of: .targets) + 4) }
        .contains("have elements of 2 bytes, not 4"))
  }

  @Test func `a bomb of zeros is refused without being unpacked`() throws {
    // A gzip member that promises 2⁴⁰ bytes: its header is right and its length cannot be.
    try withTemporaryFolder { folder in
      var file = HeapFile(try HeapFile.complete())
      file.set(1 << 40 as UInt64, at: 16)
      file.seal()
      let path = folder.appending("bomb.heap.gz")
      try AtomicFile.write(to: path) { descriptor throws(HeapFileError) in
        var writer = try GzipWriter(to: descriptor)
        try writer.write(file.bytes.rawSpan)
        try writer.finish()
      }
      let error = #expect(throws: HeapFileError.self) { try HeapSnapshot(contentsOf: path) }
      let size = try contents(of: path).count
      #expect(
        error?.description
          == "\(path): cannot be decompressed: its header promises 1099511627776 bytes, more than \(size) compressed ones can hold; copy it again or capture the heap again"
      )
    }
  }

  @Test func `a compressed heap larger than memory is an error`() throws {
    // More than any address space holds, so that no machine's way of lending memory grants it.
    let promised = UInt64(1) << 60
    let error = #expect(throws: HeapFileError.self) {
      try ByteRegion(capacity: Int(promised)) { _ in }
    }
    #expect(
      error?.description
        == "does not fit into memory: 1152921504606846976 bytes are needed; decompress it with gunzip first, so that it can be mapped"
    )
  }

  @Test func `a broken gzip stream says so`() throws {
    let error = #expect(throws: HeapFileError.self) {
      try HeapSnapshot(bytes: [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3, 0xFF, 0xFF])
    }
    #expect(
      error?.description.hasPrefix("cannot be decompressed: invalid block type, near compressed byte") == true
    )
  }

  @Test func `a missing file and a folder say so`() {
    let missing = #expect(throws: HeapFileError.self) { try HeapSnapshot(contentsOf: "no/such.heap") }
    #expect(missing?.description == "no/such.heap: cannot open the file: No such file or directory")
    let folder = #expect(throws: HeapFileError.self) { try HeapSnapshot(contentsOf: "/") }
    #expect(folder?.description == "/: cannot read the file: Is a directory")
  }

  @Test func `what cannot be written leaves nothing behind`() throws {
    try withTemporaryFolder { folder in
      let error = #expect(throws: HeapFileError.self) {
        try AtomicFile.write(to: folder.appending("a.heap")) { file throws(HeapFileError) in
          try file.write(all: [1, 2, 3].rawSpan)
          throw HeapFileError(.system(action: "write the file", error: .noSpace))
        }
      }
      #expect(error?.description == "\(folder)/a.heap: cannot write the file: No space left on device")
      let left = try names(in: folder)
      #expect(left.isEmpty)
      #expect(throws: HeapFileError.self) {
        try HeapFile.complete().write(to: folder.appending("missing/a.heap"))
      }
      let leftAfterwards = try names(in: folder)
      #expect(leftAfterwards.isEmpty)
    }
  }

  @Test func `a device that is full is an error and not a heap`() throws {
    let heap = try HeapFile.complete()
    let error = #expect(throws: HeapFileError.self) { try heap.write(to: "/dev/full") }
    #expect(error?.description == "/dev/full: cannot write the file: No space left on device")
  }
}
