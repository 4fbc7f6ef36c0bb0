import HeapModel

/// Values that are appended one by one and then are a column where they lie, without a copy.
///
/// Memory that is reserved and never reached costs address space and nothing else, so that a generous capacity is
/// cheaper than one that has to grow. It stands here and not beside the column so that it is specialized.
@safe
struct ColumnBuilder<Element: BitwiseCopyable>: ~Copyable {
  private let memory: ColumnMemory
  private var base: UnsafeMutablePointer<Element>
  private var capacity: Int
  /// The number of values so far, never more than the capacity.
  private(set) var count = 0

  /// Keeps the memory as long as the builder or the column lives.
  private final class ColumnMemory {
    var block: Block

    init(_ block: Block) { self.block = block }

    deinit { SystemMemory.free(block) }
  }

  /// Makes a builder without values.
  ///
  /// - Parameter capacity: how many there is room for before everything has to move.
  init(capacity: Int = 0) {
    self.capacity = max(capacity, 16)
    guard let block = SystemMemory.allocate(self.capacity * MemoryLayout<Element>.stride) else {
      preconditionFailure("The system has no memory for a snapshot.")
    }
    SystemMemory.preferLargePages(block, size: self.capacity * MemoryLayout<Element>.stride)
    memory = ColumnMemory(block)
    unsafe base = block.raw.bindMemory(to: Element.self, capacity: self.capacity)
  }

  /// Appends a value.
  ///
  /// - Complexity: O(1) amortized.
  @inline(__always)
  mutating func append(_ value: Element) {
    if count == capacity { grow(to: count + 1) }
    unsafe (base + count).initialize(to: value)
    count &+= 1
  }

  /// Appends a value several times.
  ///
  /// - Complexity: O(*n*).
  @inline(__always)
  mutating func append(repeating value: Element, count: Int) {
    reserve(self.count + count)
    unsafe (base + self.count).initialize(repeating: value, count: count)
    self.count &+= count
  }

  /// Takes the last values away.
  ///
  /// - Parameter count: how many stay.
  @inline(__always)
  mutating func truncate(to count: Int) {
    precondition(0 <= count && count <= self.count)
    self.count = count
  }

  /// Makes room for at least as many values in all.
  @inline(__always)
  mutating func reserve(_ wanted: Int) {
    if wanted > capacity { grow(to: wanted) }
  }

  /// The value at a position; traps outside.
  @inline(__always)
  subscript(position: Int) -> Element {
    get {
      precondition(0 <= position && position < count)
      return unsafe base[position]
    }
    set {
      precondition(0 <= position && position < count)
      unsafe base[position] = newValue
    }
  }

  @inline(never)
  private mutating func grow(to wanted: Int) {
    capacity = max(wanted, 2 * capacity)
    guard let block = SystemMemory.resize(memory.block, to: capacity * MemoryLayout<Element>.stride) else {
      preconditionFailure("The system has no memory for a snapshot.")
    }
    SystemMemory.preferLargePages(block, size: capacity * MemoryLayout<Element>.stride)
    memory.block = block
    unsafe base = block.raw.bindMemory(to: Element.self, capacity: capacity)
  }
}

extension ColumnBuilder where Element == UInt8 {
  /// Eight bytes as one number, the first lowest; traps where they do not all stand there.
  @inline(__always)
  func word(at offset: Int) -> UInt64 {
    precondition(0 <= offset && offset <= count - 8)
    return unsafe UInt64(
      littleEndian: UnsafeRawPointer(base).loadUnaligned(fromByteOffset: offset, as: UInt64.self))
  }
}

extension ColumnBuilder where Element: Sendable {
  /// The finished column, which keeps the memory.
  consuming func finish() -> Column<Element> {
    guard count > 0 else { return Column() }
    return unsafe Column(owner: memory, base: UnsafeRawPointer(base), count: count)
  }
}
