/// Which methods of built-in types were looked up lately: entries of 32 bytes (class, name, epoch, place).
///
/// An entry holds until any class changes, or a name that is in it goes.
struct MethodCache {
  private static let count = 256
  private let entries: Block

  init(memory: inout StaticMemory) {
    entries = memory.allocate(32 * Self.count)
  }

  @inline(__always)
  private func place(_ type: ObjectPointer, _ name: ObjectPointer) -> Int {
    32 &* Int((type.address >> 4 &* 7 ^ name.address >> 4 &* 31) & UInt(Self.count &- 1))
  }

  /// The method's place, −1 where there is none; `nil` where it is not known.
  @inline(__always)
  func find(_ type: ObjectPointer, _ name: ObjectPointer, epoch: UInt) -> Int? {
    let place = place(type, name)
    guard entries[word: place] == type.address, entries[word: place &+ 8] == name.address,
      entries[word: place &+ 16] == epoch
    else { return nil }
    return entries[integer: place &+ 24]
  }

  func store(_ type: ObjectPointer, _ name: ObjectPointer, epoch: UInt, _ method: Int) {
    let place = place(type, name)
    entries[word: place] = type.address
    entries[word: place + 8] = name.address
    entries[word: place + 16] = epoch
    entries[integer: place + 24] = method
  }
}
