/// The two words before an object that link it into a generation, as CPython's `PyGC_Head`.
///
/// Next: the address of the next header, 0 where the object is not tracked; bit 0 says that the object is thought
/// unreachable. Previous: the address of the previous header; while a collection runs, the count of references from
/// outside the collected generation, shifted by two. Its bit 0 says that the finalizer ran, bit 1 that the object
/// is in the generation being collected.
@safe
struct CollectorHeader: MemoryLocation {
  let raw: UnsafeMutableRawPointer

  static let size = 16
  static let finalized: UInt = 1
  static let collecting: UInt = 2
  static let flags: UInt = 3
  static let shift: UInt = 2
  static let unreachable: UInt = 1

  @inline(__always)
  init(_ block: Block) {
    unsafe raw = block.raw
  }

  @inline(__always)
  init(address: UInt) {
    unsafe raw = UnsafeMutableRawPointer(bitPattern: address).unsafelyUnwrapped
  }

  @inline(__always)
  static func == (left: Self, right: Self) -> Bool { left.address == right.address }

  @inline(__always)
  func hash(into hasher: inout Hasher) { hasher.combine(address) }

  @inline(__always)
  var nextWord: UInt {
    get { self[word: 0] }
    nonmutating set { self[word: 0] = newValue }
  }

  @inline(__always)
  var previousWord: UInt {
    get { self[word: 8] }
    nonmutating set { self[word: 8] = newValue }
  }

  /// The next header of a list whose marks are cleared.
  @inline(__always)
  var next: CollectorHeader {
    get { CollectorHeader(address: nextWord) }
    nonmutating set { nextWord = newValue.address }
  }

  /// The previous header; setting it keeps the flags.
  @inline(__always)
  var previous: CollectorHeader {
    get { CollectorHeader(address: previousWord & ~Self.flags) }
    nonmutating set { previousWord = previousWord & Self.flags | newValue.address }
  }

  @inline(__always)
  var object: ObjectPointer { ObjectPointer(address: address &+ UInt(Self.size)) }

  @inline(__always)
  var isCollecting: Bool { previousWord & Self.collecting != 0 }

  /// References from outside, while a collection counts them.
  @inline(__always)
  var outsideCount: UInt { previousWord >> Self.shift }

  @inline(__always)
  func clearCollecting() { previousWord &= ~Self.collecting }

  // MARK: As the head of a list

  /// Makes this the head of an empty list.
  @inline(__always)
  func makeEmpty() {
    next = self
    previousWord = address
  }

  @inline(__always)
  var isEmpty: Bool { nextWord == address }

  /// Adds a header that is in no list at the end of this list.
  @inline(__always)
  func append(_ header: CollectorHeader) {
    let last = previous
    last.next = header
    header.previous = last
    header.next = self
    previousWord = header.address
  }

  /// Takes this header out of its list; it is no longer tracked.
  @inline(__always)
  func remove() {
    let previous = self.previous
    let next = self.next
    previous.next = next
    next.previous = previous
    nextWord = 0
    previousWord &= Self.finalized
  }

  /// Moves a header from its list to the end of this one.
  @inline(__always)
  func take(_ header: CollectorHeader) {
    let before = header.previous
    let after = header.next
    before.next = after
    after.previous = before
    let last = previous
    header.previous = last
    last.next = header
    previousWord = header.address
    header.next = self
  }

  /// Moves all of another list to the end of this one.
  func takeAll(of list: CollectorHeader) {
    guard !list.isEmpty else { return }
    let last = previous
    let first = list.next
    let end = list.previous
    last.next = first
    first.previous = last
    end.next = self
    previousWord = end.address
    list.makeEmpty()
  }

  /// How many headers the list has.
  ///
  /// - Complexity: O(*n*).
  var count: Int {
    var count = 0
    var header = next
    while header != self {
      count += 1
      header = header.next
    }
    return count
  }
}

extension ObjectPointer {
  /// The collector's words before the object, of a type that has them.
  @inline(__always)
  var collectorHeader: CollectorHeader { CollectorHeader(address: address &- UInt(CollectorHeader.size)) }

  /// Whether the collector can ever look after the object.
  @inline(__always)
  var isCollectable: Bool {
    let type = self.type
    let flags = type.typeFlags
    guard flags & TypeFlag.isCollected != 0 else { return false }
    // Built-in types lie outside the heap and have no header.
    return flags & TypeFlag.typeSubclass == 0 || typeFlags & TypeFlag.isHeapType != 0
  }

  /// Whether the collector looks after the object now.
  @inline(__always)
  package var isTracked: Bool { isCollectable && collectorHeader.nextWord != 0 }

  /// Whether its finalizer was called.
  package var isFinalized: Bool {
    isCollectable && collectorHeader.previousWord & CollectorHeader.finalized != 0
  }
}
