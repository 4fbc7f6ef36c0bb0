public import HeapModel
public import SystemPackage

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

extension HeapSnapshot {
  /// How a file's bytes are held.
  public enum FileAccess: Sendable {
    /// The columns stay in the file, mapped into memory: opened in the time of one pass over it, and shared
    /// with other readers. The file must not be shortened in place meanwhile, since the system ends a
    /// program that reads a page which is gone; writers that rename, as this one does, are harmless.
    case mapped
    /// The file is read into memory of its own: for servers that cannot say who else writes to it.
    case copied
  }

  /// Reads a `.heap` file, plain or compressed with gzip.
  ///
  /// - Parameters:
  ///   - path: the file.
  ///   - access: how its bytes are held; a compressed file is always decompressed into memory.
  /// - Throws: ``HeapFileError``, for anything but a whole and valid file.
  /// - Complexity: O(*n*) in the file's bytes, in one pass on all cores.
  public init(contentsOf path: FilePath, access: FileAccess = .mapped) throws(HeapFileError) {
    do throws(HeapFileError) {
      let descriptor: FileDescriptor
      do {
        descriptor = try FileDescriptor.open(path, .readOnly, options: .closeOnExec)
      } catch {
        throw HeapFileError(.system(action: "open the file", error: error as? Errno ?? .ioError))
      }
      defer { try? descriptor.close() }
      self = try Self.read(try Self.region(descriptor, access))
    } catch {
      throw error.at(path)
    }
  }

  /// Reads a `.heap` file, plain or compressed with gzip.
  ///
  /// - Parameters:
  ///   - path: the file's path.
  ///   - access: how its bytes are held.
  /// - Throws: ``HeapFileError``, for anything but a whole and valid file.
  /// - Complexity: O(*n*) in the file's bytes.
  public init(contentsOf path: String, access: FileAccess = .mapped) throws(HeapFileError) {
    try self.init(contentsOf: FilePath(path), access: access)
  }

  /// Reads the contents of a `.heap` file that are in memory, plain or compressed with gzip.
  ///
  /// - Parameter bytes: the whole file; copied once.
  /// - Throws: ``HeapFileError``, for anything but a whole and valid file.
  /// - Complexity: O(*n*).
  public init(bytes: [UInt8]) throws(HeapFileError) {
    self = try Self.read(try ByteRegion(copying: bytes))
  }

  /// Writes a `.heap` file, compressed where its name ends in `.gz`.
  ///
  /// The file appears when it is complete; when writing fails, nothing is left behind. It can be read by its
  /// owner alone, since heaps hold secrets.
  ///
  /// - Parameter path: where it is to be.
  /// - Throws: ``HeapFileError``.
  /// - Complexity: O(*n*) in the file's bytes.
  public func write(to path: FilePath) throws(HeapFileError) {
    try AtomicFile.write(to: path, permissions: .ownerReadWrite) { file throws(HeapFileError) in
      if path.extension == "gz" {
        var compressor = try GzipWriter(to: file)
        try NativeWriter(self).write { bytes throws(HeapFileError) in try compressor.write(bytes) }
        try compressor.finish()
      } else {
        try NativeWriter(self).write { bytes throws(HeapFileError) in try file.write(all: bytes) }
      }
    }
  }

  /// Writes a `.heap` file, compressed where its name ends in `.gz`.
  ///
  /// - Parameter path: where it is to be.
  /// - Throws: ``HeapFileError``.
  /// - Complexity: O(*n*) in the file's bytes.
  public func write(to path: String) throws(HeapFileError) {
    try write(to: FilePath(path))
  }

  /// How many bytes ``serialized()`` gives.
  ///
  /// - Complexity: O(1).
  public var serializedSize: Int { NativeWriter(self).fileLength }

  /// The contents of a `.heap` file with this snapshot.
  ///
  /// - Returns: the bytes; the same snapshot always gives the same ones.
  /// - Complexity: O(*n*) in the bytes.
  public func serialized() -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(serializedSize)
    NativeWriter(self).write { piece in
      unsafe piece.withUnsafeBytes { unsafe bytes.append(contentsOf: $0) }
    }
    return bytes
  }

  private static func region(
    _ descriptor: FileDescriptor, _ access: FileAccess
  ) throws(HeapFileError) -> ByteRegion {
    var status = stat()
    guard unsafe fstat(descriptor.rawValue, &status) == 0 else {
      throw HeapFileError(.system(action: "examine the file", error: lastError()))
    }
    guard status.st_mode & S_IFMT != S_IFDIR else {
      throw HeapFileError(.system(action: "read the file", error: .isDirectory))
    }
    guard status.st_mode & S_IFMT == S_IFREG else { return try pipedRegion(descriptor) }
    let length = Int(status.st_size)
    guard length > 0 else { throw HeapFileError(.empty) }
    switch access {
    case .mapped: return try ByteRegion(mapping: descriptor, count: length)
    case .copied: return try ByteRegion(reading: descriptor, capacity: length)
    }
  }

  // A pipe has no length: what comes is gathered, and then held like a file.
  private static func pipedRegion(_ descriptor: FileDescriptor) throws(HeapFileError) -> ByteRegion {
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count: Int
      do {
        count = try unsafe chunk.withUnsafeMutableBytes { try unsafe descriptor.read(into: $0) }
      } catch {
        throw HeapFileError(.system(action: "read the file", error: error as? Errno ?? .ioError))
      }
      if count == 0 { break }
      bytes.append(contentsOf: chunk[..<count])
    }
    return try ByteRegion(copying: bytes)
  }

  private static func read(_ region: ByteRegion) throws(HeapFileError) -> HeapSnapshot {
    if GzipReader.isGzip(region.bytes) {
      return try NativeReader(region: GzipReader.decompress(region.bytes)).read()
    }
    return try NativeReader(region: region).read()
  }
}
