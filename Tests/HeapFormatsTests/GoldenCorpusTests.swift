import HeapFixtures
import HeapModel
import SystemPackage
import Testing

@testable import HeapFormats

#if canImport(Glibc)
  import Glibc
#endif

/// The files that the fuzzer starts from and that every test run tries again.
///
/// `good-…` are read, `bad-…` are refused in the words of `refusals.txt`, `found-…` once broke the reader and
/// are read or refused. `make goldens` writes the first two kinds anew.
struct GoldenCorpusTests {
  private static let folder = FilePath(#filePath).removingLastComponent().appending("Corpus")

  @Test func `every file of the corpus is read or refused as it should be`() throws {
    if getenv("HEAPGRAPH_RECORD_GOLDENS") != nil { try Self.record() }
    let names = try names(in: Self.folder).filter { $0 != "refusals.txt" }
    #expect(names.contains { $0.hasPrefix("good-") } && names.contains { $0.hasPrefix("bad-") })
    var refusals: [String] = []
    for name in names {
      let bytes = try contents(of: Self.folder.appending(name))
      do throws(HeapFileError) {
        let heap = try HeapSnapshot(bytes: bytes)
        #expect(!name.hasPrefix("bad-"), "\(name) was read")
        #expect(!heap.everything.isEmpty)
      } catch {
        #expect(!name.hasPrefix("good-"), "\(name) was refused: \(error)")
        if name.hasPrefix("bad-") { refusals.append("\(name): \(error)") }
      }
    }
    let expected = String(decoding: try contents(of: Self.folder.appending("refusals.txt")), as: UTF8.self)
    #expect(refusals.joined(separator: "\n") + "\n" == expected)
  }

  private static func record() throws {
    _ = mkdir(folder.string, 0o755)
    for name in try names(in: folder) where name.hasPrefix("good-") || name.hasPrefix("bad-") {
      _ = unlink(folder.appending(name).string)
    }
    for (name, bytes) in try files() { try write(bytes, to: folder.appending(name)) }
    var refusals = ""
    for name in try names(in: folder) where name.hasPrefix("bad-") {
      let bytes = try contents(of: folder.appending(name))
      do throws(HeapFileError) {
        _ = try HeapSnapshot(bytes: bytes)
      } catch {
        refusals += "\(name): \(error)\n"
      }
    }
    try write(Array(refusals.utf8), to: folder.appending("refusals.txt"))
  }

  private static func files() throws -> [(String, [UInt8])] {
    let whole = HeapFile(try HeapFile.complete())
    var files: [(String, [UInt8])] = [
      ("good-complete.heap", whole.bytes),
      ("good-empty.heap", try HeapSnapshotBuilder().finish().serialized()),
      ("good-random.heap", try RandomHeap(seed: 1, objects: 20, references: 50).snapshot.serialized()),
      ("bad-nothing.heap", []),
      ("bad-plain-text.heap", Array("who holds it?\n".utf8)),
      ("bad-magic-only.heap", NativeHeader.magic),
      ("bad-cut-in-half.heap", Array(whole.bytes[..<(whole.bytes.count / 2)])),
    ]
    // A wrong number of each kind behind right checksums.
    let lies: [(name: String, section: HeapSection, offset: Int, value: UInt32)] = [
      ("string-offset-falls", .stringOffsets, 24, 1), ("string-offset-far", .stringOffsets, 12, 0xFFFF_FFFF),
      ("type-name", .types, 0, 999), ("class-object", .types, 8, 77), ("shape-type", .shapes, 8, 5),
      ("object-shape", .objectShapes, 4, 9), ("offset-falls", .referenceOffsets, 8, 0),
      ("offset-end", .referenceOffsets, 20, 3), ("target", .targets, 0, 5),
      ("descriptor", .descriptors, 0, 0xC000),
      ("label-name", .labels, 0, 500), ("label-object", .labels, 8, 5), ("root-object", .roots, 0, 5),
      ("root-name", .roots, 4, 500), ("flag", .flags, 0, 1 << 31), ("text", .texts, 0, 1 << 20),
      ("site", .allocationSites, 4, 2), ("site-offset", .siteOffsets, 4, 7),
      ("site-function", .siteFrames, 0, 400),
      ("metadata-key", .metadata, 0, 400), ("limitation-text", .limitations, 8, 400),
      ("dangling-source", .dangling, 8, 5),
    ]
    for lie in lies {
      var file = whole
      file.set(lie.value, at: file.start(of: lie.section) + lie.offset)
      file.seal()
      files.append(("bad-\(lie.name).heap", file.bytes))
    }
    return files
  }

  private static func write(_ bytes: [UInt8], to path: FilePath) throws {
    try AtomicFile.write(to: path) { file throws(HeapFileError) in try file.write(all: bytes.rawSpan) }
  }
}

/// All bytes of a file.
func contents(of path: FilePath) throws -> [UInt8] {
  let descriptor = try FileDescriptor.open(path, .readOnly)
  defer { try? descriptor.close() }
  return try [UInt8](unsafeUninitializedCapacity: 1 << 20) { buffer, count in
    count = try descriptor.read(into: UnsafeMutableRawBufferPointer(buffer))
  }
}
