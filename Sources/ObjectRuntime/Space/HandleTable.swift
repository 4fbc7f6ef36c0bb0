/// The objects that handles hold, by the handle's number.
///
/// A word for each number that was ever given: the object's address, or, where the number is free, the next free one
/// twice plus one. The number that was freed last is given first.
struct HandleTable {
  private var words: Block?
  private var capacity = 0
  /// How many numbers were ever given.
  private var given = 0
  /// The first free number, −1 where there is none.
  private var free = -1
  private(set) var count = 0

  @inline(__always)
  mutating func add(_ object: ObjectPointer) -> Int {
    count &+= 1
    if free >= 0, let words {
      let number = free
      free = words[integer: 8 &* number] >> 1
      words[object: 8 &* number] = object
      return number
    }
    return addNew(object)
  }

  @inline(never)
  private mutating func addNew(_ object: ObjectPointer) -> Int {
    if given == capacity { grow() }
    words?[object: 8 * given] = object
    given += 1
    return given - 1
  }

  private mutating func grow() {
    capacity = max(2 * capacity, 64)
    let larger =
      words.map { SystemMemory.resize($0, to: 8 * capacity) } ?? SystemMemory.allocate(8 * capacity)
    guard let larger else { preconditionFailure("The system has no memory for a handle.") }
    words = larger
  }

  @inline(__always)
  mutating func remove(_ number: Int) {
    words?[integer: 8 &* number] = free << 1 | 1
    free = number
    count &-= 1
  }

  /// The objects held, each as often as there are handles to it, in the order of the handles' numbers.
  var held: [ObjectPointer] {
    guard let words else { return [] }
    return (0..<given).compactMap { words[word: 8 * $0] & 1 == 0 ? words[object: 8 * $0] : nil }
  }

  /// Forgets all handles and gives the memory back.
  mutating func removeAll() {
    if let words { SystemMemory.free(words) }
    self = HandleTable()
  }
}
