#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// What a thread of its own does.
private final class ThreadWork {
  let run: () -> Void
  init(_ run: @escaping () -> Void) { self.run = run }
}

/// Runs a closure on a thread of its own with a large stack, and waits for it.
///
/// - Parameters:
///   - size: bytes of the stack.
///   - body: what is run; where no thread can be made, it runs here.
package func onLargeStack<Result>(_ size: Int = 256 << 20, _ body: () throws -> Result) throws -> Result {
  try withoutActuallyEscaping(body) { body in
    var result: Swift.Result<Result, any Error>?
    let work = ThreadWork { result = Swift.Result { try body() } }
    if !runOnThread(work, stackSize: size) { work.run() }
    guard let result else { preconditionFailure("The work was done.") }
    return try result.get()
  }
}

/// Runs work on a thread of its own, and waits for its end.
///
/// - Returns: whether there is such a thread.
private func runOnThread(_ work: ThreadWork, stackSize: Int) -> Bool {
  unsafe withUnsafeTemporaryAllocation(of: pthread_attr_t.self, capacity: 1) { attributes in
    guard let attributes = attributes.baseAddress, unsafe pthread_attr_init(attributes) == 0 else {
      return false
    }
    defer { unsafe pthread_attr_destroy(attributes) }
    guard unsafe pthread_attr_setstacksize(attributes, stackSize) == 0 else { return false }
    let context = unsafe Unmanaged.passUnretained(work).toOpaque()
    #if canImport(Darwin)
      var thread: pthread_t?
      let status = unsafe pthread_create(
        &thread, attributes,
        { context in
          unsafe Unmanaged<ThreadWork>.fromOpaque(context).takeUnretainedValue().run()
          return nil
        }, context)
      guard status == 0, let thread = unsafe thread else { return false }
      unsafe pthread_join(thread, nil)
    #else
      var thread: pthread_t = 0
      let status = unsafe pthread_create(
        &thread, attributes,
        { context in
          if let context = unsafe context {
            unsafe Unmanaged<ThreadWork>.fromOpaque(context).takeUnretainedValue().run()
          }
          return nil
        }, context)
      guard status == 0 else { return false }
      pthread_join(thread, nil)
    #endif
    return true
  }
}
