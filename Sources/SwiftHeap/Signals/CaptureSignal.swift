import CSwiftHeap
import HeapFormats
import HeapModel

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Has this process write its heap to a file whenever a signal comes.
///
/// ```swift
/// try SwiftHeap.installSignal()
/// ```
///
/// and then, from a shell, `kill -USR2 PID`. The handler only counts; a thread of its own captures the heap, writes
/// `swift-PID-TIME.heap`, which its owner alone can read, and says on standard error where it is, or what went wrong. Signals
/// that come while it does so are one. It stays until the process ends.
///
/// - Parameters:
///   - signal: the signal; `SIGUSR2` where it is `nil`.
///   - directory: the folder for the files; it has to be there.
/// - Throws: ``SwiftHeapError``: the signal has a handler already, cannot have one, or the folder cannot be written to.
public func installSignal(_ signal: Int32? = nil, directory: String = ".") throws(SwiftHeapError) {
  let folder = try CaptureSignal.writableFolder(directory)
  let number = signal ?? SIGUSR2
  let descriptor = heapgraph_watch_signal(number)
  guard descriptor >= 0 else {
    throw errno == EBUSY ? .signalIsTaken(number) : .cannotHandleSignal(number, code: errno)
  }
  try CaptureSignal(signal: number, descriptor: descriptor, folder: folder).start()
}

/// A signal that is waited for, and the folder into which it has heaps written.
private final class CaptureSignal: Sendable {
  private let signal: Int32
  private let descriptor: Int32
  private let folder: String

  init(signal: Int32, descriptor: Int32, folder: String) {
    self.signal = signal
    self.descriptor = descriptor
    self.folder = folder
  }

  /// The path from the root to a folder, so that it stays the same where the process changes its own.
  static func writableFolder(_ path: String) throws(SwiftHeapError) -> String {
    guard let resolved = unsafe realpath(path, nil) else { throw .cannotWrite(folder: path, code: errno) }
    defer { unsafe free(resolved) }
    let folder = unsafe String(cString: resolved)
    var status = stat()
    guard unsafe stat(folder, &status) == 0 else { throw .cannotWrite(folder: folder, code: errno) }
    guard status.st_mode & S_IFMT == S_IFDIR else { throw .cannotWrite(folder: folder, code: ENOTDIR) }
    guard unsafe access(folder, W_OK | X_OK) == 0 else { throw .cannotWrite(folder: folder, code: errno) }
    return folder
  }

  /// Begins to wait, on a thread that never ends.
  func start() throws(SwiftHeapError) {
    let code = OwnThread.start { [self] in run() }
    guard code == 0 else {
      heapgraph_unwatch_signal(signal)
      throw .cannotHandleSignal(signal, code: code)
    }
  }

  private func run() {
    while heapgraph_await_signal(descriptor) == 0 {
      let path = freePath()
      do {
        let heap = try SwiftHeap.capture()
        try heap.write(to: path)
        say("wrote the heap, \(heap.objectCount) objects, to \(path)")
      } catch {
        say("signal \(signal) came, and the heap could not be written to \(path): \(error)")
      }
    }
  }

  /// A path at which no file is.
  private func freePath() -> String {
    let stem = "\(folder)/swift-\(getpid())-\(Self.timeText())"
    var path = stem + ".heap"
    var number = 2
    // A link that leads nowhere is something, too: it would say where the heap is written.
    var status = stat()
    while unsafe lstat(path, &status) == 0 {
      path = "\(stem)-\(number).heap"
      number += 1
    }
    return path
  }

  /// The time in seconds, as ISO 8601 writes it without what would disturb in a file's name.
  private static func timeText() -> String {
    var now = timespec()
    unsafe clock_gettime(CLOCK_REALTIME, &now)
    var parts = unsafe tm()
    unsafe gmtime_r(&now.tv_sec, &parts)
    var text = [CChar](repeating: 0, count: 32)
    let length = unsafe strftime(&text, text.count, "%Y%m%dT%H%M%SZ", &parts)
    return String(decoding: text.prefix(length).map(UInt8.init(bitPattern:)), as: UTF8.self)
  }

  private func say(_ message: String) {
    let bytes = Array("heapgraph: \(message)\n".utf8)
    _ = unsafe bytes.withUnsafeBytes { unsafe write(STDERR_FILENO, $0.baseAddress, $0.count) }
  }
}
