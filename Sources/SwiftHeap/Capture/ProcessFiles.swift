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

  /// The files that a process has mapped.
  struct Executables {
    let process: Int32
    let isOwnProcess: Bool
    let regions: [MemoryRegion]

    /// The file that was mapped from a path, also where it was deleted or replaced since.
    ///
    /// - Returns: `nil` where it cannot be opened: all but the program itself need rights for that when they are gone.
    func file(mappedFrom path: String) -> MappedFile? {
      let folder = isOwnProcess ? "/proc/self" : "/proc/\(process)"
      guard path.hasSuffix(" (deleted)") else {
        return MappedFile(path: isOwnProcess ? path : folder + "/root" + path)
      }
      var target = [CChar](repeating: 0, count: 4_097)
      if unsafe readlink(folder + "/exe", &target, target.count - 1) > 0,
        String(decoding: target.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self) == path
      {
        return MappedFile(path: folder + "/exe")
      }
      guard let range = regions.first(where: { $0.name == path && $0.fileOffset == 0 })?.range else {
        return nil
      }
      let name = String(range.lowerBound, radix: 16) + "-" + String(range.upperBound, radix: 16)
      return MappedFile(path: folder + "/map_files/" + name)
    }
  }

  /// A time, as RFC 3339 writes it.
  ///
  /// - Parameter seconds: since 1970; now where `nil`.
  static func timeOfDay(at seconds: Int? = nil) -> String {
    var now = seconds ?? time(nil)
    var parts = unsafe tm()
    unsafe gmtime_r(&now, &parts)
    func digits(_ number: Int32, _ count: Int) -> String {
      let text = "\(number)"
      return String(repeating: "0", count: max(count - text.count, 0)) + text
    }
    return unsafe digits(parts.tm_year + 1_900, 4) + "-" + digits(parts.tm_mon + 1, 2) + "-"
      + digits(parts.tm_mday, 2) + "T" + digits(parts.tm_hour, 2) + ":" + digits(parts.tm_min, 2) + ":"
      + digits(parts.tm_sec, 2) + "Z"
  }

  /// A time in seconds, to the microsecond.
  static func seconds(_ nanoseconds: UInt64) -> String {
    let microseconds = "\(nanoseconds / 1_000 % 1_000_000)"
    return "\(nanoseconds / 1_000_000_000)." + String(repeating: "0", count: 6 - microseconds.count)
      + microseconds
  }
}
