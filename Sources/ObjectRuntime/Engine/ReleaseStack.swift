/// An object whose references are being let go, and how far that is.
struct ReleaseEntry {
  /// The part of the object that is next.
  enum Stage: UInt8 {
    case slots, attributes, body, keys, end
  }

  var object: ObjectPointer
  var stage: Stage
  /// How far the stage is.
  var cursor: Int
  /// The block whose references are let go, where it is not the object's own.
  var block: Block?
}

/// The objects that are being let go, innermost last: what CPython has on its native stack.
@safe
struct ReleaseStack {
  private var entries: UnsafeMutablePointer<ReleaseEntry>
  private var capacity: Int
  private(set) var count = 0

  init() {
    capacity = 256
    unsafe entries = .allocate(capacity: 256)
  }

  @inline(__always)
  mutating func push(_ entry: ReleaseEntry) {
    if count == capacity { grow() }
    unsafe (entries + count).initialize(to: entry)
    count &+= 1
  }

  /// Makes room for an entry that is written when another one is pushed on top of it, or never.
  @inline(__always)
  mutating func reserve() {
    if count == capacity { grow() }
    count &+= 1
  }

  @inline(__always)
  mutating func pop() { count &-= 1 }

  /// The innermost entry.
  @inline(__always)
  var top: ReleaseEntry {
    get { unsafe entries[count &- 1] }
    nonmutating set { unsafe entries[count &- 1] = newValue }
  }

  private mutating func grow() {
    let larger = UnsafeMutablePointer<ReleaseEntry>.allocate(capacity: 2 * capacity)
    unsafe larger.moveInitialize(from: entries, count: count)
    unsafe entries.deallocate()
    unsafe entries = larger
    capacity *= 2
  }

  func destroy() { unsafe entries.deallocate() }
}
