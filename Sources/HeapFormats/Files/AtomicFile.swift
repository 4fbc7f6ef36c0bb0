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
/// Where the name stands for something that is no regular file (a terminal, a pipe, `/dev/null`), it is
/// written to directly.
package enum AtomicFile {
  /// Writes a file.
  ///
  /// - Parameters:
  ///   - path: where it is to be.
  ///   - permissions: of a new file, less the process's mask.
  ///   - body: writes to the open descriptor. When it throws, nothing is left behind.
  package static func write(
    to path: FilePath, permissions: FilePermissions = [.ownerReadWrite, .groupRead, .otherRead],
    _ body: (FileDescriptor) throws(HeapFileError) -> Void
  ) throws(HeapFileError) {
    do throws(HeapFileError) {
      // A link stays a link: what it leads to is replaced.
      let target = resolved(path)
      if isSpecial(target) {
        try withDescriptor(target, [.truncate], permissions, body)
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
    guard let name = target.lastComponent else {
      throw HeapFileError(.system(action: "write the file", error: .isDirectory))
    }
    let temporary = target.removingLastComponent()
      .appending(".\(name.string).\(getpid()).\(UInt32.random(in: 0 ... .max)).partial")
    do throws(HeapFileError) {
      try withDescriptor(temporary, [.create, .exclusiveCreate], permissions, body)
      guard unsafe rename(temporary.string, target.string) == 0 else {
        throw HeapFileError(.system(action: "rename the finished file", error: lastError()))
      }
    } catch {
      _ = unsafe unlink(temporary.string)
      throw error
    }
  }

  private static func withDescriptor(
    _ path: FilePath, _ options: FileDescriptor.OpenOptions, _ permissions: FilePermissions,
    _ body: (FileDescriptor) throws(HeapFileError) -> Void
  ) throws(HeapFileError) {
    let descriptor: FileDescriptor
    do {
      descriptor = try FileDescriptor.open(
        path, .writeOnly, options: options.union(.closeOnExec), permissions: permissions)
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

  private static func isSpecial(_ path: FilePath) -> Bool {
    var status = stat()
    guard unsafe stat(path.string, &status) == 0 else { return false }
    return status.st_mode & S_IFMT != S_IFREG && status.st_mode & S_IFMT != S_IFDIR
  }

  private static func resolved(_ path: FilePath) -> FilePath {
    guard let real = unsafe realpath(path.string, nil) else { return path }
    defer { unsafe free(real) }
    return unsafe FilePath(platformString: real)
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
