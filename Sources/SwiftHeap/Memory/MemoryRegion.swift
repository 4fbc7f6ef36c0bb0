/// A range of a process's addresses that is mapped with one set of permissions.
package struct MemoryRegion: Sendable {
  /// What may be done with the bytes.
  package struct Permissions: OptionSet, Sendable {
    package let rawValue: UInt8
    package init(rawValue: UInt8) { self.rawValue = rawValue }
    package static let read = Permissions(rawValue: 1)
    package static let write = Permissions(rawValue: 2)
    package static let execute = Permissions(rawValue: 4)
    package static let shared = Permissions(rawValue: 8)
  }

  package var range: Range<UInt64>
  package var permissions: Permissions
  /// Where in its file the region begins, in bytes.
  package var fileOffset: UInt64
  /// The file's number, 0 where it is none.
  package var inode: UInt64
  /// The file, or a name of the kernel's: `[heap]`, `[stack]`; empty where there is none.
  package var name: String

  /// Whether it lies in no file and has no name of the kernel's.
  package var isAnonymous: Bool { inode == 0 && (name.isEmpty || name.hasPrefix("[anon")) }
  /// Whether the program's data can be in it.
  package var isWritable: Bool { permissions.contains([.read, .write]) }

  package init(
    range: Range<UInt64>, permissions: Permissions, fileOffset: UInt64 = 0, inode: UInt64 = 0,
    name: String = ""
  ) {
    self.range = range
    self.permissions = permissions
    self.fileOffset = fileOffset
    self.inode = inode
    self.name = name
  }

  /// Reads a line of `/proc/PID/maps`, as proc_pid_maps(5) describes it.
  init?(line: Substring) {
    let parts = line.split(separator: " ", maxSplits: 5, omittingEmptySubsequences: true)
    guard parts.count >= 5, let dash = parts[0].firstIndex(of: "-"),
      let start = UInt64(parts[0][..<dash], radix: 16),
      let end = UInt64(parts[0][parts[0].index(after: dash)...], radix: 16), start <= end,
      let offset = UInt64(parts[2], radix: 16), let inode = UInt64(parts[4])
    else { return nil }
    range = start..<end
    permissions = []
    for letter in parts[1] {
      switch letter {
      case "r": permissions.insert(.read)
      case "w": permissions.insert(.write)
      case "x": permissions.insert(.execute)
      case "s": permissions.insert(.shared)
      default: break
      }
    }
    fileOffset = offset
    self.inode = inode
    name = parts.count > 5 ? String(parts[5].drop { $0 == " " }) : ""
  }

  /// The regions of a process, in the order of their addresses.
  ///
  /// - Parameter text: what is in `/proc/PID/maps`.
  package static func regions(ofMaps text: some StringProtocol) -> [MemoryRegion] {
    text.split(separator: "\n").compactMap { MemoryRegion(line: Substring($0)) }
  }

  /// The regions that one file was mapped into at once, one behind the other; those of no file stand alone.
  ///
  /// A library is mapped from its beginning on, so that a region of its beginning is of another mapping.
  static func mappings(_ regions: [MemoryRegion]) -> [Range<Int>] {
    var result: [Range<Int>] = []
    var start = 0
    while start < regions.count {
      var end = start + 1
      while end < regions.count, regions[start].inode != 0, regions[end].inode == regions[start].inode,
        regions[end].name == regions[start].name, regions[end].fileOffset > 0,
        regions[end].fileOffset >= regions[end - 1].fileOffset
      {
        end += 1
      }
      result.append(start..<end)
      start = end
    }
    return result
  }
}
