public import HeapModel

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Why a Swift heap cannot be captured.
public enum SwiftHeapError: Error, Hashable, Sendable {
  /// The process could not be frozen: what failed, and the system's error.
  case cannotFreeze(step: String, code: Int32)
  /// A file of the kernel's or of the program could not be read.
  case cannotRead(path: String, code: Int32)
  /// The process's allocator is not glibc's.
  case unknownAllocator
  /// What was found makes no snapshot.
  case cannotBuild(HeapModelError)
}

extension SwiftHeapError: CustomStringConvertible {
  /// What went wrong, and what to do.
  public var description: String {
    switch self {
    case .cannotFreeze(let step, let code): "\(step) failed: \(Self.text(code))"
    case .cannotRead(let path, let code): "\(path): \(Self.text(code))"
    case .unknownAllocator: "the process allocates by another allocator than glibc's"
    case .cannotBuild(let error): "\(error)"
    }
  }

  private static func text(_ code: Int32) -> String {
    unsafe strerror(code).map { unsafe String(cString: $0) } ?? "error \(code)"
  }
}
