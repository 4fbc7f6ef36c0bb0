#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// A thread that does one thing and ends.
enum OwnThread {
  /// Runs a function on a thread of its own and waits for it; on the caller's where there can be none.
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
    withoutActuallyEscaping(work) { work in
      if begin(Work(work), isAwaited: true) != 0 { work() }
    }
    guard let result else { preconditionFailure("The thread has ended") }
    return try result.get()
  }

  /// Has a function run on a thread of its own, for as long as it likes.
  ///
  /// - Returns: 0, or why there can be no thread, as an error of the system.
  static func start(_ body: @escaping () -> Void) -> Int32 { begin(Work(body), isAwaited: false) }

  private static func begin(_ work: Work, isAwaited: Bool) -> Int32 {
    let context = unsafe Unmanaged.passRetained(work)
    #if canImport(Darwin)
      var created: pthread_t?
    #else
      var created = pthread_t()
    #endif
    let code = unsafe pthread_create(
      &created, nil,
      { context in
        #if canImport(Darwin)
          let context: UnsafeMutableRawPointer? = unsafe context
        #endif
        if let context = unsafe context {
          unsafe Unmanaged<Work>.fromOpaque(context).takeRetainedValue().run()
        }
        return nil
      }, context.toOpaque())
    guard code == 0 else {
      unsafe context.release()
      return code
    }
    #if canImport(Darwin)
      guard let thread = unsafe created else { return code }
    #else
      let thread = created
    #endif
    if isAwaited { pthread_join(thread, nil) } else { pthread_detach(thread) }
    return code
  }

  private final class Work {
    let run: () -> Void
    init(_ run: @escaping () -> Void) { self.run = run }
  }
}
