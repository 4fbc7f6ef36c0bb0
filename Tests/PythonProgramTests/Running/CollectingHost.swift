import Foundation
import HeapModel
import ObjectRuntime
import PythonProgram

/// A host that keeps what a program writes, and reads its modules from a folder.
final class CollectingHost: ProgramHost {
  var output = ""
  var error = ""
  /// The pictures that the program has drawn itself, by the names of their files.
  var pictures: [String: String] = [:]
  let folder: URL?

  init(folder: URL? = nil) { self.folder = folder }

  func write(_ text: String, to stream: ProgramStream) {
    switch stream {
    case .output: output += text
    case .error: error += text
    }
  }

  func save(_ text: String, as fileName: String) throws { pictures[fileName] = text }
  func draw(_ request: PictureRequest) throws -> DrawnPicture { DrawnPicture(nodeCount: 0, text: "") }

  func source(ofModule name: String) throws -> (file: String, bytes: [UInt8])? {
    guard let folder else { return nil }
    let path = name.split(separator: ".").joined(separator: "/")
    for file in [folder.appending(path: path + "/__init__.py"), folder.appending(path: path + ".py")] {
      if let data = try? Data(contentsOf: file) { return (file.path, Array(data)) }
    }
    return nil
  }
}

/// What a program wrote, and how it ended.
struct ProgramRun {
  var output: String
  var error: String
  /// The pictures in DOT, by the names of their files.
  var pictures: [String: String]
  var status: Int32
  var outcome: ProgramOutcome

  /// Runs a program to its end.
  static func of(
    _ text: some Sequence<UInt8>, file: String = "program.py", folder: URL? = nil,
    options: ProgramOptions = ProgramOptions()
  ) throws -> ProgramRun {
    try onLargeStack {
      let host = CollectingHost(folder: folder)
      var options = options
      // As where a program is run by its file's name.
      if options.arguments.isEmpty { options.arguments = [file] }
      let session = try ProgramSession(host: host, options: options)
      let outcome = session.run(text, file: file)
      session.end()
      return ProgramRun(
        output: host.output, error: host.error, pictures: host.pictures, status: outcome.status,
        outcome: outcome)
    }
  }
}
