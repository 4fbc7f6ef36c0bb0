import Foundation
import HeapFixtures
import HeapGraph

/// A folder that goes with the test.
final class TemporaryFolder {
  let url: URL

  init() throws {
    url = FileManager.default.temporaryDirectory.appending(path: "heapgraph-test-\(UUID())")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  deinit {
    try? FileManager.default.removeItem(at: url)
  }

  func path(_ name: String) -> String {
    url.appending(path: name).path
  }

  var files: [String] {
    get throws { try FileManager.default.contentsOfDirectory(atPath: url.path).sorted() }
  }

  func bytes(of name: String) throws -> [UInt8] {
    try Array(Data(contentsOf: url.appending(path: name)))
  }

  func text(of name: String) throws -> String {
    String(decoding: try bytes(of: name), as: UTF8.self)
  }
}

extension HeapSketch {
  /// A module `app` that holds a dictionary of two sessions, and a list that nobody holds.
  static func sessions() -> HeapSketch {
    var sketch = HeapSketch()
    let tracked = ObjectDetails(referenceCount: 1, flags: .tracked)
    sketch.object(
      "app", type: "module",
      details: ObjectDetails(referenceCount: 1, flags: [.tracked, .module, .importedModule], text: "app"))
    sketch.object("t", type: "dict", details: tracked)
    sketch.object("s1", type: "web.Session", details: tracked)
    sketch.object("s2", type: "web.Session", details: tracked)
    sketch.object("list", type: "list", details: tracked)
    sketch.object("name", type: "str", details: ObjectDetails(referenceCount: 1, text: "'x'"))
    sketch.draw("app -> t [t]; t -> s1 [1]; t -> s2 [2]; s1 -> name [name]")
    sketch.root("app", kind: .module)
    sketch.metadata = HeapMetadata(entries: [HeapMetadata.Entry(key: "globals.module", value: "app")])
    return sketch
  }
}
