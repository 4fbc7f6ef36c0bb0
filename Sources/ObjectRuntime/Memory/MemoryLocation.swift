/// A place in a heap's memory, whose words are read and written by their offset in bytes.
///
/// This is where raw memory is touched; everything above it names offsets of a layout. The offsets are those of
/// CPython 3.13's structures, and the invariant check walks all of them in tests.
@usableFromInline
package protocol MemoryLocation: Hashable, BitwiseCopyable {
  /// The first byte.
  @safe var raw: UnsafeMutableRawPointer { get }
}

extension MemoryLocation {
  /// The number of the first byte.
  @inlinable @inline(__always)
  package var address: UInt { UInt(bitPattern: raw) }

  @inlinable @inline(__always)
  package func load<Value: BitwiseCopyable>(_ offset: Int, as type: Value.Type = Value.self) -> Value {
    unsafe raw.load(fromByteOffset: offset, as: Value.self)
  }

  @inlinable @inline(__always)
  package func store<Value: BitwiseCopyable>(_ value: Value, _ offset: Int) {
    unsafe raw.storeBytes(of: value, toByteOffset: offset, as: Value.self)
  }

  /// An unsigned word.
  @inlinable @inline(__always)
  package subscript(word offset: Int) -> UInt {
    get { load(offset) }
    nonmutating set { store(newValue, offset) }
  }

  /// A signed word.
  @inlinable @inline(__always)
  package subscript(integer offset: Int) -> Int {
    get { load(offset) }
    nonmutating set { store(newValue, offset) }
  }

  /// A floating-point number of 64 bits.
  @inlinable @inline(__always)
  package subscript(double offset: Int) -> Double {
    get { load(offset) }
    nonmutating set { store(newValue, offset) }
  }

  /// An unsigned number of 32 bits.
  @inlinable @inline(__always)
  package subscript(uint32 offset: Int) -> UInt32 {
    get { load(offset) }
    nonmutating set { store(newValue, offset) }
  }

  /// A signed number of 32 bits.
  @inlinable @inline(__always)
  package subscript(int32 offset: Int) -> Int32 {
    get { load(offset) }
    nonmutating set { store(newValue, offset) }
  }

  /// An unsigned number of 16 bits.
  @inlinable @inline(__always)
  package subscript(uint16 offset: Int) -> UInt16 {
    get { load(offset) }
    nonmutating set { store(newValue, offset) }
  }

  /// A byte.
  @inlinable @inline(__always)
  package subscript(byte offset: Int) -> UInt8 {
    get { load(offset) }
    nonmutating set { store(newValue, offset) }
  }

  /// A reference to an object, `nil` for a null word.
  @inlinable @inline(__always)
  package subscript(object offset: Int) -> ObjectPointer? {
    get { load(offset) }
    nonmutating set { store(newValue, offset) }
  }

  /// A reference to a block that is no object, `nil` for a null word.
  @inlinable @inline(__always)
  package subscript(block offset: Int) -> Block? {
    get { load(offset) }
    nonmutating set { store(newValue, offset) }
  }

  /// Fills bytes with zeros.
  @inlinable @inline(__always)
  package func zero(from start: Int, count: Int) {
    unsafe (raw + start).initializeMemory(as: UInt8.self, repeating: 0, count: count)
  }

  /// Copies bytes from another place, which may overlap.
  @inlinable @inline(__always)
  package func copy(
    _ count: Int, bytesFrom source: some MemoryLocation, at sourceOffset: Int = 0, to offset: Int = 0
  ) {
    unsafe (raw + offset).copyMemory(from: source.raw + sourceOffset, byteCount: count)
  }

  /// The bytes from an offset on, for as long as the closure runs.
  @inlinable @inline(__always)
  package func withBytes<Result, Failure: Error>(
    at offset: Int, count: Int, _ body: (Span<UInt8>) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    let start = unsafe (raw + offset).assumingMemoryBound(to: UInt8.self)
    let span = unsafe Span(_unsafeStart: start, count: count)
    return try body(span)
  }

  /// The place some bytes further on.
  @inlinable @inline(__always)
  package func advanced(by offset: Int) -> Block { unsafe Block(raw: raw + offset) }
}

/// A block of memory that is no object: a list's items, a dict's keys, a free block.
@safe
@usableFromInline
package struct Block: MemoryLocation {
  @usableFromInline
  package let raw: UnsafeMutableRawPointer

  @inlinable @inline(__always)
  package init(raw: UnsafeMutableRawPointer) {
    unsafe self.raw = raw
  }

  @inlinable @inline(__always)
  package static func == (left: Self, right: Self) -> Bool { left.address == right.address }

  @inlinable @inline(__always)
  package func hash(into hasher: inout Hasher) { hasher.combine(address) }

  /// The block at an address that was a block's before.
  @inlinable @inline(__always)
  package init(address: UInt) {
    unsafe raw = UnsafeMutableRawPointer(bitPattern: address).unsafelyUnwrapped
  }
}

/// An object in a heap's memory; nothing about this value keeps it alive.
@safe
@usableFromInline
package struct ObjectPointer: MemoryLocation {
  @usableFromInline
  package let raw: UnsafeMutableRawPointer

  @inlinable @inline(__always)
  package init(raw: UnsafeMutableRawPointer) {
    unsafe self.raw = raw
  }

  @inlinable @inline(__always)
  package static func == (left: Self, right: Self) -> Bool { left.address == right.address }

  @inlinable @inline(__always)
  package func hash(into hasher: inout Hasher) { hasher.combine(address) }

  /// The object at an address that was an object's before.
  @inlinable @inline(__always)
  package init(address: UInt) {
    unsafe raw = UnsafeMutableRawPointer(bitPattern: address).unsafelyUnwrapped
  }
}

extension ObjectPointer: CustomStringConvertible {
  @usableFromInline
  package var description: String { "object at 0x" + String(address, radix: 16) }
}
