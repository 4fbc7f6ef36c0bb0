/// The regions of a process that left a core file, put together as `/proc/PID/maps` would have told them.
///
/// A core file has pieces of memory without names, and a list of the files that were mapped; GDB leaves pieces that no
/// debugger needs out of the first, so that their permissions come from the files.
struct CoreRegions {
  private let core: CoreFile
  private let modules: CoreModules
  /// In the order of their addresses.
  private(set) var regions: [MemoryRegion] = []
  /// How many bytes of memory that could be written neither the core file nor another has.
  private(set) var missingSize: UInt64 = 0

  init(_ core: CoreFile, modules: CoreModules) {
    (self.core, self.modules) = (core, modules)
    let mapped = core.process.mappedRanges ?? []
    var numbers: [String: UInt64] = [:]
    for range in mapped where numbers[range.path] == nil { numbers[range.path] = UInt64(numbers.count) + 1 }
    for (range, segment, file) in pieces(mapped) {
      guard let region = region(range, segment, file, numbers) else { continue }
      append(region)
    }
    nameStackAndHeap()
  }

  private typealias Piece = (
    range: Range<UInt64>, segment: CoreFile.Segment?, file: CoreFile.MappedRange?
  )

  /// Cuts the addresses at all ends.
  private func pieces(_ mapped: [CoreFile.MappedRange]) -> [Piece] {
    var ends: Set<UInt64> = []
    for segment in core.segments {
      ends.formUnion([segment.range.lowerBound, segment.stored.upperBound, segment.range.upperBound])
    }
    for range in mapped {
      ends.formUnion([range.range.lowerBound, range.range.upperBound])
      if let end = end(of: range) { ends.insert(end) }
    }
    let sorted = ends.sorted()
    return zip(sorted, sorted.dropFirst()).compactMap { start, end in
      let number = mapped.partitioned { $0.range.upperBound <= start }
      let file = number < mapped.count && mapped[number].range.contains(start) ? mapped[number] : nil
      let segment = core.segment(of: start)
      return segment == nil && file == nil ? nil : (start..<end, segment, file)
    }
  }

  /// Where the last page ends that the file of a range has something of.
  private func end(of range: CoreFile.MappedRange) -> UInt64? {
    guard let file = modules.files[range.path] else { return nil }
    let size = (UInt64(file.count) + 4_095) & ~4_095
    guard size > range.fileOffset else { return range.range.lowerBound }
    return min(range.range.upperBound, range.range.lowerBound &+ (size - range.fileOffset))
  }

  private mutating func region(
    _ range: Range<UInt64>, _ segment: CoreFile.Segment?, _ mapped: CoreFile.MappedRange?,
    _ numbers: [String: UInt64]
  ) -> MemoryRegion? {
    let isStored = segment?.stored.contains(range.lowerBound) ?? false
    var hasBytes = isStored
    if !isStored, let mapped, let end = end(of: mapped) { hasBytes = range.lowerBound < end }
    var permissions: MemoryRegion.Permissions = .read
    if let segment {
      permissions = segment.permissions
    } else if let found = mapped.flatMap({ self.permissions(of: $0) }) {
      permissions = found
    }
    if !hasBytes {
      // Nothing is stored of what was never touched, which is zero, or of what a program asked to be left out.
      if permissions.contains([.read, .write]), let segment, segment.fileSize > 0 {
        missingSize += range.upperBound - range.lowerBound
      }
      permissions.remove(.read)
    }
    guard let mapped else { return MemoryRegion(range: range, permissions: permissions) }
    return MemoryRegion(
      range: range, permissions: permissions,
      fileOffset: mapped.fileOffset + (range.lowerBound - mapped.range.lowerBound),
      inode: numbers[mapped.path] ?? 0, name: mapped.path)
  }

  /// How the loader maps a piece of an executable; only read where it is no whole piece.
  private func permissions(of mapped: CoreFile.MappedRange) -> MemoryRegion.Permissions? {
    guard let file = modules.files[mapped.path], let start = file.load(32, as: UInt64.self),
      let count = file.load(56, as: UInt16.self)
    else { return nil }
    for number in 0..<UInt64(count) {
      let place = start &+ number &* 56
      guard let type = file.load(place, as: UInt32.self), type == 1,
        let flags = file.load(place &+ 4, as: UInt32.self),
        let offset = file.load(place &+ 8, as: UInt64.self),
        let size = file.load(place &+ 32, as: UInt64.self)
      else { continue }
      let end = (offset &+ size &+ 4_095) & ~4_095
      if mapped.fileOffset >= offset & ~4_095, mapped.fileOffset < end,
        mapped.fileOffset + (mapped.range.upperBound - mapped.range.lowerBound) <= end
      {
        return MemoryRegion.Permissions(segmentFlags: flags)
      }
    }
    return nil
  }

  /// Adds a region, to the last one where both are parts of one.
  private mutating func append(_ region: MemoryRegion) {
    guard let last = regions.last, last.range.upperBound == region.range.lowerBound,
      last.permissions == region.permissions, last.inode == region.inode
    else {
      regions.append(region)
      return
    }
    if region.inode == 0 {
      // What follows a file are its own variables that begin as zero, and not the heap behind these.
      let before = regions.count > 1 ? regions[regions.count - 2] : nil
      if let before, before.inode != 0, before.range.upperBound == last.range.lowerBound {
        regions.append(region)
        return
      }
    } else if last.fileOffset + (last.range.upperBound - last.range.lowerBound) != region.fileOffset {
      regions.append(region)
      return
    }
    regions[regions.count - 1].range = last.range.lowerBound..<region.range.upperBound
  }

  /// The kernel's names for two kinds of memory, which a core file does not have.
  private mutating func nameStackAndHeap() {
    if let number = number(of: core.process.stack), regions[number].isAnonymous {
      regions[number].name = "[stack]"
    }
    // The heap begins at most 32 MiB behind the executable's variables, and 1 GiB on arm64; then come libraries.
    guard let path = modules.executable,
      var number = regions.lastIndex(where: { $0.inode != 0 && $0.name == path })
    else { return }
    var end = regions[number].range.upperBound
    let limit = end &+ 1 << 30
    number += 1
    if number < regions.count, regions[number].isAnonymous, regions[number].range.lowerBound == end {
      end = regions[number].range.upperBound
      number += 1
    }
    while number < regions.count, regions[number].isAnonymous, regions[number].range.lowerBound < limit {
      if regions[number].isWritable { regions[number].name = "[heap]" }
      number += 1
    }
  }

  private func number(of address: UInt64) -> Int? {
    let number = regions.partitioned { $0.range.upperBound <= address }
    return number < regions.count && regions[number].range.contains(address) ? number : nil
  }
}
