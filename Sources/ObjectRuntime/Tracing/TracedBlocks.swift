/// The blocks that are traced: an open-addressing table from address to size and traceback, in one flat array.
///
/// 24 bytes a place, from 4/3 to 8/3 places a block while blocks become more; it does not shrink as they become
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
    var block = Block(size: 0, traceback: .unknown)
  }

  private static let smallestCapacity = 64

  // The length is a power of two; a block is between its home and the next free place.
  private var places = [Place](repeating: Place(), count: smallestCapacity)
  private var shift = UInt(UInt.bitWidth - smallestCapacity.trailingZeroBitCount)
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
      if places[place].address == address { return places[place].block }
      place = (place + 1) & mask
    }
    return nil
  }

  /// Puts a block at an address.
  ///
  /// - Returns: the size of the block that was there, 0 without one.
  /// - Complexity: O(1) on average, amortized.
  mutating func insert(_ block: Block, at address: UInt) -> Int {
    precondition(address != 0, "No block lies at address 0")
    let mask = places.count - 1
    var place = home(of: address)
    var table = places.mutableSpan
    while table[place].address != 0 {
      if table[place].address == address {
        let size = table[place].block.size
        table[place].block = block
        return size
      }
      place = (place + 1) & mask
    }
    table[place] = Place(address: address, block: block)
    count += 1
    if count * 4 > places.count * 3 { grow() }
    return 0
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
        table[place].block.traceback = traceback
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
    let size = table[place].block.size
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
    return size
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
    for place in places where place.address != 0 { blocks.append((place.address, place.block)) }
    blocks.sort { $0.address < $1.address }
    return blocks
  }

  /// The bytes that the table takes.
  var ownSize: Int { places.capacity * MemoryLayout<Place>.stride }

  private func home(of address: UInt) -> Int { Self.home(of: address, shift) }

  // Addresses are multiples of 8 or 16 and lie close together; the high bits of a product spread them.
  private static func home(of address: UInt, _ shift: UInt) -> Int {
    Int(truncatingIfNeeded: (address &* 0x9E37_79B9_7F4A_7C15) &>> shift)
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
