#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// What the kernel tells of processes, as proc(5) describes it.
enum ProcessFiles {
  /// What is in a file of a process.
  static func text(of name: String, process: Int32) throws(SwiftHeapError) -> String {
    let path = "/proc/\(process)/\(name)"
    let file = unsafe open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { throw .cannotRead(path: path, code: errno) }
    defer { close(file) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = unsafe buffer.withUnsafeMutableBytes { unsafe read(file, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw .cannotRead(path: path, code: errno) }
      if count == 0 { return String(decoding: bytes, as: UTF8.self) }
      bytes += buffer[..<count]
    }
  }

  /// The names of threads, as far as they are still there.
  ///
  /// - Parameter process: their process; this one where `nil`.
  static func threadNames(of threads: [Int32], process: Int32?) -> [Int32: String] {
    let process = process ?? getpid()
    var names: [Int32: String] = [:]
    for thread in threads {
      guard let text = try? text(of: "task/\(thread)/comm", process: process) else { continue }
      names[thread] = String(text.drop { $0.isWhitespace }.prefix { !$0.isNewline })
    }
    return names
  }
}
