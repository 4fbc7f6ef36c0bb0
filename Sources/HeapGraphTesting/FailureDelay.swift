#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// The time after which something that looks wrong is looked at again.
enum FailureDelay {
  /// Waits for 20 ms, on this thread.
  static func wait() { usleep(20_000) }
}
