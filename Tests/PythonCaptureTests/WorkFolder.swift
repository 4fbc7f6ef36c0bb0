import SystemPackage

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// A folder for one test, removed with what is in it when the test is done.
final class WorkFolder {
  let path: FilePath

  init() throws {
    var template = Array("/tmp/heapgraph-test-XXXXXX".utf8CString)
    guard unsafe template.withUnsafeMutableBufferPointer({ unsafe mkdtemp($0.baseAddress!) != nil }) else {
      throw Errno(rawValue: errno)
    }
    path = FilePath(String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self))
  }

  func write(_ name: String, _ text: String) throws -> FilePath {
    let file = path.appending(name)
    let descriptor = try FileDescriptor.open(
      file, .writeOnly, options: [.create, .truncate], permissions: [.ownerReadWriteExecute])
    try descriptor.closeAfter { _ = try descriptor.writeAll(text.utf8) }
    return file
  }

  func exists(_ name: String) -> Bool {
    unsafe access(path.appending(name).string, F_OK) == 0
  }

  deinit {
    remove(path)
  }

  private func remove(_ folder: FilePath) {
    guard let directory = unsafe opendir(folder.string) else { return }
    while let entry = unsafe readdir(directory) {
      let name = unsafe withUnsafePointer(to: &entry.pointee.d_name) { name in
        unsafe name.withMemoryRebound(to: CChar.self, capacity: 256) { unsafe String(cString: $0) }
      }
      guard name != ".", name != ".." else { continue }
      let inner = folder.appending(name)
      if unsafe unlink(inner.string) != 0 { remove(inner) }
    }
    unsafe closedir(directory)
    _ = unsafe rmdir(folder.string)
  }
}
