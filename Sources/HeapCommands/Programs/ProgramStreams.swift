import HeapGraph
import PythonProgram
import SystemPackage

/// The streams of a session as those of a program; output waits until there is more of it.
final class ProgramStreams: ProgramHost {
  private let session: CommandSession
  private var waiting: [UInt8] = []

  init(_ session: CommandSession) { self.session = session }

  func write(_ text: String, to stream: ProgramStream) {
    switch stream {
    case .output:
      waiting.append(contentsOf: text.utf8)
      if waiting.count > 8_192 || session.output.isTerminal { flush() }
    case .error:
      flush()
      try? session.messages.write(Array(text.utf8))
    }
  }

  func flush() {
    guard !waiting.isEmpty else { return }
    try? session.output.write(waiting)
    waiting = []
  }

  func draw(_ request: PictureRequest) throws -> String? { nil }

  func source(ofModule name: String) throws -> (file: String, bytes: [UInt8])? { nil }
}

/// A program's file.
enum ProgramFile {
  static func bytes(of name: String) throws -> [UInt8] {
    do {
      let file = try unsafe FileDescriptor.open(name, .readOnly)
      defer { try? file.close() }
      var bytes: [UInt8] = []
      var buffer = [UInt8](repeating: 0, count: 1 << 16)
      while true {
        let count = try buffer.withUnsafeMutableBytes { try unsafe file.read(into: $0) }
        if count == 0 { return bytes }
        bytes += buffer[..<count]
      }
    } catch let error as Errno {
      throw HeapCommandError.failed("\(name): \(error)")
    }
  }
}
