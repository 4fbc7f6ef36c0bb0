/// The blocks that are traced: an open-addressing table from address to size and traceback, in one flat array.
///
/// 16 bytes a place, from 2 to 4 places a block while blocks become more; it does not shrink as they become
/// fewer, since a program that had many will have many again.
struct TracedBlocks: Sendable {
  /// A traced block.
  struct Block: BitwiseCopyable {
    var size: Int
    var traceback: TracebackIndex
  }

  // No block lies at address 0, which marks a free place.
  private struct Place: BitwiseCopyable {
    var address: UInt = 0
    // The greatest number says that the size is among the large ones: four places fill a cache line, none crosses it.
    var size: UInt32 = 0
    var traceback = TracebackIndex.unknown
  }

  private static let smallestCapacity = 64

  // The length is a power of two; a block is between its home and the next free place.
  private var places = [Place](repeating: Place(), count: smallestCapacity)
  private var shift = UInt(UInt.bitWidth - smallestCapacity.trailingZeroBitCount)
  // The sizes from 4 GiB on, by address.
  private var largeSizes: [UInt: Int] = [:]
  /// The number of blocks.
  private(set) var count = 0

  init() {}

  /// The block at an address.
  ///
  /// - Complexity: O(1) on average.
  subscript(address: UInt) -> Block? {
    let places = places.span
    let mask = places.count - 1
    var place = home(of: address)
    while places[place].address != 0 {
      if places[place].address == address { return block(places[place]) }
      place = (place + 1) & mask
    }
    return nil
  }

  /// Puts a block at an address.
  ///
  /// - Returns: the size of the block that was there, 0 without one.
  /// - Complexity: O(1) on average, amortized.
  mutating func insert(_ block: Block, at address: UInt) -> Int {
    precondition(address != 0 && block.size >= 0, "No block lies at address 0, and none has a negative size")
    let new = Place(address: address, size: UInt32(clamping: block.size), traceback: block.traceback)
    let mask = places.count - 1
    var place = home(of: address)
    var table = places.mutableSpan
    var oldSize: UInt32 = 0
    var isNew = true
    while table[place].address != 0 {
      if table[place].address == address {
        oldSize = table[place].size
        isNew = false
        break
      }
      place = (place + 1) & mask
    }
    table[place] = new
    let size = oldSize == .max ? takeLargeSize(at: address) : Int(oldSize)
    if new.size == .max { largeSizes[address] = block.size }
    if isNew {
      count += 1
      if count * 2 > places.count { grow() }
    }
    return size
  }

  /// Gives a block that is traced another traceback.
  ///
  /// - Complexity: O(1) on average.
  mutating func setTraceback(_ traceback: TracebackIndex, at address: UInt) {
    let mask = places.count - 1
    var place = home(of: address)
    var table = places.mutableSpan
    while table[place].address != 0 {
      if table[place].address == address {
        table[place].traceback = traceback
        return
      }
      place = (place + 1) & mask
    }
  }

  /// Takes the block at an address away.
  ///
  /// - Returns: its size, 0 without one.
  /// - Complexity: O(1) on average.
  mutating func remove(at address: UInt) -> Int {
    if address == 0 { return 0 }
    let mask = places.count - 1
    let shift = shift
    var place = home(of: address)
    var table = places.mutableSpan
    while table[place].address != address {
      if table[place].address == 0 { return 0 }
      place = (place + 1) & mask
    }
    let size = table[place].size
    // Those behind move up, as far as their homes allow, so that no place has to be marked as deleted.
    var next = place
    while true {
      next = (next + 1) & mask
      let moved = table[next]
      if moved.address == 0 { break }
      let distance = (next - Self.home(of: moved.address, shift)) & mask
      if distance >= (next - place) & mask {
        table[place] = moved
        place = next
      }
    }
    table[place] = Place()
    count -= 1
    return size == .max ? takeLargeSize(at: address) : Int(size)
  }

  /// Forgets all blocks, and gives the memory back.
  mutating func clear() {
    self = TracedBlocks()
  }

  /// The blocks with their addresses, in the order of these.
  ///
  /// - Complexity: O(*n* log *n*).
  func sorted() -> [(address: UInt, block: Block)] {
    var blocks: [(address: UInt, block: Block)] = []
    blocks.reserveCapacity(count)
    for place in places where place.address != 0 { blocks.append((place.address, block(place))) }
    blocks.sort { $0.address < $1.address }
    return blocks
  }

  /// The bytes that the tables take.
  var ownSize: Int {
    places.capacity * MemoryLayout<Place>.stride
      + largeSizes.capacity * (MemoryLayout<UInt>.stride + MemoryLayout<Int>.stride)
  }

  private func block(_ place: Place) -> Block {
    let size = place.size == .max ? largeSizes[place.address] : nil
    return Block(size: size ?? Int(place.size), traceback: place.traceback)
  }

  @inline(never) private mutating func takeLargeSize(at address: UInt) -> Int {
    largeSizes.removeValue(forKey: address)!
  }

  private func home(of address: UInt) -> Int { Self.home(of: address, shift) }

  // Addresses are multiples of 8 or 16 and lie close together. Those of one stretch of 256 bytes have their homes in a
  // row of 16 places, so that blocks that are allocated one after the other share lines of the cache; the rows are
  // spread by the high bits of a product. The number of the page comes in since equal steps from stretch to stretch
  // would, for some steps, fall into a few dense runs.
  private static func home(of address: UInt, _ shift: UInt) -> Int {
    let row = ((address >> 8 ^ address >> 12) &* 0x9E37_79B9_7F4A_7C15) &>> (shift &+ 4)
    return Int(truncatingIfNeeded: row &<< 4 | address >> 4 & 15)
  }

  private mutating func grow() {
    let old = places
    places = [Place](repeating: Place(), count: old.count * 2)
    shift -= 1
    let mask = places.count - 1
    let shift = shift
    var table = places.mutableSpan
    for entry in old where entry.address != 0 {
      var place = Self.home(of: entry.address, shift)
      while table[place].address != 0 { place = (place + 1) & mask }
      table[place] = entry
    }
  }
}
