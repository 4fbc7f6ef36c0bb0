import Foundation
import HeapFixtures
import HeapGraph
import Testing

@Suite struct PictureTests {
  let folder = try! TemporaryFolder()
  let heap = try! HeapSketch.sessions().snapshot()

  @Test func `three lines give an SVG`() throws {
    try heap.write(to: folder.path("app.heap"))
    let app = folder.path("app.heap")
    let t = folder.path("t.svg")

    let heap = try HeapSnapshot(contentsOf: app)
    try heap.references(from: "t").write(to: t)

    #expect(try folder.text(of: "t.svg").contains("<svg"))
  }

  @Test func `a file is in the format of its extension`() throws {
    let graph = try heap.backReferences(to: "type:Session")
    let beginnings: [String: [UInt8]] = [
      "a.png": [0x89, 0x50, 0x4E, 0x47], "a.pdf": Array("%PDF".utf8), "a.svg": Array("<?xml".utf8),
      "a.PNG": [0x89, 0x50, 0x4E, 0x47],
    ]
    for (name, beginning) in beginnings {
      try graph.write(to: folder.path(name))
      #expect(try folder.bytes(of: name).starts(with: beginning), "\(name)")
    }
    for name in ["a.dot", "a.gv"] {
      try graph.write(to: folder.path(name))
      #expect(try folder.text(of: name) == graph.dot())
    }
  }

  @Test func `a picture in memory is what a file would hold`() throws {
    let graph = try heap.references(from: "app")
    try graph.write(to: folder.path("a.svg"), style: .classic, engine: .circo)
    let svg = try graph.svg(style: .classic, engine: .circo)
    #expect(try folder.text(of: "a.svg") == svg)
    let image = try graph.image(format: .png)
    #expect(image.engine == .dot)
    #expect(image.bytes.starts(with: [0x89, 0x50, 0x4E, 0x47]))
    #expect(try graph.svg() != svg)
  }

  @Test func `what cannot be written leaves nothing behind and says why`() throws {
    let graph = try heap.references(from: "app")
    let bare = #expect(throws: HeapGraphError.self) { try graph.write(to: folder.path("picture")) }
    #expect(
      bare?.description
        == "the name '\(folder.path("picture"))' does not say which format the picture is to have; give it an extension such as .svg, .png, .pdf or .dot"
    )
    let unknown = #expect(throws: HeapGraphError.self) { try graph.write(to: folder.path("a.xyz")) }
    #expect(unknown?.description.hasPrefix("Graphviz cannot write the format 'xyz': use one of ") == true)
    let nowhere = #expect(throws: HeapGraphError.self) { try graph.write(to: folder.path("none/a.svg")) }
    #expect(
      nowhere?.description == "\(folder.path("none/a.svg")): cannot write the file: No such file or directory"
    )
    #expect(throws: GraphvizError.self) { try graph.svg(engine: "nope") }
    #expect(try folder.files.isEmpty)
  }
}
