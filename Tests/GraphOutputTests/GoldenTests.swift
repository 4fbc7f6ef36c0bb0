import Foundation
import GraphOutput
import Testing

/// DOT as it was when a person last looked at it. After a change that is meant:
///
///     HEAPGRAPH_RECORD_GOLDENS=1 swift test --filter GoldenTests
///
/// and look at the difference before it is committed.
@Suite struct GoldenTests {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Goldens")
  static let isRecording = ProcessInfo.processInfo.environment["HEAPGRAPH_RECORD_GOLDENS"] == "1"

  @Test(arguments: Scene.all.filter { !$0.name.hasPrefix("nasty") })
  func `a scene's DOT is what it was`(_ scene: Scene) throws {
    try Self.check(scene.dot(), scene.name)
  }

  @Test(arguments: MemoryScene.all)
  func `the DOT of a picture of memory is what it was`(_ scene: MemoryScene) throws {
    try Self.check(scene.picture.dot, scene.name)
  }

  private static func check(_ dot: String, _ name: String) throws {
    let file = folder.appending(path: name + ".dot")
    if isRecording {
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      try dot.write(to: file, atomically: true, encoding: .utf8)
    } else {
      let golden = try String(contentsOf: file, encoding: .utf8)
      #expect(dot == golden, "\(name).dot changed; record it anew where that is meant")
    }
  }

  @Test(arguments: Scene.all)
  func `the same graph gives the same bytes`(_ scene: Scene) throws {
    #expect(try scene.dot() == scene.dot())
  }
}
