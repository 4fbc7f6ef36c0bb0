#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// What a process left behind: an ELF core file of Linux, as core(5) and elf(5) describe it.
///
/// It is mapped and not read. Bytes of files that were mapped and not changed are mostly left out; they come from the files.
struct CoreFile {
  /// A piece of memory, of which the first bytes are in the file.
  struct Segment {
    var range: Range<UInt64>
    var permissions: MemoryRegion.Permissions
    /// Where its bytes are in the file.
    var offset: UInt64
    /// How many bytes are there.
    var fileSize: UInt64

    /// The addresses whose bytes are there.
    var stored: Range<UInt64> { range.lowerBound..<range.lowerBound + fileSize }
  }

  /// A piece of memory that a file was mapped to.
  struct MappedRange {
    var range: Range<UInt64>
    /// Where in its file it begins, in bytes.
    var fileOffset: UInt64
    var path: String
  }

  /// What is told of the process.
  struct Process {
    var identifier: Int32 = 0
    /// Its name and arguments, the first 80 bytes.
    var arguments = ""
    var threads: [FrozenProcess.Thread] = []
    /// What was mapped, in the order of addresses; `nil` where nothing is said.
    var mappedRanges: [MappedRange]?
    /// Where the program begins; 0 where unknown.
    var entry: UInt64 = 0
    /// An address in the stack of the first thread; 0 where unknown.
    var stack: UInt64 = 0
  }

  let path: String
  /// When it was written, in seconds since 1970.
  let time: Int
  let file: MappedFile
  /// In the order of their addresses.
  let segments: [Segment]
  let process: Process

  /// Opens a core file.
  ///
  /// - Parameter path: where it is.
  /// - Throws: ``SwiftHeapError``: it cannot be read, or is none.
  /// - Complexity: O(*n* log *n*) in the number of its pieces of memory.
  init(path: String) throws(SwiftHeapError) {
    var information = stat()
    guard unsafe stat(path, &information) == 0, unsafe access(path, R_OK) == 0 else {
      throw .cannotRead(path: path, code: errno)
    }
    guard information.st_mode & S_IFMT == S_IFREG else {
      let found = information.st_mode & S_IFMT == S_IFDIR ? "it is a folder" : "it is no regular file"
      throw .unusableCore(path: path, .notCore(found: found))
    }
    guard information.st_size > 0 else { throw .unusableCore(path: path, .empty) }
    guard let file = MappedFile(path: path) else { throw .cannotRead(path: path, code: errno) }
    self.path = path
    self.time = information.st_mtim.tv_sec
    self.file = file
    do throws(CoreFileProblem) {
      let header = try CoreHeader(file)
      segments = try Self.segments(header.entries.filter { $0.type == 1 }, in: file)
      process = try CoreNotes(header.entries.filter { $0.type == 4 }, in: file).process
    } catch {
      throw .unusableCore(path: path, error)
    }
  }

  private static func segments(
    _ entries: [CoreHeader.Entry], in file: MappedFile
  ) throws(CoreFileProblem) -> [Segment] {
    var segments: [Segment] = []
    var end: UInt64 = 0
    for entry in entries where entry.memorySize > 0 {
      let (last, isTooLarge) = entry.address.addingReportingOverflow(entry.memorySize)
      let (fileEnd, isTooFar) = entry.offset.addingReportingOverflow(entry.fileSize)
      guard !isTooLarge, !isTooFar, entry.fileSize <= entry.memorySize else {
        throw .damaged(part: "a program header", offset: entry.place)
      }
      end = max(end, fileEnd)
      segments.append(
        Segment(
          range: entry.address..<last, permissions: entry.permissions, offset: entry.offset,
          fileSize: entry.fileSize))
    }
    guard end <= UInt64(file.count) else { throw .truncated(expected: end, actual: UInt64(file.count)) }
    segments.sort { $0.range.lowerBound < $1.range.lowerBound }
    for (one, next) in zip(segments, segments.dropFirst()) where one.range.upperBound > next.range.lowerBound
    {
      throw .damaged(part: "memory that is there twice", offset: next.offset)
    }
    return segments
  }

  /// The bytes of memory that the core file itself has.
  ///
  /// - Returns: `nil` where not all of them are there.
  /// - Complexity: O(log *n*) in the number of segments.
  func bytes(at address: UInt64, count: Int) -> UnsafeRawBufferPointer? {
    guard let segment = segment(of: address) else { return nil }
    let offset = address - segment.range.lowerBound
    guard count >= 0, offset <= segment.fileSize, segment.fileSize - offset >= UInt64(count) else {
      return nil
    }
    let start = segment.offset + offset
    return unsafe file.bytes(start..<start + UInt64(count))
  }

  /// The segment that has an address.
  func segment(of address: UInt64) -> Segment? {
    let number = segments.partitioned { $0.range.upperBound <= address }
    guard number < segments.count, segments[number].range.contains(address) else { return nil }
    return segments[number]
  }
}
