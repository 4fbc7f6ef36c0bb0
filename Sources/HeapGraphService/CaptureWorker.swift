import Dispatch

/// Does what takes long off the threads on which a server's tasks run.
struct CaptureWorker: Sendable {
  private let queue = DispatchQueue(label: "heapgraph.service", qos: .utility)

  /// Runs work on a thread that may be kept waiting.
  func run<Result: Sendable>(_ work: @escaping @Sendable () -> Result) async -> Result {
    await withCheckedContinuation { continuation in
      queue.async { continuation.resume(returning: work()) }
    }
  }
}
