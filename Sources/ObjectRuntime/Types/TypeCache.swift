/// What looking names up in classes found lately: entries of 32 bytes (class, name, epoch, value).
///
/// An entry holds until any class changes.
struct TypeCache {
  private static let count = 1024
  private let entries: Block

  init(memory: inout StaticMemory) {
    entries = memory.allocate(32 * Self.count)
  }

  @inline(__always)
  private func place(_ type: ObjectPointer, _ name: ObjectPointer) -> Int {
    32 &* Int((type.address >> 4 ^ name.address >> 4 &* 31) & UInt(Self.count &- 1))
  }

  /// What was found; the outer `nil` says that it is not known.
  @inline(__always)
  func find(_ type: ObjectPointer, _ name: ObjectPointer, epoch: UInt) -> ObjectPointer?? {
    let place = place(type, name)
    guard entries[word: place] == type.address, entries[word: place &+ 8] == name.address,
      entries[word: place &+ 16] == epoch
    else { return nil }
    return .some(entries[object: place &+ 24])
  }

  func store(_ type: ObjectPointer, _ name: ObjectPointer, epoch: UInt, _ value: ObjectPointer?) {
    let place = place(type, name)
    entries[word: place] = type.address
    entries[word: place + 8] = name.address
    entries[word: place + 16] = epoch
    entries[object: place + 24] = value
  }
}

#if DEBUG
  extension TypeCache {
    /// The entries that hold now, for the invariant check.
    func current(epoch: UInt) -> [(type: ObjectPointer, name: ObjectPointer, value: ObjectPointer?)] {
      (0..<Self.count).compactMap { number in
        let place = 32 * number
        guard entries[word: place + 16] == epoch, let type = entries[object: place],
          let name = entries[object: place + 8]
        else { return nil }
        return (type, name, entries[object: place + 24])
      }
    }
  }
#endif
