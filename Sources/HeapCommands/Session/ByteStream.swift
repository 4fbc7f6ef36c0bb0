package import SystemPackage

/// Where a command writes to: a file descriptor, or memory in a test.
package protocol ByteStream: Sendable {
  /// Whether a person reads along.
  var isTerminal: Bool { get }

  /// Writes all bytes at once.
  ///
  /// - Parameter bytes: what to write.
  /// - Throws: ``HeapCommandError/brokenPipe`` where nobody reads any more, and
  ///   ``HeapCommandError/unwritableOutput(_:)``.
  func write(_ bytes: [UInt8]) throws(HeapCommandError)
}

extension ByteStream {
  /// Writes a text.
  package func write(_ text: String) throws(HeapCommandError) {
    try write(Array(text.utf8))
  }

  /// Writes a text and ends the line.
  package func writeLine(_ text: String) throws(HeapCommandError) {
    try write(text + "\n")
  }
}

/// A file descriptor as a stream; it stays open.
package struct DescriptorStream: ByteStream {
  private let descriptor: FileDescriptor
  package let isTerminal: Bool

  /// Makes a stream of a descriptor that is open for writing.
  package init(_ descriptor: FileDescriptor) {
    self.descriptor = descriptor
    isTerminal = isTerminalDescriptor(descriptor.rawValue)
  }

  package func write(_ bytes: [UInt8]) throws(HeapCommandError) {
    do {
      _ = try descriptor.writeAll(bytes)
    } catch Errno.brokenPipe {
      throw .brokenPipe
    } catch {
      throw .unwritableOutput(error as? Errno ?? .ioError)
    }
  }
}
