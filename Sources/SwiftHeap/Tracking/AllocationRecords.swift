import CSwiftHeap

/// What a process that stands still recorded of where its blocks were allocated.
///
/// `CSwiftHeapTracking.h` describes the tables.
@safe
struct AllocationRecords {
  // Keeps the bytes.
  private let image: ProcessImage
  private let regions: UnsafeRawBufferPointer
  private let tables: UnsafeRawBufferPointer
  private let records: UnsafeRawBufferPointer
  private let stackOffsets: UnsafeRawBufferPointer
  private let stackWords: UnsafeRawBufferPointer
  /// How many distinct stacks there are; they are numbered from 1.
  let stackCount: Int
  /// How many allocations found no room.
  let missedCount: UInt64

  /// Finds the records, and copies what is in use.
  ///
  /// - Returns: `nil` where the process does not record, or where what it recorded makes no sense.
  init?(in image: ProcessImage) {
    guard let region = image.regions.first(where: { $0.name == MemoryRegion.trackingName }),
      let address = image.word(region.range.lowerBound + 8),
      let root = image.load(address, as: heapgraph_tracking_root.self),
      root.mark == UInt64(HEAPGRAPH_TRACKING_MARK), root.is_on != 0
    else { return nil }
    func bytes(_ start: UInt64, _ count: UInt64, _ size: UInt64) -> UnsafeRawBufferPointer? {
      let length = count.multipliedReportingOverflow(by: size)
      guard region.range.contains(start), !length.overflow,
        length.partialValue <= region.range.upperBound - start
      else { return nil }
      return unsafe image.bytes(at: start, count: Int(length.partialValue))
    }
    // Tables are numbered from 1, so that those in use end one behind their number.
    guard root.table_count < UInt32.max, root.stack_count < UInt32.max,
      let regions = unsafe bytes(root.regions, Self.regionCount, 4),
      let tables = unsafe bytes(root.tables, root.table_count &+ 1, Self.tableSize),
      let records = unsafe bytes(
        root.records &+ Self.recordTableSize, root.record_count, Self.recordTableSize),
      let offsets = unsafe bytes(root.stack_offsets, root.stack_count &+ 1, 4),
      let words = unsafe bytes(root.stack_words, root.stack_word_count, 8)
    else { return nil }
    self.image = image
    unsafe self.regions = unsafe regions
    unsafe self.tables = unsafe tables
    unsafe self.records = unsafe records
    unsafe stackOffsets = unsafe offsets
    unsafe stackWords = unsafe words
    stackCount = Int(root.stack_count)
    missedCount = root.missed_records &+ root.missed_stacks &+ root.missed_nested
  }

  private static let regionCount: UInt64 = 1 << 18
  private static let tableSize: UInt64 = 4_096
  private static let recordTableSize: UInt64 = 4 << 16

  /// What is known of one block.
  struct Record {
    /// The number of the stack.
    var stack: Int
    /// How many bytes the program asked for.
    var sizeAsked: UInt64
  }

  /// What is known of a block.
  ///
  /// - Parameters:
  ///   - address: where it begins.
  ///   - size: how many bytes the program can use there.
  /// - Returns: `nil` where it was not recorded.
  /// - Complexity: O(1).
  func record(ofBlockAt address: UInt64, size: UInt64) -> Record? {
    guard address >> 48 == 0 else { return nil }
    let table = Int(unsafe load(regions, Int(address >> 30)))
    guard table > 0 else { return nil }
    let number = Int(unsafe load(tables, table << 10 + Int(address >> 20 & 1_023)))
    guard number > 0 else { return nil }
    let word = unsafe load(records, (number - 1) << 16 + Int(address >> 4 & 65_535))
    let stack = Int(word >> 12)
    guard stack > 0, stack <= stackCount else { return nil }
    // The lower bits of the size that was asked for tell it, since the allocator adds less than they can say.
    let surplus = (size &- UInt64(word & 0xFFF)) & 0xFFF
    guard surplus <= size, size >= Self.largeSize || surplus <= Self.largestSurplus else { return nil }
    return Record(stack: stack, sizeAsked: size - surplus)
  }

  // A smaller block has little more than was asked for, even where it was to be aligned; else the record is another's.
  private static let largeSize: UInt64 = 1 << 16
  private static let largestSurplus: UInt64 = 64

  private func load(_ bytes: UnsafeRawBufferPointer, _ place: Int) -> UInt32 {
    guard place >= 0, place < bytes.count / 4 else { return 0 }
    return unsafe bytes.load(fromByteOffset: place * 4, as: UInt32.self)
  }

  /// The return addresses of a stack, innermost first.
  ///
  /// - Complexity: O(*n*) in their number.
  func returnAddresses(ofStack stack: Int) -> [UInt64] {
    let offset = Int(unsafe load(stackOffsets, stack))
    let capacity = unsafe stackWords.count / 8
    guard offset < capacity else { return [] }
    let count = unsafe stackWords.load(fromByteOffset: offset * 8, as: UInt64.self)
    guard count <= UInt64(HEAPGRAPH_MAXIMUM_FRAMES), offset + Int(count) < capacity else { return [] }
    return (1...max(Int(count), 1)).prefix(Int(count)).map {
      unsafe stackWords.load(fromByteOffset: (offset + $0) * 8, as: UInt64.self)
    }
  }
}
