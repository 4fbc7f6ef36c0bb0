/// The hash table of a dict's keys, as CPython's `PyDictKeysObject`: a header of 32 bytes, the indices, the entries.
///
/// The number of entries in use plus those still usable is at most two thirds of the size. Entries are in the order
/// of insertion; those deleted stay until the next resize. A split table is shared by the instances of a class and
/// its entries have no values.
struct KeyTable {
  enum Kind: UInt8 {
    /// Any keys: entries of hash, key, value.
    case general = 0
    /// Only strings: entries of key and value.
    case unicode = 1
    /// Only strings, the values kept by each instance.
    case split = 2
  }

  static let headerSize = 32
  static let smallestLog2Size = 3
  static let sharedLog2Size = 6
  static let sharedLimit = 30
  /// Indices that are no entry.
  static let empty = -1
  static let dummy = -2

  let block: Block

  @inline(__always)
  init(_ block: Block) { self.block = block }

  @inline(__always)
  var referenceCount: Int {
    get { block[integer: 0] }
    nonmutating set { block[integer: 0] = newValue }
  }

  @inline(__always)
  var log2Size: Int { Int(block[byte: 8]) }

  @inline(__always)
  var log2IndexBytes: Int { Int(block[byte: 9]) }

  @inline(__always)
  var kind: Kind {
    // Only `initialize` writes the byte.
    get { unsafe unsafeBitCast(block[byte: 10], to: Kind.self) }
    nonmutating set { block[byte: 10] = newValue.rawValue }
  }

  /// Whether all keys are strings.
  @inline(__always)
  var isUnicode: Bool { block[byte: 10] != 0 }

  /// How many entries can still be added.
  @inline(__always)
  var usable: Int {
    get { block[integer: 16] }
    nonmutating set { block[integer: 16] = newValue }
  }

  /// How many entries there are, deleted ones included.
  @inline(__always)
  var entryCount: Int {
    get { block[integer: 24] }
    nonmutating set { block[integer: 24] = newValue }
  }

  /// Of a split table: how many values an instance has room for.
  @inline(__always)
  var sharedCapacity: Int { entryCount &+ usable }

  @inline(__always)
  var mask: Int { (1 << log2Size) &- 1 }

  @inline(__always)
  var entriesOffset: Int { Self.headerSize &+ (1 << log2IndexBytes) }

  @inline(__always)
  var entrySize: Int { isUnicode ? 16 : 24 }

  /// The bytes of the table.
  var size: Int { entriesOffset + Self.usableEntries(log2Size) * entrySize }

  static func usableEntries(_ log2Size: Int) -> Int { (2 << log2Size) / 3 }

  /// The bytes of a table's indices, as a power of two: one, two or four bytes an index.
  static func log2IndexBytes(_ log2Size: Int) -> Int {
    log2Size < 8 ? log2Size : log2Size < 16 ? log2Size + 1 : log2Size < 32 ? log2Size + 2 : log2Size + 3
  }

  static func size(log2Size: Int, isUnicode: Bool) -> Int {
    headerSize + (1 << log2IndexBytes(log2Size)) + usableEntries(log2Size) * (isUnicode ? 16 : 24)
  }

  /// The table for a number of slots, as CPython takes it: for some numbers that is not the smallest one.
  static func log2Size(forSlots slots: Int) -> Int {
    let smallest = 1 << smallestLog2Size
    return Int.bitWidth - ((slots | smallest) - 1 | smallest - 1).leadingZeroBitCount
  }

  /// The smallest table in which a number of entries fit.
  static func log2Size(forEntries entries: Int) -> Int { log2Size(forSlots: (entries * 3 + 1) / 2) }

  func initialize(log2Size: Int, kind: Kind) {
    block[word: 8] = 0
    referenceCount = 1
    block[byte: 8] = UInt8(log2Size)
    block[byte: 9] = UInt8(Self.log2IndexBytes(log2Size))
    self.kind = kind
    usable = Self.usableEntries(log2Size)
    entryCount = 0
    unsafe (block.raw + Self.headerSize).initializeMemory(
      as: UInt8.self, repeating: 0xFF, count: 1 << Self.log2IndexBytes(log2Size))
    block.zero(from: entriesOffset, count: usable * entrySize)
  }

  // MARK: Entries

  /// Where an entry's key lies, in bytes from the table's start; its value lies 8 bytes behind.
  @inline(__always)
  func place(ofEntry index: Int) -> Int {
    isUnicode ? entriesOffset &+ 16 &* index : entriesOffset &+ 24 &* index &+ 8
  }

