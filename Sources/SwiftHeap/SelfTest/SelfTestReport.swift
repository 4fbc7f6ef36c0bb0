#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Whether captures of this process can be relied on.
public struct SelfTestReport: Sendable {
  /// How the threads were stopped.
  public let stopMethod: StopMethod
  /// Why they could not be traced, in the system's words; `nil` where they could.
  public let tracingFailure: String?
  /// The time for which they stood still, in nanoseconds.
  public let pause: UInt64
  /// What was found of each part of memory's layout.
  public let checks: [LayoutCheck]

  /// Whether nothing is to be said.
  public var isPassed: Bool { tracingFailure == nil && checks.allSatisfy(\.isPassed) }
}

/// Checks on objects of known shape what captures rely on; every capture of this process does the same first.
///
/// - Returns: what was found.
/// - Throws: ``SwiftHeapError`` where this process cannot be frozen at all.
/// - Complexity: O(*n*) in the size of the heap.
public func selfTest() throws(SwiftHeapError) -> SelfTestReport {
  _ = LayoutSample.shared
  let frozen = try FrozenProcess()
  let reader = HeapReader(
    image: try frozen.image(), threads: frozen.threads, process: getpid(), isOwnProcess: true,
    pause: frozen.pause)
  let found = try reader.find()
  return SelfTestReport(
    stopMethod: frozen.stopMethod,
    tracingFailure: frozen.tracingError == 0 ? nil : SwiftHeapError.text(frozen.tracingError),
    pause: frozen.pause, checks: found.checks)
}
