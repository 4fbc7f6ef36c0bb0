import HeapGraph
import PythonProgram
import SystemPackage

/// A session as the world of a program: its streams, its files, and who draws its pictures.
final class ProgramWorld: ProgramHost {
  private let session: CommandSession
  /// Where the program's own modules are; `nil` where it has none.
  private let folder: FilePath?
  private var waiting: [UInt8] = []
  /// The pictures that were written, in order.
  private(set) var pictures: [String] = []

  init(_ session: CommandSession, folder: FilePath?) {
    self.session = session
    self.folder = folder
  }

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

  func tell(_ failure: ProgramFailure) {
    write(failure.text, to: .error)
    // What CPython has, a stranger expects to be there.
    let advice = "'heapgraph capture python' runs a program on CPython, and keeps its heap"
    switch failure.lack {
    case .module(let name):
      session.note(
        "the built-in runtime has no module '\(name)', and 'heapgraph run --help' names those it has; \(advice)"
      )
    case .builtin(let name): session.note("the built-in runtime has no '\(name)'; \(advice)")
    case nil: break
    }
  }

  /// Writes what waits.
  func flush() {
    guard !waiting.isEmpty else { return }
    try? session.output.write(waiting)
    waiting = []
  }

  func draw(_ request: PictureRequest) throws -> DrawnPicture {
    let graph = try ProgramPicture.graph(of: request)
    let picture = graph.picture(ProgramPicture.style(of: request))
    let nodeCount = graph.nodes.count
    if request.wantsText { return DrawnPicture(nodeCount: nodeCount, text: picture.dot) }
    guard let name = request.fileName else { return DrawnPicture(nodeCount: nodeCount) }
    try picture.write(to: FilePath(name), engine: nil)
    pictures.append(name)
    return DrawnPicture(nodeCount: nodeCount)
  }

  func save(_ text: String, as fileName: String) throws {
    let bytes = Array(text.utf8)
    try AtomicFile.write(to: FilePath(fileName)) { (file) throws(HeapFileError) in
      try file.write(all: unsafe bytes.span.bytes)
    }
    pictures.append(fileName)
  }

  func source(ofModule name: String) throws -> (file: String, bytes: [UInt8])? {
    guard var path = folder, !name.contains("/") else { return nil }
    for part in name.split(separator: ".") { path.append(String(part)) }
    // A package goes before a module of the same name, as in CPython.
    for file in [path.appending("__init__.py"), FilePath(path.string + ".py")] {
      if let bytes = try ProgramFile.bytesIfThere(file) { return (file.string, bytes) }
    }
    return nil
  }
}

/// A program's file.
enum ProgramFile {
  static func bytes(of name: String) throws -> [UInt8] {
    do {
      return try read(FilePath(name))
    } catch let error as Errno {
      throw HeapCommandError.failed("\(name): \(error)")
    }
  }

  /// Whether a file's bytes begin as those of a `.heap` or `.heap.gz` file do, and as no program can.
  static func isHeap(_ bytes: [UInt8]) -> Bool {
    bytes.starts(with: [0x89] + Array("HEAP".utf8)) || bytes.starts(with: [0x1F, 0x8B])
  }

  /// A file's whole path, as CPython names the main program's.
  static func absolute(_ name: String) -> String {
    let path = FilePath(name)
    guard path.isRelative, let folder = currentFolder() else { return path.string }
    return FilePath(folder).pushing(path).lexicallyNormalized().string
  }

  static func bytesIfThere(_ path: FilePath) throws -> [UInt8]? {
    do {
      return try read(path)
    } catch Errno.noSuchFileOrDirectory, Errno.notDirectory {
      return nil
    }
  }

  private static func read(_ path: FilePath) throws -> [UInt8] {
    let file = try FileDescriptor.open(path, .readOnly, options: .closeOnExec)
    defer { try? file.close() }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = try unsafe buffer.withUnsafeMutableBytes { try unsafe file.read(into: $0) }
      if count == 0 { return bytes }
      bytes += buffer[..<count]
    }
  }
}
