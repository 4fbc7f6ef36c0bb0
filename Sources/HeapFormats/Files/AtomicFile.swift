package import SystemPackage

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// A file that appears under its name only when it is complete: written beside it and renamed at the end.
///
/// Where the name stands for something that is no regular file (a terminal, a pipe, `/dev/null`) or for a
/// descriptor that is open already (`/dev/stdout`), it is written to directly.
package enum AtomicFile {
  /// Writes a file.
  ///
  /// - Parameters:
  ///   - path: where it is to be.
  ///   - permissions: of a new file, less the process's mask; a file that is replaced keeps its own.
  ///   - body: writes to the open descriptor. When it throws, nothing is left behind.
  package static func write(
    to path: FilePath, permissions: FilePermissions = [.ownerReadWrite, .groupRead, .otherRead],
    _ body: (FileDescriptor) throws(HeapFileError) -> Void
  ) throws(HeapFileError) {
    do throws(HeapFileError) {
      if let descriptor = openDescriptor(path) {
        // What was redirected there is appended to, not replaced.
        try withDescriptor(body) { try descriptor.duplicate() }
        return
      }
      // A link stays a link: what it leads to is replaced.
      let target = resolved(path)
      if let status = status(target), isSpecial(status) {
        try withDescriptor(body) { try FileDescriptor.open(target, .writeOnly, options: .closeOnExec) }
      } else {
        try writeBeside(target, permissions, body)
      }
    } catch {
      throw error.at(path)
    }
  }

  private static func writeBeside(
    _ target: FilePath, _ permissions: FilePermissions, _ body: (FileDescriptor) throws(HeapFileError) -> Void
  ) throws(HeapFileError) {
    guard target.lastComponent != nil else {
      throw HeapFileError(.system(action: "write the file", error: .isDirectory))
    }
    // Without the target's name, which may be as long as a name can be.
    let temporary = target.removingLastComponent()
      .appending(".heapgraph.\(getpid()).\(UInt32.random(in: 0 ... .max)).partial")
    let existing = status(target).map { FilePermissions(rawValue: CInterop.Mode($0.st_mode) & 0o777) }
    do throws(HeapFileError) {
      try withDescriptor(body) {
        let descriptor = try FileDescriptor.open(
          temporary, .writeOnly, options: [.create, .exclusiveCreate, .closeOnExec],
          permissions: existing ?? permissions)
        // The mask may have taken from a replaced file's permissions; it keeps exactly its own.
        if let existing { _ = fchmod(descriptor.rawValue, existing.rawValue) }
        return descriptor
      }
      guard unsafe rename(temporary.string, target.string) == 0 else {
        throw HeapFileError(.system(action: "rename the finished file", error: lastError()))
      }
    } catch {
      _ = unsafe unlink(temporary.string)
      throw error
    }
  }

  private static func withDescriptor(
    _ body: (FileDescriptor) throws(HeapFileError) -> Void, open: () throws -> FileDescriptor
  ) throws(HeapFileError) {
    let descriptor: FileDescriptor
    do {
      descriptor = try open()
    } catch {
      throw HeapFileError(.system(action: "write the file", error: error as? Errno ?? .ioError))
    }
    do throws(HeapFileError) {
      try body(descriptor)
    } catch {
      try? descriptor.close()
      throw error
    }
    // The last error of a full disk or a network drive may come only here.
    do { try descriptor.close() } catch {
      throw HeapFileError(.system(action: "write the file", error: error as? Errno ?? .ioError))
    }
  }

  /// The descriptor that a name such as `/dev/stdout` or `/dev/fd/3` stands for.
  private static func openDescriptor(_ path: FilePath) -> FileDescriptor? {
    switch path.string {
    case "/dev/stdout": return .standardOutput
    case "/dev/stderr": return .standardError
    default: break
    }
    for folder in ["/dev/fd", "/proc/self/fd"] where path.removingLastComponent().string == folder {
      return path.lastComponent.flatMap { CInt($0.string) }.map { FileDescriptor(rawValue: $0) }
    }
    return nil
  }

  private static func status(_ path: FilePath) -> stat? {
    var status = stat()
    return unsafe stat(path.string, &status) == 0 ? status : nil
  }

  private static func isSpecial(_ status: stat) -> Bool {
    status.st_mode & S_IFMT != S_IFREG && status.st_mode & S_IFMT != S_IFDIR
  }

  /// Follows links, the last of which may lead to a file that is not there yet.
  private static func resolved(_ path: FilePath) -> FilePath {
    var path = path
    // As many links as Linux itself follows.
    for _ in 0..<40 {
      if let real = unsafe realpath(path.string, nil) {
        defer { unsafe free(real) }
        return unsafe FilePath(platformString: real)
      }
      var buffer = [UInt8](repeating: 0, count: Int(PATH_MAX))
      let length = unsafe buffer.withUnsafeMutableBytes { buffer in
        unsafe readlink(path.string, buffer.bindMemory(to: CChar.self).baseAddress!, buffer.count)
      }
      guard length > 0 else { return path }
      let link = FilePath(String(decoding: buffer[..<length], as: UTF8.self))
      path = link.isAbsolute ? link : path.removingLastComponent().pushing(link)
    }
    return path
  }
}

extension FileDescriptor {
  /// Writes all bytes, however many calls it takes.
  package func write(all bytes: RawSpan) throws(HeapFileError) {
    do {
      try unsafe bytes.withUnsafeBytes { buffer in
        _ = try unsafe writeAll(buffer)
      }
    } catch {
      throw HeapFileError(.system(action: "write the file", error: error as? Errno ?? .ioError))
    }
  }
}
