/// Immutable values that lie one behind the other, in memory of their own or in a mapped file.
///
/// The one place where the model holds a pointer: whoever reads goes through ``span`` or the subscript, both
/// checked. The owner keeps the memory; copies of a column share it.
@safe
package struct Column<Element: BitwiseCopyable & Sendable>: @unchecked Sendable {
  @usableFromInline let owner: AnyObject?
  @usableFromInline let base: UnsafePointer<Element>?
  package let count: Int

  /// A column without values.
  @inlinable
  package init() {
    unsafe base = nil
    owner = nil
    count = 0
  }

  /// A column over memory that somebody else keeps.
  ///
  /// - Parameters:
  ///   - owner: keeps the memory valid and unchanged as long as it lives.
  ///   - base: the first value, aligned for the element.
  ///   - count: the number of values.
  @inlinable
  package init(owner: AnyObject, base: UnsafeRawPointer, count: Int) {
    unsafe self.base = base.assumingMemoryBound(to: Element.self)
    self.owner = owner
    self.count = count
  }

  /// A column of a known length, filled by a closure.
  ///
  /// - Parameters:
  ///   - count: the number of values; the closure appends at most so many.
  ///   - body: appends the values.
  @inlinable
  package init<Failure: Error>(
    capacity count: Int, initializedBy body: (inout OutputSpan<Element>) throws(Failure) -> Void
  ) throws(Failure) {
    guard count > 0 else {
      self.init()
      return
    }
    let allocation = ColumnAllocation(
      byteCount: count * MemoryLayout<Element>.stride, alignment: MemoryLayout<Element>.alignment)
    let buffer = unsafe UnsafeMutableBufferPointer(
      start: allocation.base.bindMemory(to: Element.self, capacity: count), count: count)
    var output = unsafe OutputSpan(buffer: buffer, initializedCount: 0)
    try body(&output)
    let filled = unsafe output.finalize(for: buffer)
    unsafe self.init(owner: allocation, base: allocation.base, count: filled)
  }

  /// A column of a known length of zeros, changed by a closure.
  @inlinable
  package init<Failure: Error>(
    zeros count: Int, updatedBy body: (inout MutableSpan<Element>) throws(Failure) -> Void
  ) throws(Failure) where Element: FixedWidthInteger {
    guard count > 0 else {
      self.init()
      return
    }
    let allocation = ColumnAllocation(
      byteCount: count * MemoryLayout<Element>.stride, alignment: MemoryLayout<Element>.alignment)
    // As bytes, which is one fill of memory and not an initialization per element.
    unsafe allocation.base.initializeMemory(
      as: UInt8.self, repeating: 0, count: count * MemoryLayout<Element>.stride)
    var span = unsafe MutableSpan<Element>(
      _unsafeStart: allocation.base.assumingMemoryBound(to: Element.self), count: count)
    try body(&span)
    unsafe self.init(owner: allocation, base: allocation.base, count: count)
  }

  /// A column with a copy of an array's values.
  ///
  /// - Complexity: O(*n*).
  @inlinable
  package init(_ values: [Element]) {
    guard !values.isEmpty else {
      self.init()
      return
    }
    let byteCount = values.count * MemoryLayout<Element>.stride
    let allocation = ColumnAllocation(byteCount: byteCount, alignment: MemoryLayout<Element>.alignment)
    unsafe values.withUnsafeBytes { bytes in
      unsafe allocation.base.copyMemory(from: bytes.baseAddress!, byteCount: byteCount)
    }
    unsafe self.init(owner: allocation, base: allocation.base, count: values.count)
  }

  /// The values.
  @inlinable
  package var span: Span<Element> {
    @_lifetime(borrow self)
    get {
      let span = unsafe Span(_unsafeStart: start, count: count)
      return unsafe _overrideLifetime(span, borrowing: self)
    }
  }

  /// The values as bytes.
  @inlinable
  package var bytes: RawSpan {
    @_lifetime(borrow self)
    get {
      let span = unsafe RawSpan(
        _unsafeStart: UnsafeRawPointer(start), byteCount: count * MemoryLayout<Element>.stride)
      return unsafe _overrideLifetime(span, borrowing: self)
    }
  }

  /// The value at a position; traps outside.
  @inlinable
  package subscript(position: Int) -> Element {
    span[position]
  }

  // An empty column has no memory; a span needs an aligned address even so.
  @inlinable
  var start: UnsafePointer<Element> {
    if let base = unsafe base { return unsafe base }
    return unsafe UnsafePointer(bitPattern: MemoryLayout<Element>.alignment)!
  }
}

/// Memory that a column owns.
@safe
@usableFromInline
final class ColumnAllocation {
  @usableFromInline let base: UnsafeMutableRawPointer

  @usableFromInline
  init(byteCount: Int, alignment: Int) {
    unsafe base = UnsafeMutableRawPointer.allocate(byteCount: byteCount, alignment: alignment)
  }

  deinit {
    unsafe base.deallocate()
  }
}