  @inline(__always)
  func key(_ index: Int) -> ObjectPointer? { block[object: place(ofEntry: index)] }

  @inline(__always)
  func value(_ index: Int) -> ObjectPointer? { block[object: place(ofEntry: index) &+ 8] }

  /// The stored hash of an entry of a general table.
  @inline(__always)
  func storedHash(_ index: Int) -> Int { block[integer: entriesOffset &+ 24 &* index] }

  /// Writes an entry; it takes over the references.
  @inline(__always)
  func setEntry(_ index: Int, hash: Int, key: ObjectPointer?, value: ObjectPointer?) {
    let place = place(ofEntry: index)
    if !isUnicode { block[integer: place &- 8] = hash }
    block[object: place] = key
    block[object: place &+ 8] = value
  }

  // MARK: Indices

  @inline(__always)
  func index(at slot: Int) -> Int {
    let log2Size = self.log2Size
    if log2Size < 8 { return Int(Int8(truncatingIfNeeded: block[byte: Self.headerSize &+ slot])) }
    if log2Size < 16 { return Int(Int16(truncatingIfNeeded: block[uint16: Self.headerSize &+ 2 &* slot])) }
    if log2Size < 32 { return Int(block[int32: Self.headerSize &+ 4 &* slot]) }
    return block[integer: Self.headerSize &+ 8 &* slot]
  }

  @inline(__always)
  func setIndex(_ index: Int, at slot: Int) {
    let log2Size = self.log2Size
    if log2Size < 8 {
      block[byte: Self.headerSize &+ slot] = UInt8(truncatingIfNeeded: index)
    } else if log2Size < 16 {
      block[uint16: Self.headerSize &+ 2 &* slot] = UInt16(truncatingIfNeeded: index)
    } else if log2Size < 32 {
      block[int32: Self.headerSize &+ 4 &* slot] = Int32(truncatingIfNeeded: index)
    } else {
      block[integer: Self.headerSize &+ 8 &* slot] = index
    }
  }

  /// Calls a closure with each slot where a key of a hash can be, until it returns a result.
  ///
  /// - Complexity: O(1) on average.
  @inline(__always)
  func probe<Result, Failure: Error>(
    _ hash: Int, _ body: (_ slot: Int) throws(Failure) -> Result?
  ) throws(Failure) -> Result {
    let mask = self.mask
    var perturb = UInt(bitPattern: hash)
    var slot = hash & mask
    while true {
      if let result = try body(slot) { return result }
      perturb >>= 5
      slot = (slot &* 5 &+ Int(truncatingIfNeeded: perturb) &+ 1) & mask
    }
  }

  /// The first slot without an entry for a hash.
  @inline(__always)
  func emptySlot(_ hash: Int) -> Int {
    probe(hash) { slot in index(at: slot) < 0 ? slot : nil }
  }

  /// The slot that leads to an entry.
  func slot(ofEntry entry: Int, hash: Int) -> Int {
    probe(hash) { slot in index(at: slot) == entry ? slot : nil }
  }
}

/// The values of the attributes of one instance, as CPython's `PyDictValues`: four bytes, the values, and one byte a
/// value that tells the order in which they were set.
enum ValuesOffset {
  static let capacity = 0
  static let size = 1
  static let isEmbedded = 2
  static let isValid = 3
  static let values = 8

  /// The bytes of values for a number of attributes.
  static func size(capacity: Int) -> Int { (capacity + 7) & ~7 + (capacity + 1) * 8 }

  /// Where the order begins.
  @inline(__always)
  static func order(_ values: Block) -> Int { Self.values &+ 8 &* Int(values[byte: capacity]) }

  /// Notes that a value was set for the first time.
  @inline(__always)
  static func append(_ index: Int, to values: Block) {
    let count = Int(values[byte: size])
    values[byte: order(values) &+ count] = UInt8(truncatingIfNeeded: index)
    values[byte: size] = UInt8(truncatingIfNeeded: count &+ 1)
  }

  /// Notes that a value was deleted.
  static func remove(_ index: Int, from values: Block) {
    let start = order(values)
    let count = Int(values[byte: size])
    var place = 0
    while place < count, values[byte: start + place] != UInt8(index) { place += 1 }
    while place < count - 1 {
      values[byte: start + place] = values[byte: start + place + 1]
      place += 1
    }
    values[byte: size] = UInt8(count - 1)
  }
}
