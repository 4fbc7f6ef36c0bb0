import HeapModel

/// Memory that several threads fill at once, each its own part, and that then becomes a column.
///
/// The one place of this layer that holds a pointer. Whoever fills goes through a span, which is checked; that
/// threads running at one time write to different places, and that each value is written before it is read,
/// is what the caller sees to.
@safe
final class SharedMemory<Element: FixedWidthInteger & BitwiseCopyable & Sendable>: @unchecked Sendable {
  private let base: UnsafeMutablePointer<Element>
  let count: Int

  init(count: Int) {
    self.count = count
    unsafe base = UnsafeMutablePointer<Element>.allocate(capacity: max(count, 1))
  }

  deinit {
    unsafe base.deallocate()
  }

  /// A part, to be written.
  @_lifetime(borrow self)
  func mutableSpan(of range: Range<Int>) -> MutableSpan<Element> {
    precondition(range.lowerBound >= 0 && range.upperBound <= count, "The part lies outside the memory")
    let span = unsafe MutableSpan(_unsafeStart: base + range.lowerBound, count: range.count)
    return unsafe _overrideLifetime(span, borrowing: self)
  }

  /// A part, to be read.
  @_lifetime(borrow self)
  func span(of range: Range<Int>) -> Span<Element> {
    precondition(range.lowerBound >= 0 && range.upperBound <= count, "The part lies outside the memory")
    let span = unsafe Span(_unsafeStart: UnsafePointer(base + range.lowerBound), count: range.count)
    return unsafe _overrideLifetime(span, borrowing: self)
  }

  /// A copy of a part.
  func copy(of range: Range<Int>) -> [Element] {
    precondition(range.lowerBound >= 0 && range.upperBound <= count, "The part lies outside the memory")
    return unsafe [Element](
      UnsafeBufferPointer(start: UnsafePointer(base + range.lowerBound), count: range.count))
  }

  /// The memory as a column, when nobody writes any more.
  var column: Column<Element> {
    guard count > 0 else { return Column() }
    return unsafe Column(owner: self, base: UnsafeRawPointer(base), count: count)
  }
}
