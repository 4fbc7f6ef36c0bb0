#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// A thread that does one thing while its caller waits, and ends.
enum OwnThread {
  /// Runs a function on a thread of its own; on the caller's where there can be none.
  ///
  /// - Throws: what the function throws.
  static func run<Value>(
    _ body: () throws(SwiftHeapError) -> Value
  ) throws(SwiftHeapError) -> Value {
    var result: Result<Value, SwiftHeapError>?
    func work() {
      do throws(SwiftHeapError) {
        result = .success(try body())
      } catch {
        result = .failure(error)
      }
    }
    withoutActuallyEscaping(work) { wait(for: Work($0)) }
    guard let result else { preconditionFailure("The thread has ended") }
    return try result.get()
  }

  private static func wait(for work: Work) {
    #if canImport(Darwin)
      var thread: pthread_t?
    #else
      var thread = pthread_t()
    #endif
    let code = unsafe pthread_create(
      &thread, nil,
      { context in
        #if canImport(Darwin)
          let context: UnsafeMutableRawPointer? = unsafe context
        #endif
        if let context = unsafe context {
          unsafe Unmanaged<Work>.fromOpaque(context).takeUnretainedValue().run()
        }
        return nil
      }, Unmanaged.passUnretained(work).toOpaque())
    guard code == 0 else { return work.run() }
    #if canImport(Darwin)
      if let thread = unsafe thread { unsafe pthread_join(thread, nil) }
    #else
      pthread_join(thread, nil)
    #endif
  }

  private final class Work {
    let run: () -> Void
    init(_ run: @escaping () -> Void) { self.run = run }
  }
}
