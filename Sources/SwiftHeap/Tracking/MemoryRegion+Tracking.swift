import CSwiftHeap

extension MemoryRegion {
  /// The name that the memory of records is given.
  static let trackingName = "[heapgraph]"

  /// Marks the memory of records, which is neither heap nor holds anything of the program.
  ///
  /// It counts as memory that nobody writes from then on: what looks for blocks and for roots passes it over.
  static func markTracking(in regions: inout [MemoryRegion], source: any MemorySource) {
    for number in regions.indices where regions[number].isWritable && regions[number].isAnonymous {
      // Pages at both ends that nobody may touch keep it by itself.
      guard number > 0, regions[number - 1].permissions.isDisjoint(with: [.read, .write]),
        regions[number - 1].range.upperBound == regions[number].range.lowerBound
      else { continue }
      var mark: UInt64 = 0
      let count = unsafe withUnsafeMutableBytes(of: &mark) { buffer in
        unsafe source.read(regions[number].range.lowerBound, into: buffer)
      }
      guard count == 8, mark == UInt64(HEAPGRAPH_TRACKING_MARK) else { continue }
      regions[number].name = trackingName
      regions[number].permissions.remove(.write)
    }
  }
}
