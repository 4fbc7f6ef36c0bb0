/// Objects that were let go and are kept for the next of their kind, last-in first-out, with CPython's limits.
@safe
struct FreeLists {
  static let tupleSizes = 20
  static let tuplesPerSize = 2000
  static let listLimit = 80
  static let dictLimit = 80
  static let keysLimit = 80
  static let floatLimit = 100

  /// A stack of at most 80 blocks.
  struct Stack {
    private let places: Block
    private(set) var count = 0

    init(limit: Int) {
      guard let places = SystemMemory.allocateZeroed(8 * limit) else {
        preconditionFailure("The system has no memory for an empty heap.")
      }
      self.places = places
    }

    @inline(__always)
    mutating func push(_ block: Block) {
      places[block: 8 &* count] = block
      count &+= 1
    }

    @inline(__always)
    mutating func pop() -> Block? {
      guard count > 0 else { return nil }
      count &-= 1
      return places[block: 8 &* count]
    }

    /// The block at a place from the bottom.
    subscript(_ index: Int) -> Block { Block(address: places[word: 8 * index]) }

    func destroy() { SystemMemory.free(places) }
  }

  /// The first tuple of each size from 1 to 20; each one's first item is the next.
  let tuples: Block
  /// How many there are of each size.
  let tupleCounts: Block
  var lists = Stack(limit: FreeLists.listLimit)
  var dicts = Stack(limit: FreeLists.dictLimit)
  var keys = Stack(limit: FreeLists.keysLimit)
  /// The first float; each one's type word is the next.
  var floats: Block?
  var floatCount = 0
  /// One slice object is kept.
  var slice: ObjectPointer?

  init() {
    guard let tuples = SystemMemory.allocateZeroed(8 * Self.tupleSizes),
      let counts = SystemMemory.allocateZeroed(8 * Self.tupleSizes)
    else { preconditionFailure("The system has no memory for an empty heap.") }
    self.tuples = tuples
    tupleCounts = counts
  }

  func destroy() {
    SystemMemory.free(tuples)
    SystemMemory.free(tupleCounts)
    lists.destroy()
    dicts.destroy()
    keys.destroy()
  }
}
