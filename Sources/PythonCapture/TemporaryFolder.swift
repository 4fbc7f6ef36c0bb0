import SystemPackage

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// A folder of this run's own, which nobody else can write to.
struct TemporaryFolder: ~Copyable {
  let path: FilePath

  init() throws(PythonCaptureError) {
    let parent = FilePath(variable("TMPDIR") ?? "/tmp")
    var template = Array(parent.appending("heapgraph-XXXXXX").string.utf8CString)
    let made = unsafe template.withUnsafeMutableBufferPointer { unsafe mkdtemp($0.baseAddress!) != nil }
    guard made else {
      throw .agentNotWritten(path: parent, reason: "\(Errno(rawValue: errno))")
    }
    path = FilePath(String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self))
  }

  /// Removes the folder with the one file that was put there.
  func remove(_ file: String) {
    _ = unsafe unlink(path.appending(file).string)
    _ = unsafe rmdir(path.string)
  }
}
