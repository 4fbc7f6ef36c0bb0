import Foundation
import HeapFixtures
import HeapModel
import SystemPackage
import Testing

@testable import HeapFormats

#if canImport(Glibc)
  import Glibc
#endif

struct NativeFormatTests {
  @Test func `what is written is what is read`() throws {
    let heap = try HeapFile.complete()
    let again = try HeapSnapshot(bytes: heap.serialized())
    #expect(again.everything == heap.everything)
    #expect(again.serialized() == heap.serialized())
  }

  @Test(arguments: 0..<10 as Range<UInt64>)
  func `random heaps survive the way through a file`(seed: UInt64) throws {
    let heap = try RandomHeap(seed: seed, objects: Int(seed) * 37, references: Int(seed) * 111).snapshot
    #expect(try HeapSnapshot(bytes: heap.serialized()).everything == heap.everything)
  }

  @Test func `an empty heap is a valid file`() throws {
    let heap = try HeapSnapshotBuilder().finish()
    #expect(try HeapSnapshot(bytes: heap.serialized()).objectCount == 0)
  }

  @Test func `a file is mapped, copied and decompressed to the same heap`() throws {
    try withTemporaryFolder { folder in
      let heap = try RandomHeap(seed: 5, objects: 2_000, references: 9_000).snapshot
      let plain = folder.appending("a.heap")
      let compressed = folder.appending("a.heap.gz")
      try heap.write(to: plain)
      try heap.write(to: compressed)
      let expected = heap.everything
      #expect(try HeapSnapshot(contentsOf: plain).everything == expected)
      #expect(try HeapSnapshot(contentsOf: plain, access: .copied).everything == expected)
      #expect(try HeapSnapshot(contentsOf: compressed).everything == expected)
      #expect(try fileSize(compressed) < fileSize(plain))
    }
  }

  @Test func `a snapshot of a mapped file outlives the file's name`() throws {
    try withTemporaryFolder { folder in
      let path = folder.appending("a.heap")
      let heap = try HeapFile.complete()
      try heap.write(to: path)
      let mapped = try HeapSnapshot(contentsOf: path)
      #expect(unlink(path.string) == 0)
      #expect(mapped.everything == heap.everything)
    }
  }

  @Test func `a heap is readable by its owner alone`() throws {
    try withTemporaryFolder { folder in
      let path = folder.appending("a.heap")
      try HeapFile.complete().write(to: path)
      var status = stat()
      #expect(stat(path.string, &status) == 0)
      #expect(status.st_mode & 0o077 == 0)
    }
  }

  @Test func `the layout is what the document says`() throws {
    // By hand from docs/heap-format.md, so that writer and reader cannot agree on a mistake.
    var sketch = HeapSketch("a -> b [next]")
    sketch.root("a")
    let file = HeapFile(try sketch.snapshot())
    #expect(file.bytes[0..<8] == [0x89, 0x48, 0x45, 0x41, 0x50, 0x0D, 0x0A, 0x1A])
    #expect(file.number(at: 8, as: UInt16.self) == 1)
    #expect(file.number(at: 16, as: UInt64.self) == UInt64(file.bytes.count))
    #expect(file.number(at: 28, as: UInt32.self) == 2)
    #expect(file.number(at: 32, as: UInt64.self) == 1)
    let targets = file.start(of: .targets)
    #expect(targets % 8 == 0)
    #expect(file.number(at: targets, as: UInt32.self) == 1)
    let offsets = file.start(of: .referenceOffsets)
    #expect((0..<3).map { file.number(at: offsets + $0 * 4, as: UInt32.self) } == [0, 1, 1])
    // Kind 1 (attribute), strong, label form 1 (a name).
    #expect(file.number(at: file.start(of: .descriptors), as: UInt16.self) == 0x0401)
    #expect(file.number(at: file.start(of: .addresses) + 8, as: UInt64.self) == 0x1040)
    // The check value of CRC-32 for the digits 1 to 9, from the catalogue of CRC algorithms.
    #expect(Checksum.crc32(Array("123456789".utf8).rawSpan) == 0xCBF4_3926)
  }

  private func fileSize(_ path: FilePath) throws -> Int {
    var status = stat()
    guard stat(path.string, &status) == 0 else { throw Errno(rawValue: errno) }
    return Int(status.st_size)
  }
}

/// Gives a folder that is removed, with the files in it, at the end.
func withTemporaryFolder(_ body: (FilePath) throws -> Void) throws {
  let folder = try TemporaryFolder()
  try withExtendedLifetime(folder) { try body(FilePath(folder.url.path)) }
}

/// The names of the files in a folder, sorted.
func names(in folder: FilePath) throws -> [String] {
  try FileManager.default.contentsOfDirectory(atPath: folder.string).sorted()
}
