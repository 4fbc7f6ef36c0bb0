import Foundation

/// A program beside these tests.
///
/// Lines at its top say how it is run: `# start: EXPRESSIONS` which objects are drawn, `# needs: 3.11` from which
/// version of Python on it runs, `# repr` that its heap is dumped with the texts of its own `__repr__` methods.
struct ComparedProgram: CustomStringConvertible, Sendable {
  let file: URL
  let neededVersion: PythonEnvironment.Version
  let hasProgramTexts: Bool

  var name: String { file.deletingPathExtension().lastPathComponent }
  var description: String { name }

  static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Programs")
  static let driver = folder.appending(path: "driver.py")

  /// All of them, by name.
  static let all: [ComparedProgram] = {
    let files =
      (try? FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)) ?? []
    return files.filter { $0.pathExtension == "py" && $0.lastPathComponent != driver.lastPathComponent }
      .sorted { $0.lastPathComponent < $1.lastPathComponent }.map(ComparedProgram.init)
  }()

  private init(file: URL) {
    self.file = file
    let lines = ((try? String(contentsOf: file, encoding: .utf8)) ?? "").split(separator: "\n").prefix {
      $0.hasPrefix("#")
    }
    hasProgramTexts = lines.contains("# repr")
    neededVersion =
      lines.lazy.filter { $0.hasPrefix("# needs: ") }.compactMap {
        PythonEnvironment.Version($0.dropFirst(9))
      }
      .first ?? PythonEnvironment.Version(major: 3, minor: 8)
  }
}
