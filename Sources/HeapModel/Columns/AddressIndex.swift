/// Finds an object by its address: an open-addressing table of 32-bit indices over the column of addresses.
///
/// - Complexity: built in O(*n*); a look-up is O(1) on average. 4 to 16 bytes an object.
package struct AddressIndex: Sendable {
  // Object index + 1, 0 where a place is free; the length is a power of two, at least 4/3 of the objects.
  private let places: [UInt32]
  private let addresses: Column<UInt64>
  private let mask: Int

  /// An address that two objects share, and which two.
  package struct Duplicate: Error {
    package var address: Address
    package var first: ObjectIndex
    package var second: ObjectIndex
  }

  /// Makes the index; of objects with one address the first is found.
  package init(_ addresses: Column<UInt64>) {
    self.init(addresses) { (_: Duplicate) in }
  }

  /// Makes the index, or throws the first pair of objects that share an address.
  package init(unique addresses: Column<UInt64>) throws(Duplicate) {
    try self.init(addresses) { (duplicate: Duplicate) throws(Duplicate) in throw duplicate }
  }

  private init<Failure: Error>(
    _ addresses: Column<UInt64>, onDuplicate: (Duplicate) throws(Failure) -> Void
  ) throws(Failure) {
    let wanted = max(addresses.count + addresses.count / 3 + 1, 8)
    let capacity = 1 << (Int.bitWidth - (wanted - 1).leadingZeroBitCount)
    self.addresses = addresses
    let mask = capacity - 1
    var places = [UInt32](repeating: 0, count: capacity)
    let values = addresses.span
    var table = places.mutableSpan
    for position in values.indices {
      let address = values[position]
      var place = Self.hash(address) & mask
      var isNew = true
      while table[place] != 0 {
        let other = Int(table[place] - 1)
        if values[other] == address {
          isNew = false
          try onDuplicate(
            Duplicate(
              address: Address(rawValue: address), first: ObjectIndex(other), second: ObjectIndex(position)))
          break
        }
        place = (place + 1) & mask
      }
      if isNew { table[place] = UInt32(position + 1) }
    }
    self.mask = mask
    self.places = places
  }

  /// The object at an address.
  package subscript(address: UInt64) -> ObjectIndex? {
    let values = addresses.span
    let table = places.span
    var place = Self.hash(address) & mask
    while table[place] != 0 {
      let position = Int(table[place] - 1)
      if values[position] == address { return ObjectIndex(position) }
      place = (place + 1) & mask
    }
    return nil
  }

  // Addresses are multiples of 8 or 16 and lie close together; a multiplication and a fold spread them.
  private static func hash(_ address: UInt64) -> Int {
    let product = address &* 0x9E37_79B9_7F4A_7C15
    return Int(truncatingIfNeeded: product >> 32 ^ product & 0x7FFF_FFFF)
  }
}
