import Foundation

/// A virtual environment with objgraph, made by `Scripts/python-environments.sh`.
struct PythonEnvironment: CustomStringConvertible, Sendable {
  struct Version: Comparable, CustomStringConvertible, Sendable {
    var major: Int
    var minor: Int

    init(major: Int, minor: Int) {
      (self.major, self.minor) = (major, minor)
    }

    /// Reads `3.11`.
    init?(_ text: some StringProtocol) {
      let parts = text.split(separator: ".").map { Int($0) }
      guard parts.count == 2, let major = parts[0], let minor = parts[1] else { return nil }
      self.init(major: major, minor: minor)
    }

    static func < (first: Self, second: Self) -> Bool {
      (first.major, first.minor) < (second.major, second.minor)
    }

    var description: String { "\(major).\(minor)" }
  }

  let version: Version
  let executable: URL
  var description: String { "CPython \(version)" }

  private static let package = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
  static let agent = package.appending(path: "Sources/PythonCapture/Agent/heapgraph_agent.py")
  static let folder = package.appending(path: ".build/python")

  /// All of them, oldest first.
  static let all: [PythonEnvironment] = {
    let folders =
      (try? FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)) ?? []
    return folders.compactMap { folder in
      Version(folder.lastPathComponent).map { version in
        PythonEnvironment(version: version, executable: folder.appending(path: "bin/python"))
      }
    }.sorted { $0.version < $1.version }
  }()
}
