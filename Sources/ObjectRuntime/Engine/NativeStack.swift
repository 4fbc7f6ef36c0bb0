#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

#if !canImport(Darwin)
  // The C libraries of Linux have it, but show it only to who asks for their extensions.
  @_silgen_name("pthread_getattr_np")
  private func threadAttributes(
    _ thread: pthread_t, _ attributes: UnsafeMutablePointer<pthread_attr_t>
  ) -> CInt
#endif

/// How far the stack of the thread that uses a space may be filled by calls that nest without a bound.
struct NativeStack {
  /// The addresses between which nothing has to be looked up, for the thread that came last.
  private var limit: UInt = 0
  private var end: UInt = 0

  /// Whether so little of the stack is left that nothing more may nest.
  ///
  /// - Complexity: O(1); another thread than before asks the system for its stack.
  @inline(__always)
  mutating func isNearlyFull() -> Bool {
    var mark: UInt8 = 0
    let address = unsafe withUnsafePointer(to: &mark) { UInt(bitPattern: $0) }
    return address >= limit && address < end ? false : isBelowLimit(address)
  }

  @inline(never)
  private mutating func isBelowLimit(_ address: UInt) -> Bool {
    guard let stack = Self.currentStack, stack.contains(address) else { return false }
    // The rest is for what nests within bounds: a quarter of a small stack.
    limit = stack.lowerBound + min(UInt(stack.count) / 4, 256 << 10)
    end = stack.upperBound
    return address < limit
  }

  /// The addresses of the running thread's stack.
  private static var currentStack: Range<UInt>? {
    #if canImport(Darwin)
      let thread = unsafe pthread_self()
      let end = UInt(bitPattern: unsafe pthread_get_stackaddr_np(thread))
      let size = UInt(unsafe pthread_get_stacksize_np(thread))
      return size < end ? end - size..<end : nil
    #else
      // Its initializer belongs to one of several modules, which depends on the files that are compiled together.
      return unsafe withUnsafeTemporaryAllocation(of: pthread_attr_t.self, capacity: 1) { memory in
        guard let attributes = memory.baseAddress,
          unsafe threadAttributes(pthread_self(), attributes) == 0
        else { return nil }
        defer { unsafe pthread_attr_destroy(attributes) }
        var start: UnsafeMutableRawPointer?
        var size = 0
        guard unsafe pthread_attr_getstack(attributes, &start, &size) == 0, let start = unsafe start else {
          return nil
        }
        let address = UInt(bitPattern: start)
        return address..<address + UInt(size)
      }
    #endif
  }
}

extension ObjectSpace {
  /// Refuses to nest deeper where the native stack is nearly full.
  ///
  /// - Parameter place: what nests, as CPython's message ends.
  /// - Throws: ``ObjectError`` of kind `recursionError`.
  @inline(__always)
  func checkDepth(_ place: StaticString = "") throws(ObjectError) {
    if state.stack.isNearlyFull() { throw tooDeep(place) }
  }

  @inline(never)
  private func tooDeep(_ place: StaticString) -> ObjectError {
    ObjectError(.recursionError, "maximum recursion depth exceeded\(place)")
  }
}
