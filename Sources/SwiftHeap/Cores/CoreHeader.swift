/// The header of a core file and its program headers, as elf(5) describes them.
struct CoreHeader {
  /// A program header.
  struct Entry {
    /// Where the header itself is, in bytes.
    var place: UInt64
    var type: UInt32
    var permissions: MemoryRegion.Permissions
    var offset: UInt64
    var address: UInt64
    var fileSize: UInt64
    var memorySize: UInt64
  }

  let entries: [Entry]

  /// The machines that this reads, by their numbers in ELF files; only the one that this runs on.
  private static let machines: [UInt16: String] = [
    3: "x86, 32 bits", 40: "ARM, 32 bits", 62: "x86-64", 183: "arm64", 243: "RISC-V", 22: "s390x",
    21: "PowerPC",
  ]
  #if arch(arm64)
    private static let ownMachine: UInt16 = 183
  #else
    private static let ownMachine: UInt16 = 62
  #endif

  private static let compressions: [(magic: [UInt8], format: String, command: String)] = [
    ([0x28, 0xB5, 0x2F, 0xFD], "Zstandard", "zstd -d FILE, or coredumpctl dump -o core"),
    ([0x1F, 0x8B], "gzip", "gunzip FILE"),
    ([0xFD, 0x37, 0x7A, 0x58, 0x5A], "xz", "unxz FILE"),
    ([0x04, 0x22, 0x4D, 0x18], "LZ4", "unlz4 FILE, or coredumpctl dump -o core"),
  ]

  init(_ file: MappedFile) throws(CoreFileProblem) {
    for (magic, format, command) in Self.compressions
    where magic.indices.allSatisfy({ file.load(UInt64($0), as: UInt8.self) == magic[$0] }) {
      throw .compressed(format: format, command: command)
    }
    let size = UInt64(file.count)
    guard file.load(0, as: UInt32.self) == 0x464C_457F else {
      throw .notCore(found: "it does not begin as ELF files do")
    }
    guard size >= 64 else { throw .truncated(expected: 64, actual: size) }
    guard file.load(4, as: UInt8.self) == 2 else { throw .otherMachine("a 32-bit machine") }
    guard file.load(5, as: UInt8.self) == 1 else { throw .otherMachine("a big-endian machine") }
    guard let type = file.load(16, as: UInt16.self), let machine = file.load(18, as: UInt16.self),
      let start = file.load(32, as: UInt64.self), let entrySize = file.load(54, as: UInt16.self),
      var count = file.load(56, as: UInt16.self).map({ UInt64($0) })
    else { throw .truncated(expected: 64, actual: size) }
    guard type == 4 else {
      let kinds: [UInt16: String] = [
        1: "an object file", 2: "an executable", 3: "an executable or a library",
      ]
      throw .notCore(found: "it is \(kinds[type] ?? "another ELF file")")
    }
    guard machine == Self.ownMachine else {
      throw .otherMachine(Self.machines[machine] ?? "an unknown machine (number \(machine))")
    }
    guard entrySize == 56, start >= 64 else { throw .damaged(part: "the ELF header", offset: 54) }
    if count == 0xFFFF {
      // Too many for the field: the number stands in the first section header.
      guard let section = file.load(40, as: UInt64.self), section >= 64 else {
        throw .damaged(part: "the ELF header", offset: 40)
      }
      guard let number = file.load(section &+ 44, as: UInt32.self) else {
        throw .truncated(expected: section &+ 64, actual: size)
      }
      count = UInt64(number)
    }
    let (end, isTooFar) = start.addingReportingOverflow(count * 56)
    guard !isTooFar else { throw .damaged(part: "the ELF header", offset: 32) }
    guard end <= size else { throw .truncated(expected: end, actual: size) }
    var entries: [Entry] = []
    entries.reserveCapacity(Int(count))
    for number in 0..<count {
      let place = start + number * 56
      guard let type = file.load(place, as: UInt32.self), let flags = file.load(place + 4, as: UInt32.self),
        let offset = file.load(place + 8, as: UInt64.self),
        let address = file.load(place + 16, as: UInt64.self),
        let fileSize = file.load(place + 32, as: UInt64.self),
        let memorySize = file.load(place + 40, as: UInt64.self)
      else { throw .truncated(expected: end, actual: size) }
      entries.append(
        Entry(
          place: place, type: type, permissions: MemoryRegion.Permissions(segmentFlags: flags),
          offset: offset,
          address: address, fileSize: fileSize, memorySize: memorySize))
    }
    self.entries = entries
  }
}

extension MemoryRegion.Permissions {
  /// Reads the flags of a program header.
  init(segmentFlags flags: UInt32) {
    self = []
    if flags & 4 != 0 { insert(.read) }
    if flags & 2 != 0 { insert(.write) }
    if flags & 1 != 0 { insert(.execute) }
  }
}
